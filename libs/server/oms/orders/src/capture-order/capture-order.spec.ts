import type { TestingModule } from '@nestjs/testing';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { OrdersJobsModule } from '../orders-jobs.module';
import { PlaceOrderUseCase } from '../place-order/place-order.use-case';
import { RecordProgressUseCase } from '../record-progress/record-progress.use-case';
import { checkout, seedChain, stock, type TestChain } from '../testing';
import { SettleOrder } from './settle-order';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await stock(test, chain.leedsId, { [chain.bootsId]: 10 });
  context = await createTestContext(test, { imports: [OrdersJobsModule] });
});
afterEach(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

/** Two boots at 36.00 handed over, of which some came back before the card was charged. */
async function handedOver(returnedPieces: number, paidBy: 'card' | 'marketplace' = 'card'): Promise<void> {
  const placed = await context.get(PlaceOrderUseCase, { strict: false }).run(checkout(chain));
  if (!placed.ok) throw new Error(placed.refusal.kind);
  const { orderId } = placed.value;
  if (paidBy === 'marketplace') await test.database.updateTable('payment').set({ kind: 'external', provider: 'none', status: 'captured', captured_minor: 7_200 }).execute();
  const { id: orderLineId } = await test.database.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow();
  const progress = context.get(RecordProgressUseCase, { strict: false });
  await test.transactions.write(async (tx) => {
    await progress.fulfilled(tx, orderId, [{ orderLineId, quantityMilli: 2_000 }]);
    if (returnedPieces > 0) await progress.returned(tx, orderId, [{ orderLineId, quantityMilli: returnedPieces * 1_000 }]);
  });
  const settle = context.get(SettleOrder, { strict: false });
  await settle.run(orderId);
  await settle.run(orderId);
}
const taken = () => stripe.state.store.all('paymentIntents').map((intent) => [intent.status, intent.amount_received]);
const journal = async () => {
  const lines = await test.database.selectFrom('journal_entry').innerJoin('journal_line', 'entry_id', 'id').select(['cause_kind', 'account', 'amount_minor']).orderBy('cause_kind').orderBy('line').execute();
  return lines.map((line) => [line.cause_kind, line.account, line.amount_minor]);
};

describe('a capture', () => {
  it('posts the sale of what was handed over', async () => {
    await handedOver(0);
    expect(taken()).toEqual([['succeeded', 7_200]]);
    expect(await journal()).toEqual([
      ['order_captured', 'CARD_CLEARING', 7_200], ['order_captured', 'DISCOUNTS', 667], ['order_captured', 'REVENUE', -6_667], ['order_captured', 'TAX_PAYABLE:GB:2000', -1_200],
    ]);
  });

  it('posts the sale in full and beside it what came back before, so that revenue knows of both', async () => {
    await handedOver(1);
    expect(taken()).toEqual([['succeeded', 3_600]]);
    expect(await journal()).toEqual([
      ['order_captured', 'CARD_CLEARING', 7_200], ['order_captured', 'DISCOUNTS', 667], ['order_captured', 'REVENUE', -6_667], ['order_captured', 'TAX_PAYABLE:GB:2000', -1_200],
      ['refund', 'CARD_CLEARING', -3_600], ['refund', 'DISCOUNTS', -333], ['refund', 'REVENUE', 3_333], ['refund', 'TAX_PAYABLE:GB:2000', 600],
    ]);
  });

  it('of a marketplace posts the sale in full: a return before it was booked when it came', async () => {
    await handedOver(1, 'marketplace');
    expect(await journal()).toEqual([
      ['order_captured', 'MARKETPLACE_CLEARING', 7_200], ['order_captured', 'DISCOUNTS', 667], ['order_captured', 'REVENUE', -6_667], ['order_captured', 'TAX_PAYABLE:GB:2000', -1_200],
    ]);
  });

  it('of which everything came back takes nothing, and posts sale and return all the same', async () => {
    await handedOver(2);
    expect(taken()).toEqual([['canceled', 0]]);
    const lines = await journal();
    expect(lines).toContainEqual(['order_captured', 'REVENUE', -6_667]);
    expect(lines).toContainEqual(['refund', 'REVENUE', 6_667]);
    expect(lines.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(0);
  });
});
