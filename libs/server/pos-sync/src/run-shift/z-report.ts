import type { ZReport } from '@oneshelf/contracts';

export interface ShiftFacts {
  shift: Pick<ZReport, 'shiftId' | 'registerName' | 'locationName' | 'openedAt' | 'openedByName' | 'closedAt' | 'closedByName' | 'businessDate' | 'currency'>;
  floatMinor: number;
  countedMinor: number;
  cashMovedMinor: number;
  sales: { receiptNumber: string; totalMinor: number; discountMinor: number; taxMinor: number; roundingMinor: number; taxes: { rateBasisPoints: number; taxMinor: number; grossMinor: number }[]; tenders: { kind: string; amountMinor: number }[] }[];
  returns: { count: number; totalMinor: number; taxMinor: number; refunds: { kind: string; amountMinor: number; roundingMinor: number }[] };
  discrepancies: number;
}

/** A shift's report: the fold of its sales, returns and cash movements, against the count. */
export function zReport(facts: ShiftFacts): ZReport {
  const tendered = sumBy(facts.sales.flatMap((sale) => sale.tenders), (tender) => tender.kind);
  const refunded = sumBy(facts.returns.refunds, (refund) => refund.kind);
  const cashSales = tendered.get('cash') ?? 0;
  const cashRefunds = refunded.get('cash') ?? 0;
  const roundingMinor = total(facts.sales.map((sale) => sale.roundingMinor)) - total(facts.returns.refunds.map((refund) => refund.roundingMinor));
  const expectedMinor = facts.floatMinor + cashSales - cashRefunds + facts.cashMovedMinor;
  return {
    ...facts.shift,
    sales: {
      count: facts.sales.length,
      totalMinor: total(facts.sales.map((sale) => sale.totalMinor)),
      discountMinor: total(facts.sales.map((sale) => sale.discountMinor)),
      taxMinor: total(facts.sales.map((sale) => sale.taxMinor)),
    },
    returns: { count: facts.returns.count, totalMinor: facts.returns.totalMinor, taxMinor: facts.returns.taxMinor },
    tenders: [...new Set([...tendered.keys(), ...refunded.keys()])].sort().map((kind) => ({ kind, salesMinor: tendered.get(kind) ?? 0, refundsMinor: refunded.get(kind) ?? 0 })),
    taxes: taxesOf(facts.sales),
    roundingMinor,
    cash: {
      floatMinor: facts.floatMinor, salesMinor: cashSales, refundsMinor: cashRefunds, movementsMinor: facts.cashMovedMinor,
      expectedMinor, countedMinor: facts.countedMinor, differenceMinor: facts.countedMinor - expectedMinor,
    },
    firstReceipt: facts.sales[0]?.receiptNumber ?? null,
    lastReceipt: facts.sales.at(-1)?.receiptNumber ?? null,
    discrepancies: facts.discrepancies,
  };
}

const total = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function sumBy<Item extends { amountMinor: number }>(items: Item[], key: (item: Item) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + item.amountMinor);
  return sums;
}

function taxesOf(sales: ShiftFacts['sales']): ZReport['taxes'] {
  const byRate = new Map<number, { taxMinor: number; grossMinor: number }>();
  for (const tax of sales.flatMap((sale) => sale.taxes)) {
    const sum = byRate.get(tax.rateBasisPoints) ?? { taxMinor: 0, grossMinor: 0 };
    byRate.set(tax.rateBasisPoints, { taxMinor: sum.taxMinor + tax.taxMinor, grossMinor: sum.grossMinor + tax.grossMinor });
  }
  return [...byRate].sort(([a], [b]) => b - a).map(([rateBasisPoints, sum]) => ({ rateBasisPoints, ...sum }));
}
