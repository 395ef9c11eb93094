import type { SalePayload } from '@oneshelf/contracts';
import { cashDue } from '@oneshelf/domain-payments';
import type { Discrepancy } from '../till-sale.repository';

/**
 * What the till rounded of a sale's cash: tenders − total, whatever the till calls it, so that the books balance. Where it is not what
 * the market's smallest coin makes of it, a person looks. A till that does not know the coin yet rounds nothing.
 */
export function saleRounding({ tenders, quote }: Pick<SalePayload, 'tenders' | 'quote'>, stepMinor: number): { roundingMinor: number; found: Discrepancy[] } {
  const sum = (kind: 'cash' | 'card_present'): number => tenders.reduce((total, tender) => total + (tender.kind === kind ? tender.amountMinor : 0), 0);
  const roundingMinor = sum('cash') + sum('card_present') - quote.totalMinor;
  const hasCash = tenders.some(({ kind }) => kind === 'cash');
  const expectedMinor = hasCash ? cashDue({ totalMinor: quote.totalMinor, paidOtherwiseMinor: sum('card_present'), stepMinor }).roundingMinor : 0;
  const isRight = roundingMinor === 0 || roundingMinor === expectedMinor;
  return { roundingMinor, found: isRight ? [] : [{ kind: 'tender', details: { kind: 'rounding_differs', tillMinor: roundingMinor, expectedMinor } }] };
}

/** What each tender paid of the total: the last cash carries the rounding, which is no part of what was sold (payments SPEC, PAY-12). */
export function paidBy(tenders: SalePayload['tenders'], roundingMinor: number): SalePayload['tenders'] {
  const last = tenders.findLastIndex(({ kind }) => kind === 'cash');
  return tenders.map((tender, place) => (place === last ? { ...tender, amountMinor: tender.amountMinor - roundingMinor } : tender));
}
