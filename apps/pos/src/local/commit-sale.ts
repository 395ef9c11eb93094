import type { SalePayload, TillBootstrap } from '@oneshelf/contracts';
import type { StoredSale, TillDatabase } from './database';
import { readMeta, writeMeta } from './database';
import { appendOperation, requireCounters } from './outbox';
import { receiptHash } from './receipt-hash';
import { receiptNumber } from './receipt-number';
import { receiptToken } from './receipt-token';
import type { CartAct, PaidBasket, Tender } from './sale-parts';

export interface PaidSale {
  saleId: string;
  operationId: string;
  shiftId: string;
  staff: { id: string; name: string };
  place: Pick<TillBootstrap, 'location' | 'register'>;
  paid: PaidBasket;
  tenders: Tender[];
  soldAt: string;
  wasOffline: boolean;
}

const tries = 5;

/**
 * Makes a paid sale final: sale, outbox entry, receipt counter and hash chain are one transaction, on the disk before this
 * returns [L-1][L-13]. The same sale id again gives the first receipt. Nothing may be printed or shown before.
 */
export async function commitSale(database: TillDatabase, sale: PaidSale): Promise<StoredSale> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const saved = await tryCommit(database, sale);
    if (saved) return saved;
  }
  throw new Error('Another tab keeps taking receipt numbers.');
}

/** Null when another tab took the receipt number between the hash and the transaction: hashing cannot be done inside one. */
async function tryCommit(database: TillDatabase, sale: PaidSale): Promise<StoredSale | null> {
  const head = await requireCounters(database);
  const payload = await payloadOf(sale, head);
  const token = await receiptToken(payload);
  return database.transaction('rw', [database.sales, database.outbox, database.meta], async () => {
    const earlier = await database.sales.get(sale.saleId);
    if (earlier) return earlier;
    const counters = await requireCounters(database);
    if (counters.receiptNumber !== head.receiptNumber || counters.receiptHash !== head.receiptHash) return null;
    const stored: StoredSale = {
      ...(sale.paid.customer ? { customer: sale.paid.customer } : {}),
      saleId: sale.saleId, soldAt: sale.soldAt, receiptNumber: payload.receiptNumber, operationId: sale.operationId, payload, receiptToken: token,
      cardLabels: Object.fromEntries(sale.tenders.flatMap(({ paymentId, cardLabel }) => (cardLabel === null ? [] : [[paymentId, cardLabel]]))),
    };
    await database.sales.add(stored);
    await writeMeta(database, 'counters', { ...counters, receiptNumber: counters.receiptNumber + 1, receiptHash: payload.hash });
    await appendOperation(database, {
      id: sale.operationId, kind: 'sale', payload, madeAt: sale.soldAt, staffName: sale.staff.name, amountMinor: sale.paid.quote.totalMinor, reference: payload.receiptNumber,
    });
    const draft = await readMeta(database, 'draft');
    if (draft?.saleId === sale.saleId) await database.meta.delete('draft');
    return stored;
  });
}

async function payloadOf(sale: PaidSale, head: { receiptNumber: number; receiptHash: string }): Promise<SalePayload> {
  const { saleId, soldAt, paid } = sale;
  const number = receiptNumber(sale.place, head.receiptNumber + 1, soldAt);
  const totalMinor = paid.quote.totalMinor;
  const hash = await receiptHash({ previousHash: head.receiptHash, receiptNumber: number, saleId, totalMinor, soldAt });
  const given = sale.tenders.reduce((sum, { amountMinor, tenderedMinor }) => sum + (tenderedMinor ?? amountMinor), 0);
  const kept = sale.tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    saleId, shiftId: sale.shiftId, staffId: sale.staff.id, staffName: sale.staff.name, receiptNumber: number, previousHash: head.receiptHash, hash, soldAt,
    wasOffline: sale.wasOffline, basket: paid.basket, quote: paid.quote, lineTexts: paid.lineTexts,
    tenders: sale.tenders.map(({ paymentId, kind, amountMinor, tenderedMinor }) => ({ paymentId, kind, amountMinor, tenderedMinor })),
    changeMinor: given - kept, roundingMinor: kept - totalMinor, handActs: (paid.acts ?? []).map(handActOf), traced: paid.traced ?? [], ...(paid.recipes ? { recipes: paid.recipes } : {}),
  };
}

const handActOf = ({ target, givenBy, approvedBy, reason, note, isBelowCost, at }: CartAct): SalePayload['handActs'][number] => ({
  target: target.kind === 'price' ? target : { kind: 'discount', discountId: target.discountId }, givenBy, approvedBy, reason, note, isBelowCost, at,
});
