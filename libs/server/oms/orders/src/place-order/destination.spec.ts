import type { TestingModule } from '@nestjs/testing';
import { type BasketInput, type Quote, quoteBasket, quoteDifferences } from '@oneshelf/domain-pricing';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { SettleOrder } from '../capture-order/settle-order';
import { OrdersJobsModule } from '../orders-jobs.module';
import { RecordProgressUseCase } from '../record-progress/record-progress.use-case';
import { checkout, seedAbroad, seedChain, stock, type TestChain } from '../testing';
import { PlaceOrderUseCase } from './place-order.use-case';
import { type BasketRequest, PriceBasket } from './price-basket.query';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let chain: TestChain;

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await seedAbroad(test, chain);
  await stock(test, chain.leedsId, { [chain.bootsId]: 20, [chain.beltId]: 20, [chain.socksId]: 20 });
  context = await createTestContext(test, { imports: [OrdersJobsModule] });
});
afterEach(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

const to = (country: string, postcode: string, more: object = {}) => ({ kind: 'delivery' as const, address: { line1: 'Ring 1', city: 'Town', country, postcode, ...more } });
const priced = (change: Partial<BasketRequest> = {}) => context.get(PriceBasket, { strict: false }).run({ channelCode: 'web-de', lines: [{ variantId: chain.beltId, quantityMilli: 2000 }], fulfilment: to('AT', '1010'), at: new Date(), ...change });
async function quoteOf(change: Partial<BasketRequest> = {}) {
  const answer = await priced(change);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}
const refusalOf = async (change: Partial<BasketRequest>) => {
  const answer = await priced(change);
  return answer.ok ? 'quoted' : answer.refusal;
};

describe('an order to another country', () => {
  it('is taxed where it goes, the shipping with the goods, and keeps the gross price', async () => {
    const { quote, basket, shippingOptions } = await quoteOf();
    expect(basket).toMatchObject({ taxCountry: 'AT', tax: { because: 'destination_union', from: { country: 'DE' }, place: { postcode: '1010' } }, shipping: [{ methodId: 'abroad', amountMinor: 990 }] });
    // 20.00 of belts and 9.90 to send them, of it 20 % Austrian tax.
    expect(quote).toMatchObject({ totalMinor: 2990, taxMinor: 498, taxes: [{ country: 'AT', rateBasisPoints: 2000, netMinor: 2492, taxMinor: 498, grossMinor: 2990 }], shipping: [{ methodId: 'abroad', totalMinor: 990 }] });
    expect(shippingOptions).toEqual([{ methodId: 'abroad', names: { en: 'Abroad', de: 'Ausland' }, amountMinor: 990 }]);
  });

  it('is taxed at home where the shop is below the threshold, and keeps the net price where the shop says so', async () => {
    await test.database.updateTable('channel').set({ pays_tax_at_destination: false }).where('code', '=', 'web-de').execute();
    expect((await quoteOf({ at: new Date() })).quote).toMatchObject({ totalMinor: 2990, taxes: [{ country: 'DE', rateBasisPoints: 1900 }] });
    await test.database.updateTable('channel').set({ pays_tax_at_destination: true, price_abroad: 'net_stays' }).where('code', '=', 'web-de').execute();
    const again = await createTestContext(test, { imports: [OrdersJobsModule] });
    const answer = await again.get(PriceBasket, { strict: false }).run({ channelCode: 'web-de', lines: [{ variantId: chain.beltId, quantityMilli: 2000 }], fulfilment: to('AT', '1010'), at: new Date() });
    await again.close();
    // 20.00 with 19 % inside is 16.81 net; with 20 % 20.17.
    expect(answer).toMatchObject({ ok: true, value: { quote: { totalMinor: 2017 + 990 } } });
  });

  it('that leaves the union has no tax and costs the net price; a business of another member accounts for its own', async () => {
    const exported = await quoteOf({ fulfilment: to('CH', '8001') });
    expect(exported.quote).toMatchObject({ taxMinor: 0, taxes: [], lines: [{ totalMinor: 1681, trace: { tax: { because: 'export' } } }] });
    const business = await quoteOf({ vatNumber: 'ATU 12345678' });
    expect(business.basket.tax?.buyer).toEqual({ vatNumber: { country: 'AT', number: 'U12345678', isConfirmed: true } });
    expect(business.quote).toMatchObject({ taxMinor: 0, lines: [{ trace: { tax: { because: 'reverse_charge' } } }] });
    // Within one country it changes nothing.
    expect((await quoteOf({ vatNumber: 'DE123456789', fulfilment: to('DE', '10115') })).quote.taxMinor).toBeGreaterThan(0);
  });

  it('goes by the postcode where an area has a tax of its own, and by the store where it is fetched', async () => {
    expect((await quoteOf({ fulfilment: to('DE', '27498') })).quote).toMatchObject({ taxes: [{ country: 'DE', rateBasisPoints: 0, taxMinor: 0 }] });
    const fetched = await quoteOf({ channelCode: 'web-gb', fulfilment: { kind: 'pickup', locationId: chain.leedsId } });
    expect(fetched.basket.tax).toBeUndefined();
    expect(fetched.quote.shipping).toBeUndefined();
  });

  it('in a market of prices without tax gets the tax of the state that it goes to on top', async () => {
    const { quote } = await quoteOf({ channelCode: 'web-us', fulfilment: to('US', '90210', { region: 'CA' }) });
    expect(quote).toMatchObject({ taxInclusive: false, totalMinor: 2145, taxMinor: 145, taxes: [{ jurisdiction: 'US-CA/state', rateBasisPoints: 725, netMinor: 2000 }] });
    expect(await refusalOf({ channelCode: 'web-us', fulfilment: to('US', '97201', { region: 'OR' }) })).toMatchObject({ kind: 'no_tax_rate', country: 'US' });
  });

  it('is refused where the shop does not deliver, and with what cannot be a postcode, a VAT number or a way to send it', async () => {
    expect(await refusalOf({ fulfilment: to('US', '90210') })).toMatchObject({ kind: 'not_delivered_there', country: 'US', countries: ['AT', 'CH', 'DE'] });
    expect(await refusalOf({ fulfilment: to('AT', '10115') })).toMatchObject({ kind: 'malformed_postcode', country: 'AT', example: '1010' });
    expect(await refusalOf({ vatNumber: 'AT12' })).toMatchObject({ kind: 'malformed_vat_number', vatNumber: 'AT12' });
    expect(await refusalOf({ shippingMethodId: 'rocket' })).toMatchObject({ kind: 'unknown_shipping_method', methodIds: ['standard', 'express', 'free', 'abroad'] });
    expect(await test.database.selectFrom('sales_order').select('id').execute()).toEqual([]);
  });
});

describe('an order that was sent abroad', () => {
  it('is priced again from its basket and comes out the same, PRC-50', async () => {
    for (const fulfilment of [to('AT', '1010'), to('CH', '8001'), to('DE', '27498')]) {
      const { quote } = await quoteOf({ fulfilment });
      const placed = await context.get(PlaceOrderUseCase, { strict: false }).run({ ...checkout(chain), channelCode: 'web-de', lines: [{ variantId: chain.beltId, quantityMilli: 2000 }], fulfilment, expectedTotalMinor: quote.totalMinor });
      expect(placed.ok).toBe(true);
    }
    const stored = await test.database.selectFrom('sales_order').select(['basket', 'quote', 'book_version']).execute();
    expect(stored).toHaveLength(3);
    // Whatever the shop says by now: the basket holds what was so then.
    await test.database.updateTable('channel').set({ pays_tax_at_destination: false, price_abroad: 'net_stays' }).execute();
    await test.database.deleteFrom('shipping_method').execute();
    const book = await context.get(LoadPriceBook, { strict: false }).ofVersion(stored[0]?.book_version ?? '');
    if (!book) throw new Error('the book is gone');
    for (const { basket, quote } of stored) {
      const again = quoteBasket(basket as BasketInput, book);
      expect(again.ok && quoteDifferences(quote as Quote, again.value)).toEqual([]);
    }
  });
});

describe('shipping', () => {
  it('is the cheapest on offer for the value of the goods, or the one that was picked', async () => {
    const ways = async (quantityMilli: number, shippingMethodId?: string) => {
      const { quote, shippingOptions } = await quoteOf({ fulfilment: to('DE', '10115'), lines: [{ variantId: chain.beltId, quantityMilli }], shippingMethodId });
      return [quote.shipping?.[0]?.methodId, quote.totalMinor, shippingOptions.map(({ methodId }) => methodId)];
    };
    expect(await ways(2000)).toEqual(['standard', 2495, ['standard', 'express']]);
    expect(await ways(2000, 'express')).toEqual(['express', 2995, ['standard', 'express']]);
    expect(await ways(5000)).toEqual(['free', 5000, ['express', 'free']]);
    // Picked and not on offer for so much: the cheapest stands in, and the total says so.
    expect(await ways(5000, 'standard')).toEqual(['free', 5000, ['express', 'free']]);
  });

  it('is charged in full with the first unit that leaves', async () => {
    const placed = await context.get(PlaceOrderUseCase, { strict: false }).run({ ...checkout(chain), channelCode: 'web-de', lines: [{ variantId: chain.beltId, quantityMilli: 2000 }], fulfilment: to('AT', '1010'), expectedTotalMinor: 2990 });
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal));
    const { orderId } = placed.value;
    const { id: orderLineId } = await test.database.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow();
    const progress = context.get(RecordProgressUseCase, { strict: false });
    await test.transactions.write(async (tx) => {
      await progress.cancelled(tx, orderId, [{ orderLineId, quantityMilli: 1000 }]);
      await progress.fulfilled(tx, orderId, [{ orderLineId, quantityMilli: 1000 }]);
    });
    await context.get(SettleOrder, { strict: false }).run(orderId);
    expect(stripe.state.store.all('paymentIntents').map((intent) => [intent.status, intent.amount_received])).toEqual([['succeeded', 1990]]);
    const lines = await test.database.selectFrom('journal_line').select(['account', 'amount_minor']).orderBy('line').execute();
    expect(lines.map((line) => [line.account, line.amount_minor])).toEqual([['CARD_CLEARING', 1990], ['REVENUE', -1658], ['TAX_PAYABLE:AT:2000', -332]]);
  });

  it('of an order of which nothing left is never charged', async () => {
    const placed = await context.get(PlaceOrderUseCase, { strict: false }).run({ ...checkout(chain), channelCode: 'web-de', lines: [{ variantId: chain.beltId, quantityMilli: 1000 }], fulfilment: to('DE', '10115'), expectedTotalMinor: 1495 });
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal));
    const { id: orderLineId } = await test.database.selectFrom('order_line').select('id').executeTakeFirstOrThrow();
    await test.transactions.write((tx) => context.get(RecordProgressUseCase, { strict: false }).cancelled(tx, placed.value.orderId, [{ orderLineId, quantityMilli: 1000 }]));
    await context.get(SettleOrder, { strict: false }).run(placed.value.orderId);
    expect(stripe.state.store.all('paymentIntents').map((intent) => [intent.status, intent.amount_received])).toEqual([['canceled', 0]]);
    expect(await test.database.selectFrom('journal_line').select('account').execute()).toEqual([]);
  });
});
