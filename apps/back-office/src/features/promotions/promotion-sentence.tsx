'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreatePromotionRequest, PromotionList } from '@oneshelf/contracts';
import { Button, NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiFetch } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { fromZonedInput } from '../../zoned-time';
import styles from '../prices/prices.module.css';
import { useMarkets } from './use-markets';

const ALL = 'all';
const EMPTY = { percent: 10, collection: null as string | null, market: null as string | null, channel: ALL, start: '', end: '', name: '' };

/** A promotion is made by filling in a sentence; its order is the language's. */
export function PromotionSentence({ collections }: { collections: PromotionList['collections'] }) {
  const t = useTranslations('promotions.create');
  const list = useTranslations('promotions');
  const { markets, channels, timeZone } = useMarkets();
  const [form, setForm] = useState(EMPTY);
  const [problem, setProblem] = useState<'incomplete' | 'order' | null>(null);
  const create = useCreate(() => setForm(EMPTY));
  const set = (change: Partial<typeof EMPTY>) => { setForm((previous) => ({ ...previous, ...change })); setProblem(null); };
  const market = form.market ?? markets[0]?.code ?? null;
  const zone = timeZone(market ?? '');
  const submit = () => {
    const request = requestOf({ ...form, market }, zone);
    if (typeof request === 'string') setProblem(request);
    else create.mutate(request);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className={styles.sentence}>
        {t.rich('sentence', {
          percent: () => <NumberField key="percent" label={t('percent')} minValue={0.01} maxValue={100} step={0.01} value={form.percent} onChange={(percent) => set({ percent })} />,
          collection: () => <Select key="collection" label={t('collection')} placeholder={t('choose')} options={collections.map(({ id, title }) => ({ id, label: title }))} value={form.collection} onChange={(collection) => set({ collection })} />,
          market: () => <Select key="market" label={t('market')} options={markets.map(({ code, name }) => ({ id: code, label: name }))} value={market} onChange={(code) => set({ market: code, channel: ALL })} />,
          channel: () => <Select key="channel" label={t('channel')} options={[{ id: ALL, label: list('allChannels') }, ...channels.filter((channel) => channel.marketCode === market).map(({ code, name }) => ({ id: code, label: name }))]} value={form.channel} onChange={(channel) => set({ channel })} />,
          start: () => <TextField key="start" type="datetime-local" label={t('start')} value={form.start} onChange={(start) => set({ start })} />,
          end: () => <TextField key="end" type="datetime-local" label={t('end')} value={form.end} onChange={(end) => set({ end })} />,
        })}
      </div>
      <p className={styles.hint}>{t('zone', { zone })}</p>
      <div className={styles.formFoot}>
        <TextField label={t('name')} value={form.name} onChange={(name) => set({ name })} maxLength={80} />
        <Button type="submit" variant="primary" isPending={create.isPending}>{t('submit')}</Button>
      </div>
      {problem === null ? null : <p role="alert" className={styles.error}>{t(problem)}</p>}
      {create.error ? <ScreenError error={create.error} /> : null}
    </form>
  );
}

/** The sentence as a command; else what is wrong with it. */
function requestOf(form: typeof EMPTY, timeZone: string): CreatePromotionRequest | 'incomplete' | 'order' {
  const [start, end] = [fromZonedInput(form.start, timeZone), fromZonedInput(form.end, timeZone)];
  const percentBasisPoints = Math.round(form.percent * 100);
  if (form.collection === null || form.market === null || start === null || end === null || form.name.trim().length < 2 || !(percentBasisPoints > 0)) return 'incomplete';
  if (start >= end) return 'order';
  return {
    name: form.name.trim(), marketCode: form.market, percentBasisPoints, collectionId: form.collection, channelCodes: form.channel === ALL ? [] : [form.channel],
    startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString(),
  };
}

function useCreate(onDone: () => void) {
  const t = useTranslations('promotions.create');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CreatePromotionRequest) => apiFetch('/api/promotions', { method: 'POST', body: request }),
    onSuccess: async (_answer, request) => {
      sayDone({ text: t('done', { name: request.name }) });
      onDone();
      await client.invalidateQueries({ queryKey: ['promotions'] });
    },
  });
}
