'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useBuilder } from './builder-context';
import type { Discount } from './reward-forms';

/** A whole number in the sentence; blank is NaN. */
export function CountBlank({ label, value, onChange, least = 1, most = 1000 }: { label: string; value: number | undefined; onChange: (value: number) => void; least?: number; most?: number }) {
  return <NumberField label={label} minValue={least} maxValue={most} step={1} value={value ?? NaN} onChange={onChange} />;
}

/** An amount of the market's currency, kept in minor units. */
export function MoneyBlank({ label, minor, onChange }: { label: string; minor: number | undefined; onChange: (minor: number) => void }) {
  const { currency } = useBuilder();
  const scale = 10 ** minorUnitDigits(currency);
  return <NumberField label={label} minValue={0} maxValue={1_000_000_000} step={1 / scale} value={minor === undefined ? NaN : minor / scale} onChange={(value) => onChange(Math.round(value * scale))} />;
}

const discountKinds = ['percent', 'amount', 'price'] as const;
type DiscountKind = (typeof discountKinds)[number];

const kindOf = (discount: Discount): DiscountKind => ('percentBasisPoints' in discount ? 'percent' : 'amountOffMinor' in discount ? 'amount' : 'price');
const starting: Record<DiscountKind, Discount> = { percent: { percentBasisPoints: 1000 }, amount: { amountOffMinor: 500 }, price: { priceMinor: 1000 } };

/** How much less: so many percent, an amount, or all above a price. */
export function DiscountBlank({ label, discount, onChange }: { label: string; discount: Discount; onChange: (discount: Discount) => void }) {
  const t = useTranslations('promotion-desk.blanks');
  const { currency } = useBuilder();
  const kind = kindOf(discount);
  return (
    <>
      {'percentBasisPoints' in discount ? <NumberField label={t('percentOf', { label })} minValue={0} maxValue={100} step={0.01} value={discount.percentBasisPoints / 100} onChange={(percent) => onChange({ percentBasisPoints: Math.round(percent * 100) })} />
        : 'amountOffMinor' in discount ? <MoneyBlank label={t('amountOf', { label })} minor={discount.amountOffMinor} onChange={(amountOffMinor) => onChange({ amountOffMinor })} />
          : <MoneyBlank label={t('priceOf', { label })} minor={discount.priceMinor} onChange={(priceMinor) => onChange({ priceMinor })} />}
      <Select label={t('kindOf', { label })} value={kind} onChange={(next) => onChange(starting[next as DiscountKind])} options={discountKinds.map((id) => ({ id, label: t(`kinds.${id}`, { currency }) }))} />
    </>
  );
}

/** Several names with commas between them, taken over while they are typed. */
export function NamesBlank({ label, names, onChange, isUpperCase = false }: { label: string; names: readonly string[]; onChange: (names: string[]) => void; isUpperCase?: boolean }) {
  const [text, setText] = useState(names.join(', '));
  const change = (typed: string) => {
    const next = isUpperCase ? typed.toUpperCase() : typed;
    setText(next);
    onChange(next.split(',').map((name) => name.trim()).filter((name) => name !== ''));
  };
  return <TextField label={label} value={text} onChange={change} />;
}
