import type { ReceiveGoods } from '@oneshelf/contracts';
import { costedQuantity } from '@oneshelf/domain-inventory';
import { apportion, invariant } from '@oneshelf/domain-kernel';
import { valueInMarket } from '@oneshelf/domain-purchasing';
import type { ComingPart, ReceivedGoods } from '@oneshelf/server-inventory/goods';
import type { PurchaseOrder } from '../purchase-order';
import type { LineWeight } from './received-weights';

export interface ValuedLine {
  lineId: string;
  variantId: string;
  goodMilli: number;
  checkedMilli: number;
  damagedMilli: number;
  /** Null: it is not paid by its weight. */
  weightMilli: number | null;
  valueMinor: number;
  entries: ReceivedGoods[];
}

/** In the order of a line's states. */
const BUCKETS = ['sellable', 'quality_control', 'damaged'] as const;
const STATES = ['good', 'checked', 'damaged'] as const;

export const statesOfLine = ({ goodMilli, checkedMilli, damagedMilli }: ReceiveGoods['lines'][number]): number[] => [goodMilli, checkedMilli, damagedMilli];

interface TakenApart {
  marketCurrency: string;
  parts: readonly ComingPart[];
  /** Of what is told apart by serials: the pieces of each state. */
  pieces: Record<(typeof STATES)[number], string[]> | undefined;
  weight: LineWeight | undefined;
}

/** What a line's goods are worth in the market's currency, shared over the states and lots that they came in: their sum is the line's. */
export function valuedLine(order: PurchaseOrder, counted: ReceiveGoods['lines'][number], { marketCurrency, parts, pieces, weight }: TakenApart): ValuedLine {
  const line = order.lines.find(({ id }) => id === counted.lineId);
  invariant(line, 'the decision knew this line');
  // The order's cost is of a piece of the usual weight: what came is worth what it weighs (INV-153).
  const costed = costedQuantity({ usualWeightGrams: weight?.usualWeightGrams ?? null, weightMilli: weight?.weightMilli, quantityMilli: statesOfLine(counted).reduce((sum, milli) => sum + milli, 0) });
  const valueMinor = valueInMarket(line.unitCostMinor, costed.quantityMilli, { rateMillionths: order.rateMillionths, from: order.currency, to: marketCurrency, perMilli: costed.perMilli });
  const shares = apportion(valueMinor, parts.map((part) => part.quantityMilli));
  const entries = parts.map(({ index, lotId, quantityMilli }, place) => ({
    variantId: line.variantId, bucket: BUCKETS[index] ?? 'sellable', quantityMilli, valueMinor: shares[place] ?? 0, reason: order.number,
    ...(lotId === null ? {} : { lotId }), serials: pieces?.[STATES[index] ?? 'good'] ?? [],
  }));
  return { ...counted, variantId: line.variantId, weightMilli: weight?.weightMilli ?? null, valueMinor, entries };
}
