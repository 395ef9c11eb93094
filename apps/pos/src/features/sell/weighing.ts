import { isMeasured, lineAmount, minorUnitDigits } from '@oneshelf/domain-kernel';
import { milliForPrice, milliOfAmount, readScaleLabel, type ScaleLabel } from '@oneshelf/domain-barcodes';
import { create } from 'zustand';
import { type Product, priceUnitOf } from '../../local/catalogue';
import { clock } from '../../local/runtime';
import { tillState } from '../../local/till-state';
import type { ScannedPiece } from './cart';
import { unitPrice } from './price-cart';

/** What waits for its weight: a new line, or one that is weighed again. */
export interface Weighing { variantId: string; lineId: string | null; /** What was scanned of the piece before it was weighed. */ piece?: ScannedPiece }

export const useWeighing = create<{ weighing: Weighing | null }>()(() => ({ weighing: null }));

export const weigh = (weighing: Weighing | null): void => useWeighing.setState({ weighing });

/** The product of a scale's label and how much of what its price is of the label says; null: the code is no label, or of goods that are only counted. */
export function readWeighed(code: string): { product: Product; amountMilli: number } | null {
  const { catalogue, bootstrap } = tillState.getState();
  const label = bootstrap && readScaleLabel(code, { today: clock.now().slice(0, 10), fractionDigits: minorUnitDigits(bootstrap.market.currency) });
  const product = label && catalogue?.byCode(label.item ?? code);
  if (!label || !product) return null;
  const amountMilli = amountOf(label, product);
  return amountMilli ? { product, amountMilli } : null;
}

function amountOf({ amount, priceMinor }: ScaleLabel, product: Product): number | null {
  const unit = priceUnitOf(product);
  if (!isMeasured(unit)) return null;
  if (amount !== null) return milliOfAmount(amount, unit);
  const { bootstrap, priceBook } = tillState.getState();
  const unitMinor = bootstrap && priceBook && unitPrice(product.variantId, { bootstrap, priceBook, pricedAt: clock.now() });
  return unitMinor && priceMinor !== null ? milliForPrice(priceMinor, unitMinor) : null;
}

/** What so much of a product costs here and now; null where it has no price. */
export function priceOf(variantId: string, amountMilli: number): number | null {
  const { bootstrap, priceBook } = tillState.getState();
  const unitMinor = bootstrap && priceBook && unitPrice(variantId, { bootstrap, priceBook, pricedAt: clock.now() });
  return unitMinor === null ? null : lineAmount(unitMinor, amountMilli);
}

/** 1,000 kg of a piece, 10,000 of anything else: more is a typing error, and the engine takes no more. */
export const mostOf = ({ usualGrams }: Product): number => (usualGrams === undefined ? 10_000_000 : 1_000_000);

/** Far from what a piece usually weighs: the goods before these are on the scale still, or a digit is missing. */
export const isUnusual = (weightMilli: number, { usualGrams }: Product): boolean => usualGrams !== undefined && usualGrams > 0 && (weightMilli * 3 < usualGrams || weightMilli > usualGrams * 3);
