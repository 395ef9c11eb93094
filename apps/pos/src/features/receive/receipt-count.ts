import type { TillPurchaseOrder } from '@oneshelf/contracts';
import type { SoldLot } from '../../local/sale-parts';
import { withLot } from '../sell/scanned-lot';

/** The state in which goods came. */
export const goodsStates = ['good', 'damaged', 'checked'] as const;
export type GoodsState = (typeof goodsStates)[number];

export type LineCount = Record<GoodsState, number>;

/** What was counted for an order and is not booked yet. `version`: the order that it was counted against. */
export interface ReceiptCount {
  receiptId: string;
  orderId: string;
  version: number;
  /** Thousandths by line. */
  lines: Record<string, LineCount>;
  /** The pieces by line and state, where they are told apart. */
  serials?: Record<string, Partial<Record<GoodsState, string[]>>>;
  /** What stood there and is on no line, by its code. */
  unexpected: Record<string, number>;
  /** Lots that were scanned, by line. */
  lots?: Record<string, SoldLot[]>;
}

type OrderLine = TillPurchaseOrder['lines'][number];

const nothing: LineCount = { good: 0, damaged: 0, checked: 0 };

export const emptyCount = ({ id, version }: Pick<TillPurchaseOrder, 'id' | 'version'>, receiptId: string): ReceiptCount => ({ receiptId, orderId: id, version, lines: {}, unexpected: {} });

export const countOf = (count: ReceiptCount, lineId: string): LineCount => count.lines[lineId] ?? nothing;

export const totalOf = ({ good, damaged, checked }: LineCount): number => good + damaged + checked;

export const countedMilli = (count: ReceiptCount): number => Object.values(count.lines).reduce((sum, line) => sum + totalOf(line), 0);

/** Nothing was counted and nothing set aside. */
export const isEmpty = (count: ReceiptCount): boolean => countedMilli(count) === 0 && Object.keys(count.unexpected).length === 0;

export const withLine = (count: ReceiptCount, lineId: string, change: Partial<LineCount>): ReceiptCount => ({ ...count, lines: { ...count.lines, [lineId]: { ...countOf(count, lineId), ...change } } });

/** A piece of a line, and the lot that its code names. */
export const withScannedLot = (count: ReceiptCount, lineId: string, lot: Omit<SoldLot, 'quantityMilli'>): ReceiptCount => ({ ...count, lots: { ...count.lots, [lineId]: withLot(count.lots?.[lineId] ?? [], lot) } });

export const withUnexpected = (count: ReceiptCount, code: string): ReceiptCount => ({ ...count, unexpected: { ...count.unexpected, [code]: (count.unexpected[code] ?? 0) + 1000 } });

/** The pieces of a line in a state. */
export const serialsOf = (count: ReceiptCount, lineId: string, state: GoodsState): string[] => count.serials?.[lineId]?.[state] ?? [];

/** The pieces of a line, which are then as many as were counted. */
export const withSerials = (count: ReceiptCount, lineId: string, [state, serials]: [GoodsState, string[]]): ReceiptCount => ({
  ...withLine(count, lineId, { [state]: serials.length * 1000 }), serials: { ...count.serials, [lineId]: { ...count.serials?.[lineId], [state]: serials } },
});

/** Every piece that was named, with its line and state. */
export const tracedOfLine = (count: ReceiptCount, lineId: string) =>
  goodsStates.flatMap((state) => serialsOf(count, lineId, state).map((serialNumber) => ({ serialNumber, quantityMilli: 1000, state })));

/** The line that a scan belongs to: by product where the catalogue knows the code, else by what stands on the line. */
export function lineOfCode(lines: readonly OrderLine[], code: string, variantId: string | null): OrderLine | null {
  const plain = code.trim();
  return lines.find((line) => line.variantId === variantId) ?? lines.find((line) => line.sku === plain || line.barcodes.includes(plain) || (line.supplierCode !== '' && line.supplierCode === plain)) ?? null;
}

/** What of a line does not come out: missing, or beyond what was open. */
export function differenceOf(line: OrderLine, count: ReceiptCount): { shortMilli: number; overMilli: number } {
  const came = totalOf(countOf(count, line.id));
  return { shortMilli: Math.max(0, line.openMilli - came), overMilli: Math.max(0, came - line.openMilli) };
}
