'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AssembleRequest, ComponentsAnswer } from '@oneshelf/contracts';
import { Button, formatQuantity, NumberField, Select } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../api';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './stock.module.css';
import { STOCK_KEY } from './stock-queries';
import { useStockUnit } from './stock-unit';

const ACTS = ['pack', 'unpack'] as const;

/** Packs kits from what lies at a place, or takes them apart; the same press twice counts once. */
export function AssembleDialog({ variantId, sku, answer, onClose }: { variantId: string; sku: string; answer: ComponentsAnswer; onClose: () => void }) {
  const t = useTranslations('bundles.assemble');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const unit = useStockUnit();
  const client = useQueryClient();
  const { data: places } = useQuery(directory);
  const [act, setAct] = useState<(typeof ACTS)[number]>('pack');
  const [locationId, setLocationId] = useState<string | null>([...answer.places].sort((a, b) => b.availableMilli - a.availableMilli)[0]?.locationId ?? null);
  const [count, setCount] = useState(1);
  const intent = useRef({ said: '', key: '' });
  const assemble = useMutation({
    mutationFn: (body: AssembleRequest) => {
      const said = JSON.stringify(body);
      if (intent.current.said !== said) intent.current = { said, key: newId() };
      return api.post('/api/stock/{variantId}/assembly', { params: { path: { variantId } }, body, idempotencyKey: intent.current.key });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: STOCK_KEY });
      sayDone({ text: t(`done.${act}`, { count }) });
      onClose();
    },
  });
  const isReady = locationId !== null && Number.isInteger(count) && count > 0;
  const send = () => { if (isReady) assemble.mutate({ act, locationId, quantityMilli: count * 1000 }); };
  const makes = (id: string | null) => t('makes', { quantity: formatQuantity(answer.places.find((place) => place.locationId === id)?.availableMilli ?? 0, locale, unit) });
  const options = (places?.locations ?? []).filter(({ kind }) => kind !== 'marketplace').map(({ id, name }) => ({ id, label: name, detail: makes(id) }));
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={t('title', { sku })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={assemble.isPending} onPress={send}>{t(`act.${act}`)}</Button></>}
    >
      <div className={styles.form}>
        {assemble.error ? <ScreenError error={assemble.error} /> : null}
        <Select label={t('what')} options={ACTS.map((id) => ({ id, label: t(`act.${id}`), detail: t(`hint.${id}`) }))} value={act} onChange={(id) => setAct(id as (typeof ACTS)[number])} description={t(`hint.${act}`)} />
        <Select label={t('place')} options={options} value={locationId} onChange={setLocationId} {...(act === 'pack' && locationId !== null ? { description: makes(locationId) } : {})} />
        <NumberField label={t('count')} value={count} onChange={setCount} minValue={1} />
      </div>
    </Dialog>
  );
}
