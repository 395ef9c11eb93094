import type { TestingModule } from '@nestjs/testing';
import { newId, system } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import { RebuildPromotionCountersUseCase } from '@oneshelf/server-pricing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { CancelOrderUseCase } from '../cancel-order/cancel-order.use-case';
import { SettleOrder } from '../capture-order/settle-order';
import { OrdersJobsModule } from '../orders-jobs.module';
import { RecordProgressUseCase } from '../record-progress/record-progress.use-case';
import { checkout, seedChain, statementsOn, stock, type TestChain } from '../testing';
import { PlaceOrderUseCase } from './place-order.use-case';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;
let place: PlaceOrderUseCase;
let release = 1;

beforeAll(async () => {
  test = await createTestDatabase({ DATABASE_POOL_SIZE: '20' });
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await stock(test, chain.leedsId, { [chain.beltId]: 2000, [chain.socksId]: 2000 });
  context = await createTestContext(test, { imports: [OrdersJobsModule] });
  place = context.get(PlaceOrderUseCase, { strict: false });
});
afterEach(async () => {
  // Whatever a test did: the counters are what their rows say.
  expect(await context.get(RebuildPromotionCountersUseCase, { strict: false }).run()).toEqual([]);
  release += 1;
  await test.database.updateTable('promotion').set({ to_release: release }).where('from_release', '=', release - 1).where('code', '=', 'LIMITED').execute();
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: release, cause: 'test', released_by: 'test' }).execute();
});
afterAll(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

/** 2.00 off every belt of 10.00, limited; live in a release of its own. */
async function promote(more: object): Promise<string> {
  const id = newId();
  release += 1;
  const definition = { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: { variantIds: [chain.beltId] }, discount: { amountOffMinor: 200 } }, ...more };
  await test.database.insertInto('promotion').values({ id, code: 'LIMITED', name: 'Belts', market_code: 'GB', definition: JSON.stringify(definition), starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: release }).execute();
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: release, cause: 'test', released_by: 'test' }).execute();
  return id;
}

async function giveCode(promotionId: string, code: string): Promise<void> {
  const batchId = newId();
  await test.database.insertInto('coupon_batch').values({ id: batchId, promotion_id: promotionId, prefix: '', origin: 'made', size: 1, made_by: 'test' }).execute();
  await test.database.insertInto('coupon_code').values({ code, shown: code, promotion_id: promotionId, batch_id: batchId }).execute();
}

const buy = (change: object = {}) => place.run(checkout(chain, { lines: [{ variantId: chain.beltId, quantityMilli: 1000 }], expectedTotalMinor: 800, ...change }));
const counterOf = (promotionId: string) => test.database.selectFrom('promotion_counter').select(['scope', 'key', 'uses', 'spent_minor']).where('promotion_id', '=', promotionId).orderBy('scope').execute();
const usesOf = (promotionId: string) => test.database.selectFrom('promotion_use').select(['order_id', 'code', 'customer', 'amount_minor', 'released_at']).where('promotion_id', '=', promotionId).execute();
const ordersAt = async (totalMinor: number, since: Date) =>
  (await test.database.selectFrom('sales_order').select('id').where('total_minor', '=', totalMinor).where('placed_at', '>=', since).where('status', '=', 'placed').execute()).length;

describe('64 checkouts at once', () => {
  it.each([
    ['10 uses', { limits: { uses: 10 } }, {}, 10],
    ['a budget for exactly 10', { limits: { budgetMinor: 2_000 } }, {}, 10],
    ['a budget for 10 and a rest', { limits: { budgetMinor: 2_199 } }, {}, 10],
    ['3 uses per customer', { limits: { usesPerCustomer: 3 } }, {}, 3],
    ['4 uses per code', { coupon: { codes: ['BELT-4'] }, limits: { usesPerCode: 4 } }, { coupons: ['belt4'] }, 4],
    ['one single-use code', { coupon: { codes: [] } }, { coupons: ['once-only'] }, 1],
  ])('[L-50] %s: exactly so many pay less, the others are told the new total', async (_name, more, change, expected) => {
    const promotionId = await promote(more);
    if ('coupon' in more && more.coupon.codes.length === 0) await giveCode(promotionId, 'ONCEONLY');
    const since = new Date();
    const answers = await Promise.all(Array.from({ length: 64 }, () => buy(change)));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    expect(answers.filter((answer) => answer.ok && answer.value.progress.kind === 'placed')).toHaveLength(expected);
    expect(refused).toHaveLength(64 - expected);
    expect(refused.filter((refusal) => refusal.kind !== 'price_changed' || refusal.quote.totalMinor !== 1_000)).toEqual([]);
    if ('coupons' in change) expect(refused.map((refusal) => refusal.kind === 'price_changed' && refusal.coupons[0]?.outcome)).toEqual(Array(64 - expected).fill('used_up'));
    expect([await ordersAt(800, since), await ordersAt(1_000, since)]).toEqual([expected, 0]);
    expect((await counterOf(promotionId)).find(({ scope }) => scope === 'all')).toMatchObject({ uses: expected, spent_minor: expected * 200 });
    expect(await usesOf(promotionId)).toHaveLength(expected);
    // What is left goes at the full price.
    expect(await buy({ ...change, expectedTotalMinor: 1_000 })).toMatchObject({ ok: true });
  });
});

