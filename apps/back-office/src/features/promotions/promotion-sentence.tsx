'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CreatePromotionRequest, isWholeCouponCode, type PromotionList } from '@oneshelf/contracts';
import { Button, NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { fromZonedInput } from '../../zoned-time';
import styles from '../prices/prices.module.css';
import { couponKinds, type CouponKind, definitionOf, noLimits, offerKinds, type OfferKind } from './promotion-offers';
import { PromotionLimitsRow } from './promotion-limits-row';
import { createPromotion, promotionList } from './promotions-api';
import { useMarkets } from './use-markets';

const ALL = 'all';
const EMPTY = { kind: 'percent' as OfferKind, percent: 10, amount: 5, spend: 50, buy: 2, get: 1, collection: null as string | null, market: null as string | null, channel: ALL, coupon: '', couponKind: 'shared' as CouponKind, limits: noLimits, start: '', end: '', name: '' };
type Form = typeof EMPTY;
type Problem = 'incomplete' | 'order' | 'code';

/** A promotion is made by choosing a sentence and filling it in; the order of its words is the language's. */
export function PromotionSentence({ collections }: { collections: PromotionList['collections'] }) {
  const t = useTranslations('promotions.create');
  const { markets, currencyOf, timeZone } = useMarkets();
  const [form, setForm] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = useCreate(() => setForm({ ...EMPTY, kind: form.kind }));
  const set = (change: Partial<Form>) => { setForm((previous) => ({ ...previous, ...change })); setProblem(null); };
  const market = form.market ?? markets[0]?.code ?? null;
  const zone = timeZone(market ?? '');
  const submit = () => {
    const request = requestOf({ ...form, market }, { zone, currency: currencyOf(market ?? '') });
    if (typeof request === 'string') setProblem(request);
    else create.mutate(request);
  };
  const blanks = useBlanks({ form: { ...form, market }, set, collections });
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className={styles.kind}>
        <Select label={t('kind')} options={offerKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))} value={form.kind} onChange={(kind) => set({ kind: kind as OfferKind })} />
      </div>
      <div className={styles.sentence}>{t.rich(`sentence.${form.kind}`, { ...blanks, currency: currencyOf(market ?? '') })}</div>
      <PromotionLimitsRow limits={form.limits} onChange={(change) => set({ limits: { ...form.limits, ...change } })} currency={currencyOf(market ?? '')} />
      <p className={styles.hint}>{t('zone', { zone })}</p>
      <div className={styles.formFoot}>
        <TextField label={t('name')} value={form.name} onChange={(name) => set({ name })} maxLength={80} />
        <Select label={t('couponKind')} options={couponKinds.map((kind) => ({ id: kind, label: t(`couponKinds.${kind}`) }))} value={form.couponKind} onChange={(kind) => set({ couponKind: kind as CouponKind })} />
        {form.couponKind === 'shared' ? <TextField label={t('coupon')} value={form.coupon} onChange={(coupon) => set({ coupon })} maxLength={40} /> : null}
        <Button type="submit" variant="primary" isPending={create.isPending}>{t('submit')}</Button>
      </div>
      {problem === null ? null : <p role="alert" className={styles.error}>{t(problem)}</p>}
      {create.error ? <ScreenError error={create.error} /> : null}
    </form>
  );
}

/** The blanks of every sentence; each sentence uses those that it names. */
function useBlanks({ form, set, collections }: { form: Form; set: (change: Partial<Form>) => void; collections: PromotionList['collections'] }) {
  const t = useTranslations('promotions.create');
  const list = useTranslations('promotions');
  const { markets, channels } = useMarkets();
  const number = (field: 'percent' | 'amount' | 'spend' | 'buy' | 'get', limits: { minValue: number; maxValue: number; step: number }) =>
    () => <NumberField key={field} label={t(field)} {...limits} value={form[field]} onChange={(value) => set({ [field]: value })} />;
  const money = { minValue: 0.01, maxValue: 1_000_000, step: 0.01 };
  const count = { minValue: 1, maxValue: 1000, step: 1 };
  return {
    percent: number('percent', { minValue: 0.01, maxValue: 100, step: 0.01 }), amount: number('amount', money), spend: number('spend', money), buy: number('buy', count), get: number('get', count),
    collection: () => <Select key="collection" label={t('collection')} placeholder={t('choose')} options={collections.map(({ id, title }) => ({ id, label: title }))} value={form.collection} onChange={(collection) => set({ collection })} />,
    market: () => <Select key="market" label={t('market')} options={markets.map(({ code, name }) => ({ id: code, label: name }))} value={form.market} onChange={(code) => set({ market: code, channel: ALL })} />,
    channel: () => <Select key="channel" label={t('channel')} options={[{ id: ALL, label: list('allChannels') }, ...channels.filter((channel) => channel.marketCode === form.market).map(({ code, name }) => ({ id: code, label: name }))]} value={form.channel} onChange={(channel) => set({ channel })} />,
    start: () => <TextField key="start" type="datetime-local" label={t('start')} value={form.start} onChange={(start) => set({ start })} />,
    end: () => <TextField key="end" type="datetime-local" label={t('end')} value={form.end} onChange={(end) => set({ end })} />,
  };
}

/** The sentence as a command; else what is wrong with it. */
function requestOf(form: Form, { zone, currency }: { zone: string; currency: string }): CreatePromotionRequest | Problem {
  const [start, end] = [fromZonedInput(form.start, zone), fromZonedInput(form.end, zone)];
  const definition = definitionOf({ ...form, channel: form.channel === ALL ? null : form.channel }, currency);
  if (definition === null || form.market === null || start === null || end === null || form.name.trim().length < 2) return 'incomplete';
  if (start >= end) return 'order';
  if (!(definition.coupon?.codes ?? []).every(isWholeCouponCode)) return 'code';
  return { name: form.name.trim(), marketCode: form.market, definition, startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() };
}

function useCreate(onDone: () => void) {
  const t = useTranslations('promotions.create');
  const client = useQueryClient();
  return useMutation({
    mutationFn: createPromotion,
    onSuccess: async (_answer, request: CreatePromotionRequest) => {
      sayDone({ text: t('done', { name: request.name }) });
      onDone();
      await client.invalidateQueries({ queryKey: promotionList.queryKey });
    },
  });
}
