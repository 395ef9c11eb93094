import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PaymentHinted, type ReturnListPage, type ReturnLookup, type ReturnResult } from '@oneshelf/contracts';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId, publish } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { levelOf, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { OrdersModule, RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { seedChain, type TestChain } from '@oneshelf/server-orders/testing';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PaymentsHttpModule, PaymentsJobsModule, PaymentsModule, PaymentsOfOrder, RecordTendersUseCase } from '@oneshelf/server-payments';
import { journalByAccount, startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import Stripe from 'stripe';
import { ReturnsHttpModule } from './returns-http.module';
import { ReturnsJobsModule } from './returns-jobs.module';
import { ReturnsOfShift } from './show-returns/returns-of-shift.query';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;
let till: Actor;
let actor: Actor;
let receipts = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  till = { kind: 'device', id: newId(), name: 'Till 9', registerId: chain.registerId, locationId: chain.sohoId, epoch: 1 };
  actor = till;
  app = await createTestApp(test, { imports: [ReturnsHttpModule, ReturnsJobsModule, OrdersModule, PaymentsModule, PaymentsHttpModule, PaymentsJobsModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

/** Three units for 10.00: 3.34, 3.33, 3.33, sold in Leeds. */
async function sale(tenders: { kind: 'cash' | 'card_present'; amountMinor: number }[], more: Partial<BasketInput> = {}) {
  const saleId = newId();
  const soldAt = new Date().toISOString();
  const basket = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.leedsId, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: 'a', variantId: chain.socksId, quantityMilli: 3_000 }], ...more };
  const quote = quoteBasket(basket, {
    version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [{
      promotionId: newId(), name: 'Part off', lane: 'item', priority: 0, channelCodes: [], conditions: [], startsAt: '2020-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z',
      reward: { kind: 'lines', per: 'unit', on: { collectionIds: ['c'] }, discount: { percentBasisPoints: 1_000 } },
    }],
    books: [{ bookId: newId(), name: 'UK', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [chain.socksId]: 371 } }],
    taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2_000, validFrom: '2020-01-01T00:00:00Z', validTo: null }], variants: { [chain.socksId]: { taxClass: 'standard', collectionIds: ['c'] } },
  });
  if (!quote.ok) throw new Error(quote.refusal.kind);
  receipts += 1;
  const number = `LEEDS-1-2026-${String(receipts).padStart(6, '0')}`;
  await test.transactions.write(async (tx) => {
    await app.get(RecordTillSaleUseCase, { strict: false }).run(tx, { saleId, receiptNumber: number, channelCode: 'pos-gb', locationId: chain.leedsId, basket, quote: quote.value, lineTexts: [{ lineId: 'a', sku: 'SOC-1', title: 'Ribbed socks' }], staffName: 'Ana', soldAt, businessDate: '2026-11-21' });
    await app.get(RecordTendersUseCase, { strict: false }).run(tx, { saleId, currency: 'GBP', registerId: chain.registerId, tenders: tenders.map((tender) => ({ ...tender, paymentId: newId(), tenderedMinor: null })) });
  });
  const [line] = await test.database.selectFrom('order_line').select(['id', 'total_minor']).where('order_id', '=', saleId).execute();
  return { saleId, number, lineId: line?.id ?? '', totalMinor: line?.total_minor ?? 0 };
}

/** Makes a sale's card payment one that Stripe captured. */
async function chargedAtStripe(saleId: string, amount: number): Promise<void> {
  const client = new Stripe(stripe.secretKey, { host: '127.0.0.1', port: stripe.port, protocol: 'http', telemetry: false });
  const intent = await client.paymentIntents.create({ amount, currency: 'gbp', payment_method: 'pm_card_visa', allowed_payment_method_types: ['card'], confirm: true });
  await test.database.updateTable('payment').set({ provider: 'stripe', provider_reference: intent.id }).where('order_id', '=', saleId).where('kind', '=', 'card_present').execute();
}

