import { Button, Dialog, entryToMinor, Notice } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { type Product, priceUnitOf } from '../../local/catalogue';
import { useTill } from '../../local/till-state';
import { AmountEntry } from '../pay/amount-entry';
import { setWeighed, useCart } from './cart';
import { sellWeighed } from './sell-code';
import { isUnusual, mostOf, priceOf, weigh, type Weighing } from './weighing';

/** How much of a product that is sold by weight or measure, or what its piece weighs, typed from the scale. */
export function WeighDialog({ weighing: { variantId, lineId, piece } }: { weighing: Weighing }) {
  const t = useTranslations('sell.weigh');
  const tShell = useTranslations('shell');
  const { money, quantity } = useFormat();
  const product = useTill((state) => state.catalogue)?.byVariantId(variantId);
  const line = useCart((cart) => cart.lines).find((one) => one.lineId === lineId);
  const before = line?.weightMilli ?? line?.quantityMilli ?? 0;
  const [entry, setEntry] = useState('');
  const unit = priceUnitOf(product);
  if (!product || !unit) return null;
  // Grams and millilitres are whole; of a kilogram, a litre or a metre a scale says three digits.
  const fractionDigits = unit === 'g' || unit === 'ml' ? 0 : 3;
  const milliOf = (value: number): number => (fractionDigits === 0 ? value * 1000 : value);
  const amountMilli = entry === '' ? before : milliOf(entryToMinor(entry, fractionDigits));
  const isRight = amountMilli > 0 && amountMilli <= mostOf(product);
  const amountMinor = priceOf(variantId, amountMilli);
  const take = (): void => {
    if (!isRight) return;
    if (lineId === null) sellWeighed(variantId, amountMilli, piece);
    else setWeighed(lineId, amountMilli);
    weigh(null);
  };
  const each = priceOf(variantId, 1000);
  const type = product.usualGrams === undefined ? t(`type.${unit}`) : t('type.piece');
  return (
    <Dialog
      isOpen onOpenChange={() => weigh(null)} title={product.title} closeLabel={tShell('close')}
      footer={<Button variant="primary" size="large" isDisabled={!isRight} onPress={take}>{amountMilli > 0 && amountMinor !== null ? t('take', { quantity: quantity(amountMilli, unit), amount: money(amountMinor) }) : type}</Button>}
    >
      <p className="till-muted">{[product.variantTitle, each === null ? '' : t('each', { amount: money(each), unit })].filter(Boolean).join(' · ')}</p>
      <Doubt product={product} amountMilli={amountMilli} />
      <AmountEntry label={type} entry={entry} onChange={setEntry} onEnter={take} emptyMinor={fractionDigits === 0 ? before / 1000 : before} as={{ fractionDigits, written: (value) => quantity(milliOf(value), unit) }} />
    </Dialog>
  );
}

/** What a piece usually weighs, and what cannot be or is far from it. */
function Doubt({ product, amountMilli }: { product: Product; amountMilli: number }) {
  const t = useTranslations('sell.weigh');
  const { quantity } = useFormat();
  const usual = quantity(product.usualGrams ?? 0, 'kg');
  if (amountMilli > mostOf(product)) return <p role="alert">{t(product.usualGrams === undefined ? 'tooMuch' : 'tooHeavy')}</p>;
  if (amountMilli > 0 && isUnusual(amountMilli, product)) return <Notice tone="waiting">{t('unusual', { usual })}</Notice>;
  return product.usualGrams ? <p className="till-muted">{t('usual', { usual })}</p> : null;
}
