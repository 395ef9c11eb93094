import type { ReceiveGoods } from '@oneshelf/contracts';
import { apportion, invariant } from '@oneshelf/domain-kernel';
import { valueInMarket } from '@oneshelf/domain-purchasing';
import type { ReceivedGoods } from '@oneshelf/server-inventory/goods';
import type { PurchaseOrder } from '../purchase-order';

export interface ValuedLine {
  lineId: string;
  variantId: string;
  goodMilli: number;
  checkedMilli: number;
  damagedMilli: number;
  valueMinor: number;
  entries: ReceivedGoods[];
}

/** What a line's goods are worth in the market's currency, shared over the states that they came in: their sum is the line's. */
export function valuedLine(order: PurchaseOrder, counted: ReceiveGoods['lines'][number] & { pieces?: Record<'good' | 'checked' | 'damaged', string[]> | undefined }, marketCurrency: string): ValuedLine {
  const line = order.lines.find(({ id }) => id === counted.lineId);
  invariant(line, 'the decision knew this line');
  const states = [['sellable', counted.goodMilli, counted.pieces?.good], ['quality_control', counted.checkedMilli, counted.pieces?.checked], ['damaged', counted.damagedMilli, counted.pieces?.damaged]] as const;
  const valueMinor = valueInMarket(line.unitCostMinor, states.reduce((sum, [, milli]) => sum + milli, 0), { rateMillionths: order.rateMillionths, from: order.currency, to: marketCurrency });
  const shares = apportion(valueMinor, states.map(([, milli]) => milli));
  const entries = states.flatMap(([bucket, quantityMilli, serials = []], index) => (quantityMilli === 0 ? [] : [{ variantId: line.variantId, bucket, quantityMilli, valueMinor: shares[index] ?? 0, reason: order.number, serials }]));
  return { ...counted, variantId: line.variantId, valueMinor, entries };
}