const statusOf = async (returnId: string) => (await test.database.selectFrom('return_order').select('status').where('id', '=', returnId).executeTakeFirstOrThrow()).status;
const post = async (url: string, payload: object = {}) => {
  actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'i@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };
  const answer = await app.inject({ method: 'POST', url, headers: signedIn, payload });
  actor = till;
  return { status: answer.statusCode, body: answer.json<{ status?: string; code?: string }>() };
};

/** Three units on a card, returned; the refund is taken by the provider and its bank refuses it days later. */
async function refundThatFailsLater() {
  const sold = await sale([{ kind: 'card_present', amountMinor: 1_002 }]);
  await chargedAtStripe(sold.saleId, 1_002);
  const answer = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 3 });
  await runEvents(app, test.database);
  const { id, paymentId } = await test.database.selectFrom('refund').select(['id', 'payment_id as paymentId']).where('order_id', '=', sold.saleId).executeTakeFirstOrThrow();
  const failLater = async () => {
    const taken = stripe.state.store.all('refunds').filter((refund) => refund.metadata?.['refund_id'] === id).at(-1);
    if (!taken) throw new Error('the refund was never sent');
    stripe.state.store.put('refunds', taken.id, { ...taken, status: 'failed', failure_reason: 'lost_or_stolen_card' });
    await test.transactions.write((tx) => publish(tx, { type: PaymentHinted, key: sold.saleId, payload: { paymentId, orderId: sold.saleId, refundId: id } }));
    await runEvents(app, test.database);
  };
  return { ...sold, refundId: id, returnId: answer.body.returnId, failLater };
}

async function give(input: { orderId: string; lineId: string; pieces: number; disposition?: string; returnId?: string; shiftId?: string }) {
  const { orderId, lineId, pieces, disposition = 'resellable', returnId = newId(), shiftId } = input;
  const payload = { returnId, orderId, lines: [{ orderLineId: lineId, quantityMilli: pieces * 1_000, reason: 'too_small', disposition }], staffId: newId(), staffName: 'Sam', ...(shiftId ? { shiftId } : {}) };
  const answer = await app.inject({ method: 'POST', url: '/api/pos/returns', headers: signedIn, payload: { ...payload, staffId: '01900000-0000-7000-8000-000000000001' } });
  return { status: answer.statusCode, body: answer.json<ReturnResult & { code?: string }>() };
}
const lookup = async (code: string) => {
  const answer = await app.inject({ method: 'GET', url: `/api/pos/returns/lookup?code=${encodeURIComponent(code)}`, headers: signedIn });
  return { status: answer.statusCode, body: answer.json<ReturnLookup>() };
};

