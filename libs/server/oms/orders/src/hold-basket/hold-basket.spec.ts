import type { TestingModule } from '@nestjs/testing';
import type { StorefrontHold } from '@oneshelf/contracts';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { levelOf, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import pg from 'pg';
import { OrdersJobsModule } from '../orders-jobs.module';
import { PlaceOrderUseCase } from '../place-order/place-order.use-case';
import { checkout, delivery, seedChain, stock, type TestChain } from '../testing';
import { HoldBasketUseCase, MOST_HOLDS } from './hold-basket.use-case';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;
let holding: HoldBasketUseCase;
let place: PlaceOrderUseCase;

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  context = await createTestContext(test, { imports: [OrdersJobsModule] });
  holding = context.get(HoldBasketUseCase, { strict: false });
  place = context.get(PlaceOrderUseCase, { strict: false });
});
afterEach(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

const ask = (change: object = {}) => ({ idempotencyKey: newId(), channelCode: 'web-gb', address: '192.0.2.1', now: new Date(), lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], fulfilment: { kind: 'pickup' as const, locationId: chain.leedsId }, ...change });
async function held(change: object = {}): Promise<StorefrontHold & { reference: { holdId: string; token: string } }> {
  const answer = await holding.run(ask(change));
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return { ...answer.value, reference: { holdId: answer.value.holdId ?? '', token: answer.value.token ?? '' } };
}
const oneBoot = (change: object = {}) => checkout(chain, { lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], expectedTotalMinor: 3_600, ...change });
const ordered = async (change: object = {}) => {
  const answer = await place.run(oneBoot(change));
  return answer.ok ? answer.value.progress.kind : answer.refusal.kind;
};
const level = async (variantId = chain.bootsId, locationId = chain.leedsId) => ({ held: (await test.database.selectFrom('stock_level').select('held_milli').where('variant_id', '=', variantId).where('location_id', '=', locationId).executeTakeFirst())?.held_milli, ...(await levelOf(test, { variantId, locationId })) });

