import { isMeasured } from '@oneshelf/domain-kernel';
import { Button, Dialog, entryToMinor } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { AmountEntry } from '../pay/amount-entry';
import { setQuantity, useCart } from './cart';
import { sellWeighed } from './sell-code';
import { priceOf, weigh, type Weighing } from './weighing';

/** How much of a product that is sold by weight or measure, typed from the scale. */
export function WeighDialog({ weighing: { variantId, lineId } }: { weighing: Weighing }) {
  const t = useTranslations('sell.weigh');
  const tShell = useTranslations('shell');
  const { money, quantity } = useFormat();
  const product = useTill((state) => state.catalogue)?.byVariantId(variantId);
  const before = useCart((cart) => cart.lines).find((line) => line.lineId === lineId)?.quantityMilli ?? 0;
  const [entry, setEntry] = useState('');
  const unit = product?.unit;
  if (!product || !isMeasured(unit)) return null;
  // Grams and millilitres are whole; of a kilogram, a litre or a metre a scale says three digits.
  const fractionDigits = unit === 'g' || unit === 'ml' ? 0 : 3;
  const milliOf = (value: number): number => (fractionDigits === 0 ? value * 1000 : value);
  const quantityMilli = entry === '' ? before : milliOf(entryToMinor(entry, fractionDigits));
  const amountMinor = priceOf(variantId, quantityMilli);
  const take = (): void => {
    if (quantityMilli <= 0 || quantityMilli > 10_000_000) return;
    if (lineId === null) sellWeighed(variantId, quantityMilli);
    else setQuantity(lineId, quantityMilli);
    weigh(null);
  };
  const each = priceOf(variantId, 1000);
  return (
    <Dialog
      isOpen onOpenChange={() => weigh(null)} title={product.title} closeLabel={tShell('close')}
      footer={<Button variant="primary" size="large" isDisabled={quantityMilli <= 0 || quantityMilli > 10_000_000} onPress={take}>{quantityMilli > 0 && amountMinor !== null ? t('take', { quantity: quantity(quantityMilli, unit), amount: money(amountMinor) }) : t(`type.${unit}`)}</Button>}
    >
      <p className="till-muted">{[product.variantTitle, each === null ? '' : t('each', { amount: money(each), unit })].filter(Boolean).join(' · ')}</p>
      {quantityMilli > 10_000_000 ? <p role="alert">{t('tooMuch')}</p> : null}
      <AmountEntry label={t(`type.${unit}`)} entry={entry} onChange={setEntry} onEnter={take} emptyMinor={fractionDigits === 0 ? before / 1000 : before} as={{ fractionDigits, written: (value) => quantity(milliOf(value), unit) }} />
    </Dialog>
  );
}
