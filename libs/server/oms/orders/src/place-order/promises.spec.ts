import type { TestingModule } from '@nestjs/testing';
import { newId, system } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { ExpectGoodsUseCase } from '@oneshelf/server-inventory/goods';
import { FollowPromiseDaysUseCase, KeepPromisesUseCase } from '@oneshelf/server-inventory/promises';
import { levelOf, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { CancelOrderUseCase } from '../cancel-order/cancel-order.use-case';
import { OrdersJobsModule } from '../orders-jobs.module';
import { checkout, delivery, seedChain, stock, type TestChain } from '../testing';
import { PlaceOrderUseCase } from './place-order.use-case';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  context = await createTestContext(test, { imports: [OrdersJobsModule] });
});
afterEach(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

const use = <UseCase>(type: abstract new (...given: never[]) => UseCase): UseCase => context.get(type as never, { strict: false });
const policy = (change: object = {}) => test.database.insertInto('stock_policy').values({ variant_id: chain.bootsId, kind: 'backorder', ...change }).execute();
const mode = (order_mode: string) => test.database.updateTable('channel').set({ order_mode }).where('code', '=', 'web-gb').execute();
async function place(units: number, change: object = {}): Promise<{ kind: string; orderId: string }> {
  const input = checkout(chain, { lines: [{ variantId: chain.bootsId, quantityMilli: units * 1000 }], expectedTotalMinor: units * 3_600, fulfilment: delivery, ...change });
  const answer = await use(PlaceOrderUseCase).run(input);
  return answer.ok ? { kind: answer.value.progress.kind, orderId: answer.value.orderId } : { kind: answer.refusal.kind, orderId: '' };
}
const promises = () => test.database.selectFrom('stock_promise').select(['order_id', 'quantity_milli', 'kind', 'expected_on']).orderBy('place').execute();
const promisedUnits = async () => (await promises()).map((row) => row.quantity_milli / 1000);
const expectBoots = (expectedOn: string, units: number, sourceId = newId()) => test.transactions.write((tx) => use(ExpectGoodsUseCase).run(tx, { sourceKind: 'manual', sourceId, lines: [{ variantId: chain.bootsId, locationId: chain.leedsId, quantityMilli: units * 1000, expectedOn }] }));
const keep = () => test.transactions.write((tx) => use(KeepPromisesUseCase).run(tx, [chain.bootsId], new Date().toISOString()));
const reserved = async (orderId: string) => (await test.database.selectFrom('reservation').select('quantity_milli').where('order_id', '=', orderId).execute()).reduce((sum, row) => sum + row.quantity_milli / 1000, 0);
const nextYear = `${new Date().getUTCFullYear() + 1}-12-04`;

describe('an order of what is not there', () => {
  it('INV-44 is refused without a policy, and promised with one, for the day on which it comes', async () => {
    expect((await place(1)).kind).toBe('insufficient_stock');
    await policy();
    await expectBoots(nextYear, 5);
    expect((await place(1)).kind).toBe('placed');
    expect(await promises()).toMatchObject([{ quantity_milli: 1000, kind: 'backorder' }]);
    expect((await test.database.selectFrom('stock_promise').select((eb) => eb.cast<string>('expected_on', 'text').as('day')).executeTakeFirst())?.day).toBe(nextYear);
  });

  it('takes what is there and waits for the rest: a mixed basket splits', async () => {
    await policy();
    await stock(test, chain.leedsId, { [chain.bootsId]: 1, [chain.beltId]: 1 });
    const order = await place(3, { lines: [{ variantId: chain.bootsId, quantityMilli: 3000 }, { variantId: chain.beltId, quantityMilli: 1000 }], expectedTotalMinor: 3 * 3_600 + 1_000 });
    expect([order.kind, await promisedUnits(), await reserved(order.orderId)]).toEqual(['placed', [2], 2]);
  });

  it('is not promised where it is collected, and a channel\'s own policy wins', async () => {
    await policy();
    expect((await place(1, { fulfilment: { kind: 'pickup', locationId: chain.leedsId } })).kind).toBe('insufficient_stock');
    await policy({ channel_code: 'web-gb', kind: 'stop' });
    expect((await place(1)).kind).toBe('insufficient_stock');
  });

  it('INV-44 [L-22] keeps the limit with 64 checkouts at once', async () => {
    await policy({ kind: 'preorder', limit_milli: 20_000, available_on: nextYear });
    const kinds = (await Promise.all(Array.from({ length: 64 }, () => place(1)))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'placed')).toHaveLength(20);
    expect(new Set(kinds)).toEqual(new Set(['placed', 'insufficient_stock']));
    expect(await promisedUnits()).toHaveLength(20);
    expect(await test.database.selectFrom('stock_policy').select('promised_milli').executeTakeFirst()).toEqual({ promised_milli: 20_000 });
    expect(await test.database.selectFrom('sales_order').select('id').execute()).toHaveLength(20);
  });

  it('gives its promise back when it is cancelled', async () => {
    await policy({ limit_milli: 1000 });
    const order = await place(1);
    expect((await place(1)).kind).toBe('insufficient_stock');
    expect(await use(CancelOrderUseCase).run({ orderId: order.orderId, reason: 'changed my mind', actor: system('tester') })).toEqual({ ok: true, value: undefined });
    expect([await promisedUnits(), (await place(1)).kind]).toEqual([[], 'placed']);
  });
});