/** What reaches PostgreSQL while the work runs; the brackets of transactions aside, and the wake-up that many commits share. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const seen = spy.mock.calls.map(([query]) => String((query as unknown as { text?: string }).text ?? query).trim());
  spy.mockRestore();
  return seen.filter((text) => !/^(begin|commit|rollback|start transaction|select pg_notify)/i.test(text)).length;
}

describe('a hold of a checkout', () => {
  it('[L-31] keeps the last unit for who came first: the second shopper is told, the first one buys', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const first = await held();
    expect(first).toMatchObject({ extensionsLeft: 1, lines: [{ requestedMilli: 1000, keptMilli: 1000, keptAt: [{ locationId: chain.leedsId, quantityMilli: 1000 }] }] });
    expect(Math.round((Date.parse(first.expiresAt ?? '') - Date.now()) / 1000)).toBe(600);
    expect(await held({ address: '192.0.2.2' })).toMatchObject({ holdId: null, expiresAt: null, lines: [{ requestedMilli: 1000, keptMilli: 0 }] });
    expect(await ordered()).toBe('insufficient_stock');
    expect(await ordered({ hold: first.reference })).toBe('placed');
    expect(await level()).toMatchObject({ held: 0, sellable: 0, committed: 1000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('is one for a key, asked for once, again and at once; the key of another basket is refused', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 9, [chain.beltId]: 9 });
    const [idempotencyKey, now] = [newId(), new Date()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => held({ idempotencyKey, now })));
    answers.push(await held({ idempotencyKey, now }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await level()).toMatchObject({ held: 1000, sellable: 8000 });
    expect(await holding.run(ask({ idempotencyKey, lines: [{ variantId: chain.beltId, quantityMilli: 1000 }] }))).toMatchObject({ ok: false, refusal: { kind: 'idempotency_key_reused' } });
    expect((await held({ now })).holdId).not.toBe(answers[0]?.holdId);
    expect(await ordered({ hold: answers[0]?.reference })).toBe('placed');
  });

  it('says of each line what is kept: two lines of one product are one, and a known shopper is kept for longer', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 3, [chain.beltId]: 1 });
    const hold = await held({ email: 'priya@example.com', lines: [{ variantId: chain.bootsId, quantityMilli: 2000 }, { variantId: chain.beltId, quantityMilli: 1000 }, { variantId: chain.bootsId, quantityMilli: 2000 }] });
    expect(hold.lines.map(({ variantId, requestedMilli, keptMilli }) => [variantId, requestedMilli, keptMilli])).toEqual([[chain.bootsId, 4000, 3000], [chain.beltId, 1000, 1000]].sort());
    expect(Math.round((Date.parse(hold.expiresAt ?? '') - Date.now()) / 1000)).toBe(900);
  });

  it('goes by the settings of the shop', async () => {
    await test.database.updateTable('channel').set({ hold_seconds_anonymous: 120, hold_extensions: 0 }).where('code', '=', 'web-gb').execute();
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const hold = await held();
    expect([Math.round((Date.parse(hold.expiresAt ?? '') - Date.now()) / 1000), hold.extensionsLeft]).toEqual([120, 0]);
    expect(await holding.extend({ channelCode: 'web-gb', ...hold.reference, now: new Date() })).toMatchObject({ ok: false, refusal: { kind: 'hold_not_extended' } });
  });

  it('is made longer once, ends when it is let go, and is nobody else\'s', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const { reference } = await held();
    const at = { channelCode: 'web-gb', ...reference, now: new Date() };
    expect(await holding.extend({ ...at, token: 'guessed' })).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
    expect(await holding.extend({ ...at, email: 'p@example.com' })).toMatchObject({ ok: true, value: { extensionsLeft: 0 } });
    expect(await holding.extend(at)).toMatchObject({ ok: false, refusal: { kind: 'hold_not_extended' } });
    await holding.end({ ...at, token: 'guessed' });
    expect(await level()).toMatchObject({ held: 1000 });
    await holding.end(at);
    expect(await level()).toMatchObject({ held: 0, sellable: 1000 });
    expect(await holding.extend(at)).toMatchObject({ ok: false, refusal: { kind: 'hold_ended' } });
  });

  it('moves to another store with its units and its end', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    await stock(test, chain.sohoId, { [chain.bootsId]: 1 });
    const first = await held();
    const second = await held({ fulfilment: { kind: 'pickup', locationId: chain.sohoId }, replaces: first.reference, now: new Date(Date.now() + 60_000) });
    expect(second).toMatchObject({ expiresAt: first.expiresAt, lines: [{ keptAt: [{ locationId: chain.sohoId }] }] });
    expect([await level(), await level(chain.bootsId, chain.sohoId)]).toMatchObject([{ held: 0, sellable: 1000 }, { held: 1000, sellable: 0 }]);
    // The same store again, with nothing else free there: what is held is its own.
    expect(await held({ fulfilment: { kind: 'pickup', locationId: chain.sohoId }, replaces: second.reference })).toMatchObject({ lines: [{ keptMilli: 1000 }] });
  });

  it('does not let one visitor empty the shelf', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 500, [chain.beltId]: 50 });
    expect((await held({ lines: [{ variantId: chain.bootsId, quantityMilli: 400_000 }] })).lines).toMatchObject([{ requestedMilli: 400_000, keptMilli: 100_000 }]);
    expect(await holding.run(ask())).toMatchObject({ ok: false, refusal: { kind: 'too_many_holds' } });
    for (let hold = 0; hold < MOST_HOLDS; hold += 1) await held({ address: '192.0.2.9' });
    expect(await holding.run(ask({ address: '192.0.2.9' }))).toMatchObject({ ok: false, refusal: { kind: 'too_many_holds' } });
    expect((await held({ address: '192.0.2.3' })).holdId).not.toBeNull();
  });
});

describe('an order of held units', () => {
  it('[L-55] needs one statement more than one without, so that with key and rate limit it stays within 12', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 9, [chain.beltId]: 9, [chain.socksId]: 9 });
    const lines = [chain.bootsId, chain.beltId, chain.socksId].map((variantId) => ({ variantId, quantityMilli: 1000 }));
    const input = { lines, expectedTotalMinor: 3_600 + 1_000 + 333 };
    const first = await held({ lines });
    expect(await ordered({ ...input, hold: first.reference })).toBe('placed');
    const second = await held({ lines });
    expect(await statementsOf(async () => expect(await ordered({ ...input, hold: second.reference })).toBe('placed'))).toBeLessThanOrEqual(10);
  });

  it('takes what is held and looks elsewhere for the rest; what it does not need is free', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 2, [chain.beltId]: 1 });
    const hold = await held({ lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }, { variantId: chain.beltId, quantityMilli: 1000 }] });
    expect(await ordered({ lines: [{ variantId: chain.bootsId, quantityMilli: 2000 }], expectedTotalMinor: 7_200, hold: hold.reference })).toBe('placed');
    expect([await level(), await level(chain.beltId)]).toMatchObject([{ held: 0, sellable: 0, committed: 2000 }, { held: 0, sellable: 1000, committed: 0 }]);
  });

  it('does not take what is held in another store than it is fetched from', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const hold = await held();
    expect(await ordered({ hold: hold.reference, fulfilment: { kind: 'pickup', locationId: chain.sohoId } })).toBe('insufficient_stock');
    expect(await ordered({ hold: hold.reference, fulfilment: delivery })).toBe('placed');
  });

  it('refuses a hold of another shopper or another shop, and falls back to what is free when it has lapsed', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 2 });
    const hold = await held();
    expect(await ordered({ hold: { ...hold.reference, token: 'guessed' } })).toBe('hold_of_another');
    expect(await ordered({ hold: hold.reference, channelCode: 'amazon-gb' })).toBe('hold_of_another');
    await test.database.updateTable('stock_hold').set({ expires_at: new Date(0) }).execute();
    await context.get(HoldStockUseCase, { strict: false }).sweep();
    expect(await ordered({ hold: hold.reference })).toBe('placed');
    expect(await ordered({ hold: hold.reference })).toBe('placed');
    expect(await ordered({ hold: hold.reference })).toBe('insufficient_stock');
  });

  it('a refused or broken order keeps the hold', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const hold = await held();
    await test.pool.query("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$; CREATE TRIGGER fail BEFORE INSERT ON sales_order FOR EACH ROW EXECUTE FUNCTION fail()");
    await expect(ordered({ hold: hold.reference })).rejects.toThrow();
    await test.pool.query('DROP TRIGGER fail ON sales_order');
    expect(await level()).toMatchObject({ held: 1000, sellable: 0, committed: 0 });
    expect(await ordered({ hold: hold.reference })).toBe('placed');
  });

  it('[L-22] [L-31] holds, orders and the sweep at once: nobody with a hold is refused, and no unit is counted twice', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 12 });
    const holds = await Promise.all(Array.from({ length: 8 }, (_, shopper) => held({ address: `192.0.2.${shopper}` })));
    await test.database.updateTable('stock_hold').set({ expires_at: new Date(0) }).where('id', 'in', holds.slice(6).map(({ reference }) => reference.holdId)).execute();
    const sweep = context.get(HoldStockUseCase, { strict: false });
    const [, , others, ...mine] = await Promise.all([
      sweep.sweep(), sweep.sweep(), Promise.all(Array.from({ length: 10 }, () => ordered())), ...holds.slice(0, 6).map(({ reference }) => ordered({ hold: reference })),
    ]);
    expect(mine).toEqual(Array.from({ length: 6 }, () => 'placed'));
    const sold = others.filter((kind) => kind === 'placed').length;
    expect(sold).toBeGreaterThanOrEqual(4);
    await sweep.sweep();
    expect(await level()).toMatchObject({ held: 0, sellable: 12_000 - 6_000 - sold * 1000, committed: 6_000 + sold * 1000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
