'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandLimitList } from '@oneshelf/contracts';
import { Button, Checkbox, NumberField, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { useWordOr } from '../../use-word-or';
import styles from './tills.module.css';

type Limit = HandLimitList['items'][number];

/** How far each role may go by hand at a till; beyond it somebody who may puts in a PIN. */
export function HandLimitsPanel() {
  const t = useTranslations('tills.limits');
  const limits = useQuery(apiQuery('/api/hand-limits'));
  if (!limits.data) return limits.error ? <ScreenError error={limits.error} onRetry={() => void limits.refetch()} /> : null;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      {limits.data.items.map((limit) => <LimitRow key={`${limit.role}:${limit.discountBasisPoints}:${limit.priceBasisPoints}`} limit={limit} />)}
    </Panel>
  );
}

function LimitRow({ limit }: { limit: Limit }) {
  const t = useTranslations('tills.limits');
  const roleName = useWordOr('tills.limits.roles');
  const client = useQueryClient();
  const [draft, setDraft] = useState(limit);
  const role = roleName(limit.role);
  const save = useMutation({
    mutationFn: () => api.put('/api/hand-limits/{role}', { params: { path: { role: limit.role } }, body: { discountBasisPoints: draft.discountBasisPoints, priceBasisPoints: draft.priceBasisPoints } }),
    onSuccess: () => {
      sayDone({ text: t('saved', { role }) });
      return client.invalidateQueries({ queryKey: apiQuery('/api/hand-limits').queryKey });
    },
  });
  const isChanged = draft.discountBasisPoints !== limit.discountBasisPoints || draft.priceBasisPoints !== limit.priceBasisPoints;
  return (
    <div className={styles.limit} role="group" aria-label={role}>
      <strong>{role}</strong>
      <Percent label={t('discount')} basisPoints={draft.discountBasisPoints} onChange={(discountBasisPoints) => setDraft({ ...draft, discountBasisPoints })} />
      <Checkbox isSelected={draft.priceBasisPoints !== null} onChange={(isOn) => setDraft({ ...draft, priceBasisPoints: isOn ? (limit.priceBasisPoints ?? 0) : null })}>{t('setsPrices')}</Checkbox>
      {draft.priceBasisPoints === null ? <span /> : <Percent label={t('below')} basisPoints={draft.priceBasisPoints} onChange={(priceBasisPoints) => setDraft({ ...draft, priceBasisPoints })} />}
      <Button isDisabled={!isChanged} isPending={save.isPending} onPress={() => save.mutate()} aria-label={t('saveFor', { role })}>{t('save')}</Button>
      {save.error ? <ScreenError error={save.error} /> : null}
    </div>
  );
}

/** A share of at most all, typed as percent. */
function Percent({ label, basisPoints, onChange }: { label: string; basisPoints: number; onChange: (basisPoints: number) => void }) {
  return <NumberField label={label} value={basisPoints / 100} minValue={0} maxValue={100} formatOptions={{ maximumFractionDigits: 2 }} onChange={(percent) => { if (Number.isFinite(percent)) onChange(Math.round(percent * 100)); }} />;
}
