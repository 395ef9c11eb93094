import { createHash } from 'node:crypto';
import { aBootstrap, aPaidSale, aTill } from './testing';
import { applyBootstrap } from './apply-bootstrap';
import { commitSale } from './commit-sale';
import { readMeta, writeMeta } from './database';
import { newId } from './new-id';

describe('commitSale', () => {
  it('[L-13] writes sale, tenders, outbox entry, counter and chain together, and gives the receipt', async () => {
    const database = await aTill();
    const sale = aPaidSale();
    const stored = await commitSale(database, sale);
    expect(stored.receiptNumber).toBe('SOHO-2-2026-000001');
    expect(stored.payload.changeMinor).toBe(70);
    expect(stored.payload.tenders).toEqual([{ paymentId: sale.tenders[0]?.paymentId, kind: 'cash', amountMinor: 13_930, tenderedMinor: 14_000 }]);
    const [entry] = await database.outbox.toArray();
    expect(entry).toMatchObject({ id: sale.operationId, epoch: 1, sequence: 1, kind: 'sale', state: 'waiting', reference: 'SOHO-2-2026-000001', amountMinor: 13_930 });
    expect(entry?.operation.payload).toEqual(stored.payload);
    expect(await readMeta(database, 'counters')).toEqual({ epoch: 1, sequence: 1, receiptNumber: 1, receiptHash: stored.payload.hash });
  });

  it('chains each receipt to the one before it', async () => {
    const database = await aTill(aBootstrap({ lastReceiptNumber: 41, lastReceiptHash: 'abc' }));
    const first = await commitSale(database, aPaidSale());
    const second = await commitSale(database, aPaidSale());
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(first.payload.previousHash).toBe('abc');
    expect(first.payload.hash).toBe(hash(`abc|SOHO-2-2026-000042|${first.saleId}|13930|${first.soldAt}`));
    expect(second.payload.previousHash).toBe(first.payload.hash);
    expect(second.payload.hash).toBe(hash(`${first.payload.hash}|SOHO-2-2026-000043|${second.saleId}|13930|${second.soldAt}`));
  });

  it('[L-1] leaves nothing behind when any part of it cannot be written', async () => {
    const database = await aTill();
    const before = await readMeta(database, 'counters');
    const [operationId, saleId] = [newId(), newId()];
    await commitSale(database, aPaidSale({ operationId }));
    // The outbox already holds this operation id: the write fails in the middle of the transaction.
    await expect(commitSale(database, aPaidSale({ saleId, operationId }))).rejects.toThrow();
    expect(await database.sales.get(saleId)).toBeUndefined();
    expect(await database.outbox.count()).toBe(1);
    expect(before?.receiptNumber).toBe(0);
    expect((await readMeta(database, 'counters'))?.receiptNumber).toBe(1);
  });

  it('[L-15] gives the first receipt when the same sale is finished twice', async () => {
    const database = await aTill();
    const sale = aPaidSale();
    const [first, second] = await Promise.all([commitSale(database, sale), commitSale(database, { ...sale, operationId: newId() })]);
    expect(second.receiptNumber).toBe(first.receiptNumber);
    expect(await database.sales.count()).toBe(1);
    expect(await database.outbox.count()).toBe(1);
    expect((await readMeta(database, 'counters'))?.receiptNumber).toBe(1);
  });

  it('[L-3] [L-7] never gives a receipt number twice, also when sales are finished at the same moment', async () => {
    const database = await aTill();
    const stored = await Promise.all(Array.from({ length: 4 }, () => commitSale(database, aPaidSale())));
    expect(stored.map(({ receiptNumber }) => receiptNumber).sort()).toEqual(['SOHO-2-2026-000001', 'SOHO-2-2026-000002', 'SOHO-2-2026-000003', 'SOHO-2-2026-000004']);
    const rows = await database.outbox.toArray();
    expect(rows.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3, 4]);
  });

  it('keeps counting where the till is ahead of the server, and jumps forward where it is behind', async () => {
    const database = await aTill();
    await commitSale(database, aPaidSale());
    await commitSale(database, aPaidSale());
    await applyBootstrap(database, aBootstrap({ lastReceiptNumber: 1, lastReceiptHash: 'old' }));
    expect((await commitSale(database, aPaidSale())).receiptNumber).toBe('SOHO-2-2026-000003');
    await applyBootstrap(database, aBootstrap({ epoch: 2, lastSequence: 0, lastReceiptNumber: 10, lastReceiptHash: 'server' }));
    const stored = await commitSale(database, aPaidSale());
    expect(stored.receiptNumber).toBe('SOHO-2-2026-000011');
    expect(stored.payload.previousHash).toBe('server');
    expect(await readMeta(database, 'counters')).toMatchObject({ epoch: 2, sequence: 1, receiptNumber: 11 });
  });

  it('takes the year of the store’s business day', async () => {
    const database = await aTill();
    expect((await commitSale(database, aPaidSale({ soldAt: '2027-01-01T03:30:00.000Z' }))).receiptNumber).toBe('SOHO-2-2026-000001');
    expect((await commitSale(database, aPaidSale({ soldAt: '2027-01-01T04:30:00.000Z' }))).receiptNumber).toBe('SOHO-2-2027-000002');
  });

  it('drops the draft of the sale with the commit, and no other', async () => {
    const database = await aTill();
    const sale = aPaidSale();
    await writeMeta(database, 'draft', { saleId: sale.saleId, lines: [], pay: null });
    await commitSale(database, aPaidSale());
    expect((await readMeta(database, 'draft'))?.saleId).toBe(sale.saleId);
    await commitSale(database, sale);
    expect(await readMeta(database, 'draft')).toBeNull();
  });
});
