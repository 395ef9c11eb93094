'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanCountRequest } from '@oneshelf/contracts';
import { Button, ChoiceList, MultiSelect, NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';
import { useStockPlaces } from './use-stock-places';

type Scope = 'all' | 'departments' | 'bins' | 'codes';

/** What to count, where, and when somebody else counts again. */
export function PlanCountDialog({ onClose, of: asked }: { onClose: () => void; of?: { title: string; codes: string; locationId: string | null } }) {
  const t = useTranslations('stock-work.counts');
  const shell = useTranslations('shell');
  const router = useRouter();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const places = useStockPlaces();
  const { data: known } = useQuery(apiQuery('/api/stock/departments'));
  const [locationId, setLocationId] = useState<string | null>(asked?.locationId ?? null);
  const [title, setTitle] = useState(asked?.title ?? '');
  const [scope, setScope] = useState<Scope>(asked ? 'codes' : 'departments');
  const [departments, setDepartments] = useState<string[]>([]);
  const [bins, setBins] = useState({ from: '', to: '' });
  const [codes, setCodes] = useState(asked?.codes ?? '');
  const [mode, setMode] = useState<'live' | 'freeze'>('live');
  const [units, setUnits] = useState(5);
  const plan = useMutation({
    mutationFn: (body: PlanCountRequest) => api.post('/api/stock/counts', { body, idempotencyKey: keyOf(body) }),
    onSuccess: async ({ id }) => { await client.invalidateQueries({ queryKey: ['stock'] }); router.push(`/stock/counts/${id}`); },
  });
  const listed = codes.split(/[\s,;]+/).filter(Boolean);
  const isReady = locationId !== null && title.trim() !== '' && (scope === 'all' || (scope === 'departments' ? departments.length > 0 : scope === 'bins' ? bins.from.trim() !== '' : listed.length > 0));
  const send = (): void => {
    if (!isReady) return;
    plan.mutate({ locationId, title: title.trim(), mode, ...(scope === 'departments' ? { departments } : scope === 'codes' ? { codes: listed } : scope === 'bins' ? { bins: { from: bins.from.trim(), to: bins.to.trim() || bins.from.trim() } } : {}), recountUnitsMilli: Math.max(1, Math.round((Number.isFinite(units) ? units : 5) * 1000)) });
  };
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('plan')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" isDisabled={!isReady} isPending={plan.isPending} onPress={send}>{t('planAct')}</Button></>}>
      <div className={styles.form}>
        {plan.error ? <ScreenError error={plan.error} /> : null}
        <div className={styles.pair}>
          <Select label={t('place')} options={places} value={locationId} onChange={setLocationId} />
          <TextField label={t('name')} description={t('nameHint')} value={title} onChange={setTitle} maxLength={100} isRequired />
        </div>
        <ChoiceList label={t('scope')} value={scope} onChange={(id) => setScope(id as Scope)} choices={[{ id: 'departments', label: t('scopes.departments') }, { id: 'bins', label: t('scopes.bins') }, { id: 'codes', label: t('scopes.codes') }, { id: 'all', label: t('scopes.all') }]} />
        {scope === 'departments' ? <MultiSelect label={t('departments')} placeholder={t('chooseDepartments')} options={(known?.departments ?? []).map((name) => ({ id: name, label: name }))} values={departments} onChange={setDepartments} /> : null}
        {scope === 'bins' ? (
          <div className={styles.pair}>
            <TextField label={t('binsFrom')} description={t('binsFromHint')} value={bins.from} onChange={(from) => setBins({ ...bins, from })} maxLength={20} isRequired />
            <TextField label={t('binsTo')} description={t('binsToHint')} value={bins.to} onChange={(to) => setBins({ ...bins, to })} maxLength={20} />
          </div>
        ) : null}
        {scope === 'codes' ? <TextField label={t('codes')} description={t('codesHint')} value={codes} onChange={setCodes} rows={4} /> : null}
        <ChoiceList label={t('mode')} value={mode} onChange={(id) => setMode(id as 'live' | 'freeze')} choices={[{ id: 'live', label: t('modes.live'), detail: t('modes.liveHint') }, { id: 'freeze', label: t('modes.freeze'), detail: t('modes.freezeHint') }]} />
        <NumberField label={t('recountFrom')} description={t('recountHint')} value={units} onChange={setUnits} minValue={1} maxValue={1_000_000} />
      </div>
    </Dialog>
  );
}