describe('a return at another store', () => {
  it('is found by receipt, by id and by QR text, and shows what its units give back', async () => {
    const { saleId, number, totalMinor } = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    for (const code of [number, saleId, `https://shop.example/r/${number}`]) expect((await lookup(code)).body.orderId).toBe(saleId);
    const { body } = await lookup(number);
    expect(body.lines[0]).toMatchObject({ returnableMilli: 3_000 });
    expect(body.lines[0]?.units.reduce((sum, unit) => sum + unit.totalMinor, 0)).toBe(totalMinor);
    expect(body.tenders).toMatchObject([{ kind: 'cash', refundableMinor: 1_002 }]);
    expect((await lookup('NOBODY-HAS-THIS')).status).toBe(404);
  });

  it('[L-40] gives back exactly what was paid over several returns, in cash at once, and the unit is for sale there', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    const before = (await levelOf(test, { variantId: chain.socksId, locationId: chain.sohoId }))?.sellable ?? 0;
    const journalBefore = await journalByAccount(test);
    const first = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 1 });
    const second = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 2 });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.refundMinor + second.body.refundMinor).toBe(sold.totalMinor);
    expect(first.body.refunds).toMatchObject([{ kind: 'cash', status: 'succeeded', amountMinor: first.body.refundMinor }]);
    expect((await levelOf(test, { variantId: chain.socksId, locationId: chain.sohoId }))?.sellable).toBe(before + 3_000);
    expect((await journalByAccount(test))['CASH_DRAWER']).toBe((journalBefore['CASH_DRAWER'] ?? 0) - sold.totalMinor);
    expect(Object.values(await journalByAccount(test)).reduce((sum, amount) => sum + amount, 0)).toBe(0);
    expect((await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 1 })).body.code).toBe('nothing_to_return');
  });

  it('[L-38] gives the shipping back with the last unit, so that all returns together are what was paid', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_497 }], { shipping: [{ chargeId: 'parcel', methodId: 'standard', amountMinor: 495 }] });
    const journalBefore = await journalByAccount(test);
    expect((await lookup(sold.number)).body.shipping).toEqual({ totalMinor: 495, taxMinor: expect.any(Number) as number });
    const first = (await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 2 })).body;
    const last = (await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 1 })).body;
    expect([first.shippingMinor, last.shippingMinor]).toEqual([0, 495]);
    expect(first.refundMinor + last.refundMinor).toBe(1_497);
    const after = await journalByAccount(test);
    const changed = (account: string) => (after[account] ?? 0) - (journalBefore[account] ?? 0);
    expect([changed('CASH_DRAWER'), changed('TAX_PAYABLE:GB:2000')]).toEqual([-1_497, first.taxMinor + last.taxMinor]);
    expect(first.taxMinor + last.taxMinor).toBe(250);
  });

  it('PAY-12 [L-38] [L-47] a sale whose cash was rounded is returned whole, and the cash that goes back is rounded on its own', async () => {
    const organisation = app.get(OrganisationDirectory, { strict: false });
    const market = await organisation.market('GB');
    const coins = jest.spyOn(organisation, 'market').mockResolvedValue({ ...market, cashStepMinor: 5 });
    try {
      // Sold for 10.02 and paid with 10.00: the payment counts 10.02.
      const sold = await sale([{ kind: 'cash', amountMinor: 1002 }]);
      const { body } = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 3 });
      expect(body.refunds).toMatchObject([{ kind: 'cash', amountMinor: 1002, roundingMinor: -2, status: 'succeeded' }]);
      const lines = await test.database.selectFrom('journal_line as l').innerJoin('journal_entry as e', 'e.id', 'l.entry_id').select(['l.account', 'l.amount_minor']).where('e.cause_id', '=', body.returnId).where('l.account', 'in', ['CASH_DRAWER', 'ROUNDING']).orderBy('l.account').execute();
      expect(lines).toEqual([{ account: 'CASH_DRAWER', amount_minor: -1000 }, { account: 'ROUNDING', amount_minor: -2 }]);
      const refunds = await test.transactions.write((tx) => app.get(PaymentsOfOrder, { strict: false }).refundsOfCauses(tx, [body.returnId]));
      expect(refunds).toEqual([{ kind: 'cash', amountMinor: 1000, roundingMinor: -2 }]);
    } finally {
      coins.mockRestore();
    }
  });

  it('lists returns newest first, by place, by their number or that of their order, page after page', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    const older = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 1 });
    const newer = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 2 });
    const list = async (query: string) => (await app.inject({ method: 'GET', url: `/api/returns${query}`, headers: signedIn })).json<ReturnListPage>();
    actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'i@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };
    const ofOrder = await list(`?q=${sold.number}`);
    expect(ofOrder.items).toEqual([
      { id: newer.body.returnId, number: newer.body.number, orderId: sold.saleId, orderNumber: sold.number, locationId: chain.sohoId, locationName: 'London Soho', status: 'refunded', unitCount: 2, currency: 'GBP', refundMinor: newer.body.refundMinor, receivedAt: expect.any(String) as string },
      expect.objectContaining({ id: older.body.returnId, unitCount: 1 }),
    ]);
    expect((await list(`?q=${older.body.returnId}`)).items).toMatchObject([{ id: older.body.returnId }]);
    const first = await list(`?q=${sold.number}&limit=1`);
    const second = await list(`?q=${sold.number}&limit=1&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([newer.body.returnId, older.body.returnId]);
    expect(second.nextCursor).toBeNull();
    expect((await list(`?q=${newer.body.number}`)).items.map((item) => item.id)).toEqual([newer.body.returnId]);
    expect((await list(`?q=${sold.number}&locationId=${chain.leedsId}`)).items).toEqual([]);
    actor = till;
  });

  it('gives a split tender back to the card first, then cash, and sends the card refund once', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 502 }, { kind: 'card_present', amountMinor: 500 }]);
    await chargedAtStripe(sold.saleId, 500);
    const answer = await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 3, disposition: 'quarantine' });
    expect(answer.body.refunds.map(({ kind, status, amountMinor }) => [kind, status, amountMinor])).toEqual([['card_present', 'pending', 500], ['cash', 'succeeded', sold.totalMinor - 500]]);
    await runEvents(app, test.database);
    const rows = await test.database.selectFrom('refund').select(['amount_minor', 'status']).where('order_id', '=', sold.saleId).orderBy('amount_minor').execute();
    expect(rows.map((row) => row.status)).toEqual(['succeeded', 'succeeded']);
    expect(stripe.state.store.all('refunds').map((refund) => refund.amount)).toEqual([500]);
    expect((await levelOf(test, { variantId: chain.socksId, locationId: chain.sohoId }))?.quarantine).toBe(3_000);
  });

  it('is refunded once its last tender is, and not before', async () => {
    const inCash = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    expect(await statusOf((await give({ orderId: inCash.saleId, lineId: inCash.lineId, pieces: 1 })).body.returnId)).toBe('refunded');
    const onCard = await sale([{ kind: 'card_present', amountMinor: 1_002 }]);
    await chargedAtStripe(onCard.saleId, 1_002);
    const { returnId } = (await give({ orderId: onCard.saleId, lineId: onCard.lineId, pieces: 1 })).body;
    expect(await statusOf(returnId)).toBe('received');
    await runEvents(app, test.database);
    expect(await statusOf(returnId)).toBe('refunded');
  });

  it('whose card refund fails days later is owed in the books, waits for a person, and can be paid by hand', async () => {
    const before = await journalByAccount(test);
    const changed = async () => {
      const now = await journalByAccount(test);
      return Object.fromEntries(['CARD_CLEARING', 'CUSTOMER_DEPOSITS', 'SAFE'].map((account) => [account, (now[account] ?? 0) - (before[account] ?? 0)]));
    };
    const { refundId, returnId, failLater, totalMinor, saleId } = await refundThatFailsLater();
    expect([await statusOf(returnId), await changed()]).toEqual(['refunded', { CARD_CLEARING: -totalMinor, CUSTOMER_DEPOSITS: 0, SAFE: 0 }]);
    await failLater();
    await failLater();
    expect([await statusOf(returnId), await changed()]).toEqual(['received', { CARD_CLEARING: 0, CUSTOMER_DEPOSITS: -totalMinor, SAFE: 0 }]);
    expect(await app.get(PaymentsOfOrder, { strict: false }).failedRefunds()).toMatchObject([{ id: refundId, amountMinor: totalMinor, failure: 'lost_or_stolen_card' }]);

    expect(await post(`/api/refunds/${refundId}/pay-otherwise`, { note: 'Cash, signed for' })).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect(await post(`/api/refunds/${refundId}/pay-otherwise`, { note: 'again' })).toMatchObject({ status: 409, body: { code: 'not_failed' } });
    await runEvents(app, test.database);
    expect([await statusOf(returnId), await changed()]).toEqual(['refunded', { CARD_CLEARING: 0, CUSTOMER_DEPOSITS: 0, SAFE: -totalMinor }]);
    expect(await app.get(PaymentsOfOrder, { strict: false }).failedRefunds()).toEqual([]);
    const told = await test.database.selectFrom('order_event').select('kind').where('order_id', '=', saleId).orderBy('occurred_at').orderBy('id').execute();
    expect(told.map((event) => event.kind)).toEqual(['sold', 'returned', 'refunded', 'refund_failed', 'refunded']);
    expect(Object.values(await journalByAccount(test)).reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });

  it('whose card refund failed is sent again under a new key, by one of two people at once, and pays once', async () => {
    const { refundId, returnId, failLater, totalMinor } = await refundThatFailsLater();
    const owedBefore = (await journalByAccount(test))['CUSTOMER_DEPOSITS'] ?? 0;
    await failLater();
    const intent = (await test.database.selectFrom('refund').innerJoin('payment', 'payment.id', 'refund.payment_id').select('payment.provider_reference as reference').where('refund.id', '=', refundId).executeTakeFirstOrThrow()).reference;
    for (const charge of stripe.state.store.all('charges').filter((one) => one.payment_intent === intent)) stripe.state.store.put('charges', charge.id, { ...charge, amount_refunded: 0, refunded: false });
    const answers = await Promise.all([post(`/api/refunds/${refundId}/retry`), post(`/api/refunds/${refundId}/retry`)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    await runEvents(app, test.database);
    expect(await statusOf(returnId)).toBe('refunded');
    expect(stripe.state.store.all('refunds').filter((refund) => refund.metadata?.['refund_id'] === refundId).map((refund) => refund.status)).toEqual(['failed', 'succeeded']);
    expect((await journalByAccount(test))['CUSTOMER_DEPOSITS'] ?? 0).toBe(owedBefore);
    const payment = await test.database.selectFrom('payment').innerJoin('refund', 'refund.payment_id', 'payment.id').select('refunded_minor').where('refund.id', '=', refundId).executeTakeFirst();
    expect(payment?.refunded_minor).toBe(totalMinor);
  });

  it('whose card refund is refused at once is owed too', async () => {
    const sold = await sale([{ kind: 'card_present', amountMinor: 1_002 }]);
    await chargedAtStripe(sold.saleId, 1_002);
    await test.database.updateTable('payment').set({ provider_reference: 'pi_nobody_knows' }).where('order_id', '=', sold.saleId).execute();
    const owedBefore = (await journalByAccount(test))['CUSTOMER_DEPOSITS'] ?? 0;
    const { returnId } = (await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 3 })).body;
    await runEvents(app, test.database);
    expect([await statusOf(returnId), ((await journalByAccount(test))['CUSTOMER_DEPOSITS'] ?? 0) - owedBefore]).toEqual(['received', -sold.totalMinor]);
  });

  it('of one unit at two tills at once is taken once', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    const answers = await Promise.all(Array.from({ length: 4 }, () => give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 3 })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    const payment = await test.database.selectFrom('payment').select('refunded_minor').where('order_id', '=', sold.saleId).executeTakeFirst();
    expect(payment?.refunded_minor).toBe(sold.totalMinor);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('sent twice under one id is one return; with another input it is refused', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    const shiftId = newId();
    const input = { orderId: sold.saleId, lineId: sold.lineId, pieces: 1, returnId: newId(), shiftId };
    const [first, again] = [await give(input), await give(input)];
    expect(again.body).toEqual(first.body);
    expect((await give({ ...input, pieces: 2 })).body.code).toBe('idempotency_key_reused');
    const ofShift = await test.transactions.write((tx) => app.get(ReturnsOfShift, { strict: false }).run(tx, shiftId));
    expect(ofShift).toEqual({ count: 1, totalMinor: first.body.refundMinor, taxMinor: first.body.taxMinor, refunds: [{ kind: 'cash', amountMinor: first.body.refundMinor, roundingMinor: 0 }] });
  });

  it('of more than was sold, of half a piece, of an unknown line or order is refused, and nothing changes', async () => {
    const sold = await sale([{ kind: 'cash', amountMinor: 1_002 }]);
    const codes = [
      await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 4 }), await give({ orderId: sold.saleId, lineId: sold.lineId, pieces: 0.5 }),
      await give({ orderId: sold.saleId, lineId: newId(), pieces: 1 }), await give({ orderId: newId(), lineId: newId(), pieces: 1 }),
    ].map((answer) => [answer.status, answer.body.code]);
    expect(codes).toEqual([[409, 'nothing_to_return'], [422, 'invalid_quantity'], [422, 'unknown_line'], [404, 'not_found']]);
    expect((await test.database.selectFrom('payment').select('refunded_minor').where('order_id', '=', sold.saleId).executeTakeFirst())?.refunded_minor).toBe(0);
  });
});
