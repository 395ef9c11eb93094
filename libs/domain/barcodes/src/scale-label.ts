import type { InStoreLayout } from './in-store-code';
import type { Measure } from './measures';
import { readScan } from './read-scan';

/** The labels of the house's own scales: 21 says what it weighs or measures in grams, millimetres or millilitres, 22 what it costs in minor units. */
const weightLabel: InStoreLayout = [{ is: 'fixed', text: '21' }, { is: 'item', length: 5 }, { is: 'value', length: 5 }, { is: 'check' }];
const priceLabel: InStoreLayout = [{ is: 'fixed', text: '22' }, { is: 'item', length: 5 }, { is: 'price', length: 5 }, { is: 'check' }];

export interface ScaleLabel {
  /** The item of a label of the house, which is a product's SKU or barcode; null: the goods have a GTIN. */
  item: string | null;
  /** What is in it, in grams, millimetres or millilitres; null: the label says only the price. */
  amount: number | null;
  /** Null where an amount is known: then the product's own price counts. */
  priceMinor: number | null;
}

/** What the label of a scale says of a piece of goods; null: the code is no such label. */
export function readScaleLabel(code: string, { today, fractionDigits }: { today: string; fractionDigits: number }): ScaleLabel | null {
  const scan = readScan(code, { today, layouts: [weightLabel, priceLabel] });
  if (scan.lookup.by === 'in_store') return labelOf(scan.lookup.item, scan.labelValue, scan.labelPrice);
  if (scan.lookup.by !== 'gtin') return null;
  return labelOf(null, smallest(scan.measure), scan.price === null ? null : minorOf(scan.price.amount, fractionDigits));
}

const labelOf = (item: string | null, amount: number | null, priceMinor: number | null): ScaleLabel | null =>
  amount ? { item, amount, priceMinor: null } : priceMinor ? { item, amount: null, priceMinor } : null;

const smallest = (measure: Measure | null): number | null => (measure && ['g', 'mm', 'ml'].includes(measure.unit) ? measure.amount : null);

function minorOf(amount: string, fractionDigits: number): number | null {
  const [whole = '', fraction = ''] = amount.split('.');
  return fraction.length > fractionDigits ? null : Number(whole + fraction.padEnd(fractionDigits, '0'));
}

/** Grams, millimetres or millilitres as thousandths of a unit that is sold. */
export const milliOfAmount = (amount: number, unit: 'kg' | 'g' | 'l' | 'ml' | 'm'): number => (unit === 'g' || unit === 'ml' ? amount * 1000 : amount);

/** The most thousandths that cost no more than the label says, at so much a unit: nobody pays more than was printed. */
export const milliForPrice = (priceMinor: number, unitMinor: number): number => Math.max(0, Math.ceil(((2 * priceMinor + 1) * 500) / unitMinor) - 1);
