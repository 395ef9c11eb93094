'use client';
import type { PriceParity } from '@oneshelf/contracts';
import { ChipGroup, SearchField, Select, TextField } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './parity.module.css';
import { ALL, STRANGERS, type useParityFilter } from './use-parity-filter';
import { useParityWords } from './use-parity-words';

const SPREADS = ['0', '500', '1000', '2000', '5000'] as const;

/** When, where, for whom, and how far apart. */
export function ParityFilters({ market, state, data }: { market: string; state: ReturnType<typeof useParityFilter>; data: PriceParity | undefined }) {
  const t = useTranslations('parity.filter');
  const format = useFormatter();
  const words = useParityWords(market, data?.currency ?? 'GBP');
  const [typed, setTyped] = useState(state.search);
  const everywhere = { id: ALL, label: t('all') };
  return (
    <>
      <div className={styles.filters}>
        <TextField type="datetime-local" label={t('at')} value={state.at} onChange={state.setAt} />
        <Select label={t('channel')} options={[everywhere, ...(data?.channels ?? []).map((code) => ({ id: code, label: words.channel(code) }))]} value={state.channel} onChange={state.setChannel} />
        <Select label={t('store')} options={[everywhere, ...(data?.locations ?? []).map((id) => ({ id, label: words.store(id) ?? id }))]} value={state.location} onChange={state.setLocation} />
        <Select label={t('group')} options={[everywhere, { id: STRANGERS, label: t('strangers') }, ...(data?.groups ?? []).map((id) => ({ id, label: id }))]} value={state.group} onChange={state.setGroup} />
        <Select label={t('spread')} options={SPREADS.map((id) => ({ id, label: id === '0' ? t('anySpread') : t('atLeast', { percent: format.number(Number(id) / 10_000, { style: 'percent' }) }) }))} value={state.spread} onChange={state.setSpread} />
      </div>
      <div className={styles.filters}>
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clear')} value={typed} onChange={setTyped} onSubmit={state.setSearch} onClear={() => state.setSearch('')} />
        <ChipGroup label={t('show')} chips={[{ id: ALL, label: t('everything') }, { id: 'drift', label: t('drift') }, { id: 'differences', label: t('differences') }]} value={state.show} onChange={(id) => state.setShow(id ?? ALL)} />
      </div>
    </>
  );
}
