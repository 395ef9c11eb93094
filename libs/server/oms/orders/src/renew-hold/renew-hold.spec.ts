import type { TestingModule } from '@nestjs/testing';
import { createTestContext, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryJobsModule } from '@oneshelf/server-inventory';
import { answerBank, startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { PlaceOrderUseCase } from '../place-order/place-order.use-case';
import { OrdersJobsModule } from '../orders-jobs.module';
import { SweepOrdersUseCase } from '../sweep-orders/sweep-orders.use-case';
import { checkout, delivery, eventsOf, seedChain, stock, type TestChain } from '../testing';
import { PayAgainUseCase } from './pay-again.use-case';

const DAY_MS = 86_400_000;
let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await test.database.insertInto('stock_policy').values({ variant_id: chain.bootsId, kind: 'preorder' }).execute();
  context = await createTestContext(test, { imports: [InventoryJobsModule, OrdersJobsModule] });
});
afterEach(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

const use = <UseCase>(type: abstract new (...given: never[]) => UseCase): UseCase => context.get(type as never, { strict: false });
const intents = () => stripe.state.store.all('paymentIntents').map(({ status, amount, customer }) => [status, amount, customer !== null]);
const payments = async () => (await test.database.selectFrom('payment').select(['status', 'failure']).orderBy('created_at').execute()).map(({ status, failure }) => failure ?? status);
const sweep = (days: number) => use(SweepOrdersUseCase).run(new Date(Date.now() + days * DAY_MS));
const asked = () => test.database.selectFrom('outbox_event').select('payload').where('name', '=', 'orders.payment-needed.v1').execute();

/** Two boots at 36.00 of which `there` lie in Leeds; a card that the bank wants to see its holder for goes by its page. */
async function order(paymentMethodId = 'pm_card_visa', there = 0): Promise<string> {
  if (there > 0) await stock(test, chain.leedsId, { [chain.bootsId]: there });
  const placed = await use(PlaceOrderUseCase).run(checkout(chain, { fulfilment: delivery, paymentMethodId }));
  if (!placed.ok) throw new Error(placed.refusal.kind);
  const { progress, orderId } = placed.value;
  if (progress.kind === 'requires_action') await answerBank(progress.redirectUrl ?? '', 'complete');
  await sweep(0.01);
  await runEvents(context, test.database);
  return orderId;
}
const arrive = async (): Promise<void> => {
  await stock(test, chain.warehouseId, { [chain.bootsId]: 2 });
  await runEvents(context, test.database);
};
/** The bank lets go of what nobody has taken by then. */
const lapse = () => test.database.updateTable('payment').set({ capture_before: new Date(Date.now() - 1000) }).where('status', '=', 'authorised').execute();

describe('PAY-13 the hold of an order that waits for goods', () => {
  it('is let go when it ends, and asked for again of the kept card when they come', async () => {
    const orderId = await order();
    expect(await intents()).toEqual([['requires_capture', 7_200, true]]);
    expect([await sweep(5), await sweep(6.5), await sweep(6.6)]).toMatchObject([{ settled: 0 }, { settled: 1 }, { settled: 0 }]);
    expect([await intents(), await payments(), await asked()]).toEqual([[['canceled', 7_200, true]], ['cancelled'], []]);
    await arrive();
    expect([await intents(), await payments()]).toEqual([[['canceled', 7_200, true], ['requires_capture', 7_200, true]], ['cancelled', 'authorised']]);
    expect((await eventsOf(test, orderId)).slice(-2)).toEqual(['hold_ended', 'hold_renewed']);
    expect(await sweep(0)).toMatchObject({ settled: 0, waiting: 0 });
  });

  it('is renewed before it ends where a part is there already, and no amount is held twice', async () => {
    await order('pm_card_visa', 1);
    await sweep(6.5);
    expect(await intents()).toEqual([['canceled', 7_200, true], ['requires_capture', 7_200, true]]);
    await sweep(0);
    expect(await payments()).toEqual(['cancelled', 'authorised']);
  });

  it('is asked of the shopper, once, where the bank wants them to be there', async () => {
    const orderId = await order('pm_card_authenticationRequired');
    await sweep(6.5);
    await arrive();
    await sweep(0);
    expect(await payments()).toEqual(['cancelled', 'authentication_required']);
    expect((await asked()).map(({ payload }) => payload)).toMatchObject([{ orderId, amountMinor: 7_200 }]);
    expect((await eventsOf(test, orderId)).at(-1)).toBe('payment_needed');
  });

  it('waits for a provider that does not answer, and asks the same question again', async () => {
    const orderId = await order();
    await lapse();
    await sweep(0);
    const url = test.config.STRIPE_API_URL;
    await stripe.stop();
    await stock(test, chain.warehouseId, { [chain.bootsId]: 2 });
    await expect(runEvents(context, test.database)).rejects.toThrow();
    expect([url === test.config.STRIPE_API_URL, (await eventsOf(test, orderId)).includes('hold_renewed'), (await asked()).length]).toEqual([true, false, 0]);
    stripe = await startStripe(test);
  });
});

describe('PAY-13 a hold that ends though the goods are there', () => {
  const ordinary = () => order('pm_card_visa', 2);

  it('whose card was not kept is asked of the shopper, not a moment before it is over', async () => {
    const orderId = await ordinary();
    expect(await sweep(6.5)).toMatchObject({ settled: 0 });
    expect(await payments()).toEqual(['authorised']);
    await lapse();
    await sweep(0);
    await sweep(0);
    expect([await payments(), (await asked()).length, (await eventsOf(test, orderId)).slice(-2)]).toEqual([['cancelled', 'hold_ended'], 1, ['payment_needed', 'hold_ended']]);
  });

  it('is paid again on the order’s page: with another card after a decline, and once for two clicks', async () => {
    const orderId = await ordinary();
    await lapse();
    await sweep(0);
    const pay = (paymentMethodId: string) => use(PayAgainUseCase).run(orderId, { paymentMethodId, returnUrl: 'https://fieldhouse.example/back' });
    expect(await pay('pm_card_visa_chargeDeclined')).toEqual({ kind: 'declined', code: 'generic_decline' });
    const bank = await pay('pm_card_authenticationRequired');
    expect(bank.kind).toBe('requires_action');
    await answerBank(bank.kind === 'requires_action' ? (bank.redirectUrl ?? '') : '', 'complete');
    expect([await use(PayAgainUseCase).follow(orderId), await pay('pm_card_visa')]).toEqual([{ kind: 'placed' }, { kind: 'placed' }]);
    expect(await payments()).toEqual(['cancelled', 'hold_ended', 'generic_decline', 'authorised']);
    expect((await asked()).length).toBe(1);
  });

  it('two who pay at once make one hold', async () => {
    const orderId = await ordinary();
    await lapse();
    await sweep(0);
    const both = await Promise.all([1, 2].map(() => use(PayAgainUseCase).run(orderId, { paymentMethodId: 'pm_card_visa', returnUrl: 'https://fieldhouse.example/back' })));
    expect(both).toEqual([{ kind: 'placed' }, { kind: 'placed' }]);
    expect((await test.database.selectFrom('payment').select('id').where('status', '=', 'authorised').execute()).length).toBe(1);
  });
});
