import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { MOST_MILLI } from './order-problems';
import { orderStatusAfter, type PurchaseOrderStatus } from './order-status';
import { overLimitMilli } from './over-limit';

/** A line of an order as it stands before the receipt. Thousandths. */
export interface OrderedLine {
  lineId: string;
  orderedMilli: number;
  receivedMilli: number;
  /** Will not come any more. */
  closedMilli: number;
}

/** What was counted for a line: for sale, to be checked, damaged. */
export interface CountedGoods {
  lineId: string;
  goodMilli: number;
  checkedMilli: number;
  damagedMilli: number;
}

export interface ReceiptDecision {
  status: PurchaseOrderStatus;
  lines: {
    lineId: string;
    receivedMilli: number;
    /** Beyond what was still open. */
    overMilli: number;
    /** Still open after it; none where the receipt is final. */
    openMilli: number;
    /** Given up by it. */
    closedMilli: number;
  }[];
}

export type ReceiptRefusal =
  | { kind: 'order_not_open'; status: PurchaseOrderStatus }
  | { kind: 'nothing_received' }
  | { kind: 'unknown_line'; lineIds: string[] }
  | { kind: 'quantity_out_of_range'; lineIds: string[] }
  | { kind: 'over_limit'; lines: { lineId: string; overMilli: number; limitMilli: number }[] };

/**
 * What a receipt does to an order (PUR-4 to 6). All that came counts, in whatever state it is. What is missing stays open,
 * or is given up where the receipt is final. Refuses a closed order, counts that are no counts, and more than may come.
 */
export function decideReceipt(order: { status: PurchaseOrderStatus; lines: readonly OrderedLine[] }, counted: readonly CountedGoods[], { isFinal, mayDecide }: { isFinal: boolean; mayDecide: boolean }): Result<ReceiptDecision, ReceiptRefusal> {
  if (!orderStatusAfter(order.status, 'receive_part').ok) return refuse({ kind: 'order_not_open', status: order.status });
  const known = new Set(order.lines.map((line) => line.lineId));
  const unknown = counted.filter((line) => !known.has(line.lineId)).map((line) => line.lineId);
  if (unknown.length > 0) return refuse({ kind: 'unknown_line', lineIds: unknown });
  const odd = counted.filter((line) => !isCount(line) || counted.some((other) => other !== line && other.lineId === line.lineId)).map((line) => line.lineId);
  if (odd.length > 0) return refuse({ kind: 'quantity_out_of_range', lineIds: [...new Set(odd)] });
  if (!isFinal && counted.every((line) => totalOf(line) === 0)) return refuse({ kind: 'nothing_received' });
  const lines = order.lines.map((line) => lineAfter(line, counted.find((one) => one.lineId === line.lineId), isFinal));
  const tooMuch = lines.flatMap(({ lineId, overMilli, overall }) => {
    const limitMilli = overLimitMilli(overall.orderedMilli, { mayDecide });
    return overMilli > 0 && overall.overMilli > limitMilli ? [{ lineId, overMilli: overall.overMilli, limitMilli }] : [];
  });
  if (tooMuch.length > 0) return refuse({ kind: 'over_limit', lines: tooMuch });
  return ok({ status: statusAfter(order, lines), lines: lines.map(({ overall: _, ...line }) => line) });
}

const totalOf = ({ goodMilli, checkedMilli, damagedMilli }: CountedGoods): number => goodMilli + checkedMilli + damagedMilli;

const isCount = (line: CountedGoods): boolean =>
  [line.goodMilli, line.checkedMilli, line.damagedMilli].every((milli) => Number.isSafeInteger(milli) && milli >= 0) && totalOf(line) <= MOST_MILLI;

function lineAfter(line: OrderedLine, counted: CountedGoods | undefined, isFinal: boolean) {
  const came = counted ? totalOf(counted) : 0;
  const wasOpen = Math.max(0, line.orderedMilli - line.receivedMilli - line.closedMilli);
  const missing = Math.max(0, wasOpen - came);
  return {
    lineId: line.lineId,
    receivedMilli: came,
    overMilli: Math.max(0, came - wasOpen),
    openMilli: isFinal ? 0 : missing,
    closedMilli: isFinal ? missing : 0,
    // Several receipts of a little too much are one of a lot: the limit is on all that came.
    overall: { orderedMilli: line.orderedMilli, overMilli: line.receivedMilli + came - line.orderedMilli },
  };
}

/** Short in the end is closed short; nothing at all came and nothing will: the order is as good as cancelled. */
function statusAfter(order: { status: PurchaseOrderStatus; lines: readonly OrderedLine[] }, lines: readonly { openMilli: number; closedMilli: number; receivedMilli: number }[]): PurchaseOrderStatus {
  const isOpen = lines.some((line) => line.openMilli > 0);
  const came = order.lines.some((line) => line.receivedMilli > 0) || lines.some((line) => line.receivedMilli > 0);
  const isShort = order.lines.some((line) => line.closedMilli > 0) || lines.some((line) => line.closedMilli > 0);
  const arrived = orderStatusAfter(order.status, isOpen ? 'receive_part' : 'receive_all');
  invariant(arrived.ok, 'an order that may be received in part may be received whole');
  if (isOpen || !isShort) return arrived.value;
  return came ? 'closed_short' : 'cancelled';
}
