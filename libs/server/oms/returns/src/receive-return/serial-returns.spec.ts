import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ReturnLookup } from '@oneshelf/contracts';
import { quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryModule, SellAtCounterUseCase } from '@oneshelf/server-inventory';
import { tester } from '@oneshelf/server-inventory/testing';
import { OrdersModule, RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { seedChain, type TestChain } from '@oneshelf/server-orders/testing';
import { PaymentsModule, RecordTendersUseCase } from '@oneshelf/server-payments';
import { ReturnsHttpModule } from '../returns-http.module';

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: TestChain;
let till: Actor;
let receipts = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await seedChain(test);
  await test.database.updateTable('variant').set({ tracked_by: 'serial' }).where('id', '=', chain.socksId).execute();
  till = { kind: 'device', id: newId(), name: 'Till 9', registerId: chain.registerId, locationId: chain.sohoId, epoch: 1 };
  app = await createTestApp(test, { imports: [ReturnsHttpModule, OrdersModule, PaymentsModule, InventoryModule], actor: () => till });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

/** Pieces for 3.71 each, sold in Leeds for cash; of `pieces` those that are named were read. */
async function sale(serials: string[], pieces = serials.length) {
  const saleId = newId();
  const soldAt = new Date().toISOString();
  const basket = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.leedsId, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: 'a', variantId: chain.socksId, quantityMilli: pieces * 1000 }] };
  const quote = quoteBasket(basket, {
    version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [],
    books: [{ bookId: newId(), name: 'UK', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [chain.socksId]: 371 } }],
    taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2_000, validFrom: '2020-01-01T00:00:00Z', validTo: null }], variants: { [chain.socksId]: { taxClass: 'standard', collectionIds: [] } },
  });
  if (!quote.ok) throw new Error(quote.refusal.kind);
  receipts += 1;
  const number = `LEEDS-1-2026-${String(receipts).padStart(6, '0')}`;
  await test.transactions.write(async (tx) => {
    await app.get(RecordTillSaleUseCase, { strict: false }).run(tx, { saleId, receiptNumber: number, channelCode: 'pos-gb', locationId: chain.leedsId, basket, quote: quote.value, lineTexts: [{ lineId: 'a', sku: 'SOC-1', title: 'Ribbed socks' }], staffName: 'Ana', soldAt, businessDate: '2026-11-21', serials: new Map([['a', serials]]) });
    await app.get(RecordTendersUseCase, { strict: false }).run(tx, { saleId, currency: 'GBP', registerId: chain.registerId, tenders: [{ kind: 'cash', amountMinor: quote.value.totalMinor, paymentId: newId(), tenderedMinor: null }] });
    await app.get(SellAtCounterUseCase, { strict: false }).run(tx, { saleId, operationId: newId(), locationId: chain.leedsId, actor: tester, deviceId: null, occurredAt: soldAt, lines: [{ variantId: chain.socksId, quantityMilli: pieces * 1000, serials }] });
  });
  const line = await test.database.selectFrom('order_line').select('id').where('order_id', '=', saleId).executeTakeFirstOrThrow();
  return { saleId, number, lineId: line.id };
}

const find = async (code: string) => (await app.inject({ method: 'GET', url: `/api/pos/returns/lookup?code=${encodeURIComponent(code)}`, headers: signedIn })).json<ReturnLookup>();
const giveBack = async ({ saleId, lineId }: { saleId: string; lineId: string }, serials: string[], pieces = 1) => {
  const answer = await app.inject({ method: 'POST', url: '/api/pos/returns', headers: signedIn, payload: { returnId: newId(), orderId: saleId, staffId: newId(), lines: [{ orderLineId: lineId, quantityMilli: pieces * 1000, reason: 'changed_mind', disposition: 'resellable', serials }] } });
  return { status: answer.statusCode, body: answer.json<{ code?: string; detail?: string; lines?: { serialNumbers: string[] }[] }>() };
};
const placeOf = async (serialNumber: string) => (await test.database.selectFrom('stock_serial').select(['state', 'location_id']).where('serial_number', '=', serialNumber).executeTakeFirst());

describe('a piece with a serial number that comes back', () => {
  it('INV-96 finds its sale, comes back as that piece, and is for sale where it came back', async () => {
    const sold = await sale(['RS001', 'RS002']);
    expect(await find(' rs001')).toMatchObject({ orderId: sold.saleId, number: sold.number, lines: [{ bySerial: true, serialNumbers: ['RS001', 'RS002'] }] });
    const back = await giveBack(sold, ['rs001']);
    expect([back.status, back.body.lines?.[0]?.serialNumbers]).toEqual([200, ['RS001']]);
    expect(await placeOf('RS001')).toEqual({ state: 'shelf', location_id: chain.sohoId });
    expect((await find(sold.number)).lines[0]?.serialNumbers).toEqual(['RS002']);
  });

  it('INV-96 is refused without its serial, a second time, and with another sale, which is named', async () => {
    const [sold, other] = [await sale(['RS010', 'RS011']), await sale(['RS020'])];
    expect((await giveBack(sold, [])).body).toMatchObject({ code: 'serials_required' });
    const strange = await giveBack(sold, ['RS020']);
    expect([strange.status, strange.body.code]).toEqual([409, 'serial_not_of_sale']);
    expect(strange.body.detail).toContain(`with ${other.number}, not with this sale`);
    expect((await giveBack(sold, ['RS010'])).status).toBe(200);
    expect((await giveBack(sold, ['RS010'])).body).toMatchObject({ code: 'serial_not_of_sale' });
    expect(await placeOf('RS020')).toMatchObject({ state: 'customer' });
  });

  it('INV-96 of a sale of which one piece was never read, one may come back without a serial', async () => {
    const sold = await sale(['RS030'], 2);
    expect((await giveBack(sold, [])).status).toBe(200);
    expect((await giveBack(sold, [])).body).toMatchObject({ code: 'serials_required' });
    expect((await giveBack(sold, ['RS030'])).status).toBe(200);
  });
});
