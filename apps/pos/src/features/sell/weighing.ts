import { isMeasured, lineAmount, minorUnitDigits } from '@oneshelf/domain-kernel';
import { milliForPrice, milliOfAmount, readScaleLabel, type ScaleLabel } from '@oneshelf/domain-barcodes';
import { create } from 'zustand';
import type { Product } from '../../local/catalogue';
import { clock } from '../../local/runtime';
import { tillState } from '../../local/till-state';
import { unitPrice } from './price-cart';

/** What waits for its weight: a new line, or one that is weighed again. */
export interface Weighing { variantId: string; lineId: string | null }

export const useWeighing = create<{ weighing: Weighing | null }>()(() => ({ weighing: null }));

export const weigh = (weighing: Weighing | null): void => useWeighing.setState({ weighing });

/** The product of a scale's label and how much of it the label says; null: the code is no label, or of goods that are counted. */
export function readWeighed(code: string): { product: Product; quantityMilli: number } | null {
  const { catalogue, bootstrap } = tillState.getState();
  const label = bootstrap && readScaleLabel(code, { today: clock.now().slice(0, 10), fractionDigits: minorUnitDigits(bootstrap.market.currency) });
  const product = label && catalogue?.byCode(label.item ?? code);
  if (!label || !product) return null;
  const quantityMilli = quantityOf(label, product);
  return quantityMilli ? { product, quantityMilli } : null;
}

function quantityOf({ amount, priceMinor }: ScaleLabel, { variantId, unit }: Product): number | null {
  if (!isMeasured(unit)) return null;
  if (amount !== null) return milliOfAmount(amount, unit);
  const { bootstrap, priceBook } = tillState.getState();
  const unitMinor = bootstrap && priceBook && unitPrice(variantId, { bootstrap, priceBook, pricedAt: clock.now() });
  return unitMinor && priceMinor !== null ? milliForPrice(priceMinor, unitMinor) : null;
}

/** What so much of a product costs here and now; null where it has no price. */
export function priceOf(variantId: string, quantityMilli: number): number | null {
  const { bootstrap, priceBook } = tillState.getState();
  const unitMinor = bootstrap && priceBook && unitPrice(variantId, { bootstrap, priceBook, pricedAt: clock.now() });
  return unitMinor === null ? null : lineAmount(unitMinor, quantityMilli);
}