describe('one order', () => {
  it('that is cancelled gives its uses back, once; the code is free again', async () => {
    const promotionId = await promote({ coupon: { codes: [] }, limits: { uses: 1, usesPerCustomer: 1 } });
    await giveCode(promotionId, 'FREE2');
    const order = await buy({ coupons: ['FREE2'] });
    if (!order.ok) throw new Error(order.refusal.kind);
    expect(await counterOf(promotionId)).toEqual([{ scope: 'all', key: '', uses: 1, spent_minor: 200 }, { scope: 'customer', key: 'priya@example.com', uses: 1, spent_minor: 200 }]);
    expect(await buy({ coupons: ['FREE2'] })).toMatchObject({ ok: false, refusal: { kind: 'price_changed', coupons: [{ outcome: 'used_up' }] } });
    const cancel = () => context.get(CancelOrderUseCase, { strict: false }).run({ orderId: order.value.orderId, reason: 'changed mind', actor: system('test') });
    expect([(await cancel()).ok, (await cancel()).ok]).toEqual([true, false]);
    expect(await counterOf(promotionId)).toEqual([{ scope: 'all', key: '', uses: 0, spent_minor: 0 }, { scope: 'customer', key: 'priya@example.com', uses: 0, spent_minor: 0 }]);
    expect(await usesOf(promotionId)).toMatchObject([{ code: 'FREE2', amount_minor: 200, released_at: expect.any(Date) as Date }]);
    expect(await buy({ coupons: ['free-2'] })).toMatchObject({ ok: true });
  });

  it('of which no unit could be found gives its uses back; a return would not', async () => {
    const promotionId = await promote({ limits: { uses: 1 } });
    const order = await buy();
    if (!order.ok) throw new Error(order.refusal.kind);
    const { orderId } = order.value;
    const lines = await test.database.selectFrom('order_line').select('id').where('order_id', '=', orderId).execute();
    await test.transactions.write((tx) => context.get(RecordProgressUseCase, { strict: false }).cancelled(tx, orderId, lines.map(({ id }) => ({ orderLineId: id, quantityMilli: 1000 }))));
    const settle = context.get(SettleOrder, { strict: false });
    await settle.run(orderId);
    await settle.run(orderId);
    expect(await counterOf(promotionId)).toMatchObject([{ uses: 0, spent_minor: 0 }]);
  });

  it('whose card is declined gives its use back, and the same key that is sent again uses one only', async () => {
    const promotionId = await promote({ limits: { uses: 1 } });
    expect(await buy({ paymentMethodId: 'pm_card_chargeDeclined' })).toMatchObject({ ok: true, value: { progress: { kind: 'declined' } } });
    expect(await counterOf(promotionId)).toMatchObject([{ uses: 0, spent_minor: 0 }]);
    const idempotencyKey = newId();
    const answers = [...(await Promise.all([buy({ idempotencyKey }), buy({ idempotencyKey }), buy({ idempotencyKey })])), await buy({ idempotencyKey })];
    expect(new Set(answers.map((answer) => answer.ok && answer.value.orderId)).size).toBe(1);
    expect(await counterOf(promotionId)).toMatchObject([{ uses: 1 }]);
  });

  it('[L-55] costs two statements more with a limited promotion, and none where no limited one is open to it', async () => {
    const counted = (work: () => Promise<unknown>) => statementsOn(/promotion_|coupon_/, work);
    const socks = { lines: [{ variantId: chain.socksId, quantityMilli: 1000 }], expectedTotalMinor: 333 };
    await promote({ limits: { uses: 100, usesPerCustomer: 50, budgetMinor: 100_000 } });
    await buy(socks);
    expect(await counted(() => buy(socks))).toBe(0);
    expect(await counted(() => buy())).toBe(2);
  });
});