describe('goods that arrive', () => {
  it('INV-45 become reservations in the order of the promises, in part where not all has come', async () => {
    await policy();
    const [first, second] = [await place(3), await place(2)];
    await stock(test, chain.leedsId, { [chain.bootsId]: 4 });
    await keep();
    expect([await reserved(first.orderId), await reserved(second.orderId), await promisedUnits()]).toEqual([3, 1, [1]]);
    expect(await levelOf(test, { variantId: chain.bootsId, locationId: chain.leedsId })).toMatchObject({ sellable: 0, committed: 4000 });
    expect((await test.database.selectFrom('outbox_event').select('key').where('name', '=', 'inventory.promise-kept.v1').orderBy('id').execute()).map(({ key }) => key)).toEqual([first.orderId, second.orderId]);
    expect(await test.database.selectFrom('stock_policy').select('promised_milli').executeTakeFirst()).toEqual({ promised_milli: 1000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('INV-45 [L-22] are kept once, though many look at the same time and orders are cancelled meanwhile', async () => {
    await policy();
    const orders = [];
    for (let count = 0; count < 6; count += 1) orders.push(await place(2));
    await stock(test, chain.leedsId, { [chain.bootsId]: 7 });
    const [gone] = orders;
    await Promise.all([keep(), keep(), use(CancelOrderUseCase).run({ orderId: gone?.orderId ?? '', reason: 'race', actor: system('tester') }), keep(), keep()]);
    await keep();
    const held = await Promise.all(orders.map(({ orderId }) => reserved(orderId)));
    expect(held).toEqual([0, 2, 2, 2, 1, 0]);
    expect(await promisedUnits()).toEqual([1, 2]);
    expect(await levelOf(test, { variantId: chain.bootsId, locationId: chain.leedsId })).toMatchObject({ sellable: 0, committed: 7000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('INV-43 that are put off move the promise once, and its shopper is told', async () => {
    await policy();
    const delivered = newId();
    await expectBoots(nextYear, 5, delivered);
    const order = await place(1);
    expect(await use(FollowPromiseDaysUseCase).run()).toBe(0);
    const later = nextYear.replace('-12-04', '-12-18');
    await expectBoots(later, 5, delivered);
    expect([await use(FollowPromiseDaysUseCase).run(), await use(FollowPromiseDaysUseCase).run()]).toEqual([1, 0]);
    const told = await test.database.selectFrom('outbox_event').select(['key', 'payload']).where('name', '=', 'inventory.promise-moved.v1').execute();
    expect(told).toMatchObject([{ key: order.orderId, payload: { lines: [{ toldOn: nextYear, expectedOn: later, quantityMilli: 1000 }] } }]);
  });
});

describe('the mode of a channel\'s orders', () => {
  const mixed = () => place(3, { lines: [{ variantId: chain.bootsId, quantityMilli: 3000 }, { variantId: chain.beltId, quantityMilli: 1000 }], expectedTotalMinor: 3 * 3_600 + 1_000 });
  const cancelled = async () => (await test.database.selectFrom('order_line').select('cancelled_milli').orderBy('line').execute()).map((row) => row.cancelled_milli / 1000);

  it('all: an order of which something is missing is refused whole', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1, [chain.beltId]: 1 });
    expect((await mixed()).kind).toBe('insufficient_stock');
    expect(await test.database.selectFrom('sales_order').select('id').execute()).toEqual([]);
  });

  it('part: what is there is sold, the rest is cancelled at once and never charged; of nothing there is no order', async () => {
    await mode('part');
    expect((await mixed()).kind).toBe('insufficient_stock');
    await stock(test, chain.leedsId, { [chain.bootsId]: 1, [chain.beltId]: 1 });
    const order = await mixed();
    expect([order.kind, await reserved(order.orderId), await cancelled(), await promisedUnits()]).toEqual(['placed', 2, [2, 0], []]);
  });

  it('split: what is there goes now, the rest waits, also without a policy; a policy to stop still stops', async () => {
    await mode('split');
    await stock(test, chain.leedsId, { [chain.bootsId]: 1, [chain.beltId]: 1 });
    const order = await mixed();
    expect([order.kind, await reserved(order.orderId), await cancelled(), await promisedUnits()]).toEqual(['placed', 2, [0, 0], [2]]);
    await policy({ kind: 'stop' });
    expect((await place(1)).kind).toBe('insufficient_stock');
  });
});
