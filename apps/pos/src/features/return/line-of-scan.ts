import type { ReturnableLine } from '@oneshelf/contracts';
import { readWeighed } from '../sell/weighing';
import type { LineChoice } from './return-choice';

/** The line that a code means: of pieces that were weighed the one with the weight of the label, else the first that is not ticked yet. */
export function lineOfScan(lines: readonly ReturnableLine[], code: string, choices: Record<string, LineChoice>): ReturnableLine | undefined {
  const weighed = readWeighed(code);
  const meant = lines.filter((line) => (weighed ? line.variantId === weighed.product.variantId : line.sku === code || line.barcodes.includes(code)));
  const open = meant.filter((line) => line.returnableMilli > (choices[line.orderLineId]?.quantityMilli ?? 0));
  return open.find((line) => weighed !== null && line.weightMilli === weighed.amountMilli) ?? open[0] ?? meant[0];
}
