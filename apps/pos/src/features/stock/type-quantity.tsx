import { Button, NumberField } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { Product } from '../../local/catalogue';

/** The product at hand, and its number typed: what is in all, not how many more. */
export function TypeQuantity({ product, countedMilli, onSet }: { product: Product | null; countedMilli: number; onSet: (milli: number) => void }) {
  const t = useTranslations('stock.count');
  const { quantity } = useFormat();
  const [typed, setTyped] = useState(Number.NaN);
  const set = (): void => {
    if (!Number.isFinite(typed)) return;
    onSet(Math.round(typed * 1000));
    setTyped(Number.NaN);
  };
  return (
    <form className="till-stack" onSubmit={(event) => { event.preventDefault(); set(); }}>
      <strong>{product?.title ?? t('unknownProduct')}</strong>
      <span className="till-muted">{[product?.variantTitle, product?.sku].filter(Boolean).join(' · ')}</span>
      <span className="till-count-figure">{quantity(countedMilli, product?.unit)}</span>
      <NumberField label={t('inAll')} value={typed} onChange={setTyped} minValue={0} maxValue={1_000_000} formatOptions={{ maximumFractionDigits: 3 }} />
      <Button type="submit" isDisabled={!Number.isFinite(typed)} onPress={set}>{t('setTo')}</Button>
    </form>
  );
}
