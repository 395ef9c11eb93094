'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import type { PriceFloorList } from '@oneshelf/contracts';
import { Button, NumberField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type PickedProduct, ProductPicker } from '../promotions/product-picker';
import type { FloorChange } from './floor-change';
import styles from './settings.module.css';

/** Picks a product and says how low it may go. */
export function FloorAdder({ floors, onChange }: { floors: PriceFloorList | undefined; onChange: (change: FloorChange) => void }) {
  const t = useTranslations('settings.floors');
  const [picked, setPicked] = useState<PickedProduct | null>(null);
  const [amount, setAmount] = useState(NaN);
  const currency = floors?.currency ?? 'GBP';
  const add = () => {
    if (!picked || !Number.isFinite(amount)) return;
    const there = floors?.items.find(({ variantId }) => variantId === picked.variantId);
    onChange({ variantId: picked.variantId, sku: picked.sku, amountMinor: Math.round(amount * 10 ** minorUnitDigits(currency)), seenMinor: there?.amountMinor ?? null });
    setPicked(null);
    setAmount(NaN);
  };
  if (!picked) return <div className={styles.tools}><ProductPicker by="variant" label={t('pick')} onPick={setPicked} /></div>;
  return (
    <div className={styles.tools}>
      <p><strong>{picked.sku}</strong> {picked.title}</p>
      <NumberField autoFocus label={t('newFloor')} minValue={0} maxValue={10_000_000} formatOptions={{ style: 'currency', currency }} value={amount} onChange={setAmount} />
      <Button variant="primary" isDisabled={!Number.isFinite(amount)} onPress={add}>{t('add')}</Button>
      <Button onPress={() => setPicked(null)}>{t('other')}</Button>
    </div>
  );
}
