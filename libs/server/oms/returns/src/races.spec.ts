// Goods come back while somebody else takes them back, or sells them: after each statement.
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { type DeviceActor, newId } from '@oneshelf/platform';
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { levelOf, stockUseCases, tester, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { seedChain, type TestChain } from '@oneshelf/server-orders/testing';
import { RecordTendersUseCase } from '@oneshelf/server-payments';
import { ReceiveReturnUseCase } from './receive-return/receive-return.use-case';
import { ReturnsHttpModule } from './returns-http.module';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let chain: TestChain;
let rivals: Awaited<ReturnType<typeof createRivals>>;
let till: DeviceActor;
let receipts = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await seedChain(test);
  till = { kind: 'device', id: newId(), name: 'Till 9', registerId: chain.registerId, locationId: chain.sohoId, epoch: 1 };
  rivals = await createRivals(test, { imports: [ReturnsHttpModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await test.drop();
});

const sellable = async () => (await levelOf(test, { variantId: chain.socksId, locationId: chain.sohoId }))?.sellable ?? 0;
/** One piece for 3.71, sold in Leeds for cash. */
async function sold() {
  const [saleId, soldAt] = [newId(), new Date().toISOString()];
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.leedsId, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: 'a', variantId: chain.socksId, quantityMilli: 1000 }] };
  const quote = quoteBasket(basket, {
    version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [],
    books: [{ bookId: newId(), name: 'UK', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [chain.socksId]: 371 } }],
    taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2_000, validFrom: '2020-01-01T00:00:00Z', validTo: null }], variants: { [chain.socksId]: { taxClass: 'standard', collectionIds: [] } },
  });
  if (!quote.ok) throw new Error(quote.refusal.kind);
  receipts += 1;
  await test.transactions.write(async (tx) => {
    const lineTexts = [{ lineId: 'a', sku: 'SOC-1', title: 'Ribbed socks' }];
    await rivals.rival.get(RecordTillSaleUseCase, { strict: false }).run(tx, { saleId, receiptNumber: `LEEDS-1-2026-${String(receipts).padStart(6, '0')}`, channelCode: 'pos-gb', locationId: chain.leedsId, basket, quote: quote.value, lineTexts, staffName: 'Ana', soldAt, businessDate: '2026-11-21' });
    await rivals.rival.get(RecordTendersUseCase, { strict: false }).run(tx, { saleId, currency: 'GBP', registerId: chain.registerId, tenders: [{ kind: 'cash', amountMinor: quote.value.totalMinor, paymentId: newId(), tenderedMinor: null }] });
  });
  const line = await test.database.selectFrom('order_line').select('id').where('order_id', '=', saleId).executeTakeFirstOrThrow();
  return { saleId, lineId: line.id, returnId: newId(), before: await sellable() };
}
type Sold = Awaited<ReturnType<typeof sold>>;
const takeBack = (on: TestingModule, { saleId, lineId }: Sold, returnId: string) =>
  on.get(ReceiveReturnUseCase, { strict: false }).run({ returnId, orderId: saleId, staffId: newId(), lines: [{ orderLineId: lineId, quantityMilli: 1000, reason: 'changed_mind', disposition: 'resellable' }] } as Parameters<ReceiveReturnUseCase['run']>[0], till);
const oks = (answers: object) => Object.values(answers).filter((one: { ok?: boolean }) => one.ok === true).length;

describe('race: a return', () => {
  it('of one unit at two tills is taken once, and the unit comes back once', () => rivals.interruption.duel({
    scene: sold, victim: (given) => takeBack(rivals.victim, given, newId()), competitor: (given) => takeBack(rivals.rival, given, newId()),
    then: async ({ before }, answers) => expect([oks(answers), await sellable()]).toEqual([1, before + 1000]),
  }));

  it('comes back while the same shelf sells: neither is lost', () => rivals.interruption.duel({
    scene: sold, victim: (given) => takeBack(rivals.victim, given, newId()),
    competitor: () => test.transactions.write((tx) => stockUseCases().sell.run(tx, { saleId: newId(), operationId: newId(), deviceId: null, locationId: chain.sohoId, lines: [{ variantId: chain.socksId, quantityMilli: 1000 }], actor: tester, occurredAt: new Date().toISOString() })),
    then: async ({ before }) => expect(await sellable()).toBe(before),
  }));
});
