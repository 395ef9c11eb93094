import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestingModule } from '@nestjs/testing';
import { type EventType, OrderPlaced, PaymentNeeded, PickupReady, PromiseMoved, ReceiptRequested, ReturnReceived, UnitsUnavailable } from '@oneshelf/contracts';
import { newId, publish } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import { MessagesJobsModule } from './messages-jobs.module';
import { MailTransport } from './send-mail/mail-transport';

const [soho, order, till, amazon, sweater, rope, payment, refund] = Array.from({ length: 8 }, newId) as [string, string, string, string, string, string, string, string];

let folder: string;
let test: TestDatabase;
let context: TestingModule;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oneshelf-mail-'));
  test = await createTestDatabase({ ONESHELF_DATA: folder, PUBLIC_URL: 'https://fieldhouse.example' });
  context = await createTestContext(test, { imports: [MessagesJobsModule] });
  await seed();
});
beforeEach(() => test.database.deleteFrom('mail_message').execute());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await context.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

async function seed(): Promise<void> {
  const { database } = test;
  await database.insertInto('market').values({ code: 'DE', name: 'Germany', country: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' }).execute();
  const channel = (code: string, kind: string) => ({ code, name: code, kind, market_code: 'DE' });
  await database.insertInto('channel').values([channel('web-de', 'web'), channel('pos-de', 'pos'), channel('amazon-de', 'marketplace')]).execute();
  await database
    .insertInto('location')
    .values({ id: soho, code: 'BERL', name: 'Berlin Mitte', kind: 'store', market_code: 'DE', country: 'DE', time_zone: 'Europe/Berlin', address: JSON.stringify({ lines: ['Lindengasse 12'], city: 'Berlin', postalCode: '10119' }), latitude: 52.5, longitude: 13.4, can_ship: true, can_pickup: true })
    .execute();
  const head = (id: string, given: object) => ({
    id, number: `DE-${id.slice(-4)}`, channel_code: 'web-de', market_code: 'DE', currency: 'EUR', fulfilment_kind: 'pickup', customer_name: 'Jörg Weiß', customer_email: 'joerg@example.com',
    basket: '{}', quote: JSON.stringify({ taxInclusive: true, discounts: [{ promotionId: 'p', name: 'Herbst', amountMinor: 500 }], taxes: [{ name: 'MwSt. 19 %', taxMinor: 1358 }] }), book_version: 'DE:1',
    discount_minor: 500, tax_minor: 1358, total_minor: 8500, status: 'placed', business_date: '2026-11-21', placed_at: '2026-11-21T13:31:00Z', ...given,
  });
  await database.insertInto('sales_order').values(head(order, { pickup_location_id: soho, collection_code: 'K7M4PX', status_token: 'a b' })).execute();
  await database.insertInto('sales_order').values(head(till, { channel_code: 'pos-de', fulfilment_kind: 'carry_out', sold_at_location_id: soho, customer_email: null })).execute();
  await database.insertInto('sales_order').values(head(amazon, { channel_code: 'amazon-de', fulfilment_kind: 'delivery', customer_email: 'x@marketplace.amazon.de' })).execute();
  const share = (unit: number, totalMinor: number) => ({ unit, quantityMilli: 1000, totalMinor, discountMinor: 0, taxMinor: 0 });
  const line = (order_id: string, given: { id: string; line: number; title: string; quantity_milli: number; total_minor: number; units: object[] }) => ({
    order_id, variant_id: newId(), sku: 'SKU', list_unit_minor: 0, discount_minor: 0, tax_minor: 0, tax_rate_basis_points: 1900, ...given, units: JSON.stringify(given.units),
  });
  await database
    .insertInto('order_line')
    .values([
      line(order, { id: sweater, line: 1, title: 'Pullover', quantity_milli: 1000, total_minor: 5950, units: [share(1, 5950)] }),
      line(order, { id: rope, line: 2, title: 'Seil', quantity_milli: 3000, total_minor: 2550, units: [share(1, 851), share(2, 850), share(3, 849)] }),
      line(till, { id: newId(), line: 1, title: 'Seil', quantity_milli: 1000, total_minor: 8500, units: [share(1, 8500)] }),
    ])
    .execute();
  const paid = (id: string, order_id: string, kind: string, label: string | null) => ({ id, order_id, kind, provider: 'none', status: 'captured', currency: 'EUR', amount_minor: 8500, authorised_minor: 8500, captured_minor: 8500, card_label: label });
  await database.insertInto('payment').values([paid(payment, order, 'card_online', 'Visa ··1881'), paid(newId(), till, 'cash', null)]).execute();
  await database.insertInto('refund').values({ id: refund, payment_id: payment, order_id: order, cause_id: newId(), amount_minor: 5950, status: 'pending' }).execute();
}

const say = async <Payload>(type: EventType<Payload>, payload: Payload) => {
  await test.transactions.write((tx) => publish(tx, { type: type as EventType<unknown>, key: order, payload }));
  return runEvents(context, test.database);
};
const mails = () => test.database.selectFrom('mail_message').select(['template', 'recipient', 'locale', 'subject', 'status', 'failure', 'text', 'id']).orderBy('id').execute();

describe('mail for what happened', () => {
  it('confirms an order in the language of its market, and sends it to a file', async () => {
    expect(await say(OrderPlaced, { orderId: order, channelCode: 'web-de', fulfilmentKind: 'pickup' })).toEqual(['orders.order-placed.v1', 'messages.mail-written.v1']);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ template: 'order_placed', recipient: 'joerg@example.com', locale: 'de', subject: `Ihre Bestellung DE-${order.slice(-4)} ist bei uns`, status: 'sent', failure: null });
    expect(mail?.text).toContain('Sie holen sie hier ab: Berlin Mitte, Lindengasse 12, 10119 Berlin.');
    expect(mail?.text).toContain(`Bestellung ansehen: https://fieldhouse.example/shop/orders/${order}?token=a%20b`);
    expect(await readdir(path.join(folder, 'mail'))).toEqual([`${mail?.id}.eml`]);
    const file = await readFile(path.join(folder, 'mail', `${mail?.id}.eml`), 'utf8');
    expect(file).toContain('To: joerg@example.com');
    expect(file).toContain(`Message-ID: <${mail?.id}@oneshelf>`);
  });

  it('writes one mail per cause, however often it is told', async () => {
    for (let time = 0; time < 2; time += 1) await say(OrderPlaced, { orderId: order, channelCode: 'web-de', fulfilmentKind: 'pickup' });
    expect(await mails()).toHaveLength(1);
  });

  it('writes nothing for an order without an address, nor for a marketplace’s', async () => {
    await say(OrderPlaced, { orderId: till, channelCode: 'pos-de', fulfilmentKind: 'carry_out' });
    await say(OrderPlaced, { orderId: amazon, channelCode: 'amazon-de', fulfilmentKind: 'delivery' });
    expect(await mails()).toEqual([]);
  });

  it('INV-43 says with the order on which day what is not there comes', async () => {
    await test.database.insertInto('stock_promise').values({ id: newId(), order_id: order, order_line_id: rope, variant_id: newId(), channel_code: 'web-de', kind: 'backorder', quantity_milli: 2000, expected_on: new Date('2026-12-04T00:00:00Z') }).execute();
    await say(OrderPlaced, { orderId: order, channelCode: 'web-de', fulfilmentKind: 'pickup' });
    await test.database.deleteFrom('stock_promise').execute();
    expect((await mails())[0]?.text.replaceAll('\u00a0', ' ')).toContain('3 × Seil                      25,50 €\n  davon 2: erwartet am 4. Dezember 2026\n');
  });

  it('sends the collection code when the goods are ready', async () => {
    await say(PickupReady, { orderId: order, fulfilmentOrderId: newId(), locationId: soho });
    expect((await mails()).map((mail) => [mail.template, mail.text.includes('Abholcode: K7M4PX')])).toEqual([['pickup_ready', true]]);
  });

  it('says which units are missing, at the share that will not be charged', async () => {
    await say(UnitsUnavailable, { orderId: order, lines: [{ orderLineId: rope, variantId: newId(), quantityMilli: 2000 }] });
    // The last two of three: 8.50 + 8.49.
    expect((await mails())[0]?.text.replaceAll('\u00a0', ' ')).toContain('2 × Seil  16,99 €');
  });

  it('INV-43 says on which new day what was promised comes, each time that it moves', async () => {
    const line = { orderLineId: rope, quantityMilli: 2000 };
    await say(PromiseMoved, { orderId: order, lines: [{ ...line, toldOn: '2026-12-04', expectedOn: '2026-12-18' }] });
    await say(PromiseMoved, { orderId: order, lines: [{ ...line, toldOn: '2026-12-18', expectedOn: '2026-12-11' }] });
    const written = await mails();
    expect(written.map((mail) => [mail.template, mail.text.includes('2 × Seil  18. Dezember 2026'), mail.text.includes('später')])).toEqual([['promise_moved', true, true], ['promise_moved', false, false]]);
  });

  it('PAY-13 asks for the card again, once per payment that did not come about', async () => {
    const paymentId = newId();
    for (let time = 0; time < 2; time += 1) await say(PaymentNeeded, { orderId: order, paymentId, amountMinor: 8500 });
    expect((await mails()).map((mail) => [mail.template, mail.text.replaceAll('\u00a0', ' ').includes('85,00 €'), mail.text.includes(`Karte bestätigen: https://fieldhouse.example/shop/orders/${order}`)])).toEqual([['payment_needed', true, true]]);
  });

  it('says what is given back to which card', async () => {
    const returnId = newId();
    await test.database
      .insertInto('return_order')
      .values({ id: returnId, number: 'R-1', order_id: order, location_id: soho, status: 'received', refund_minor: 5950, tax_minor: 950, currency: 'EUR', actor: 'Ana', business_date: '2026-11-21', received_at: '2026-11-21T15:00:00Z' })
      .execute();
    await test.database
      .insertInto('return_line')
      .values({ id: newId(), return_id: returnId, order_line_id: sweater, variant_id: newId(), sku: 'SKU', quantity_milli: 1000, reason: 'too_big', disposition: 'resellable', refund_minor: 5950, tax_minor: 950 })
      .execute();
    await say(ReturnReceived, { returnId, orderId: order, refundIds: [refund] });
    expect((await mails())[0]?.text.replaceAll('\u00a0', ' ')).toContain('1 × Pullover     59,50 €\nErstattung       59,50 €\nAn: Visa ··1881  59,50 €');
  });

  it('sends a receipt in the language that was asked for, each time that it is asked for', async () => {
    for (const locale of ['en', 'de']) await say(ReceiptRequested, { orderId: till, email: 'anna@example.com', locale });
    expect((await mails()).map((mail) => [mail.template, mail.recipient, mail.locale])).toEqual([['receipt', 'anna@example.com', 'en'], ['receipt', 'anna@example.com', 'de']]);
    expect((await mails())[0]?.text).toContain('on 21 November 2026 at 14:31.');
    expect((await mails())[0]?.text).toContain('Tax included: MwSt. 19 %');
  });
});

describe('a mail server that fails', () => {
  it('leaves the mail marked as failed with the reason; the next try sends it and no third one does', async () => {
    const transport = context.get(MailTransport, { strict: false });
    const send = jest.spyOn(transport, 'send').mockRejectedValueOnce(new Error('451 try again later'));
    await expect(say(PickupReady, { orderId: order, fulfilmentOrderId: newId(), locationId: soho })).rejects.toThrow('451 try again later');
    expect((await mails()).map((mail) => [mail.status, mail.failure])).toEqual([['failed', 'Error: 451 try again later']]);
    await runEvents(context, test.database);
    expect((await mails()).map((mail) => [mail.status, mail.failure])).toEqual([['sent', null]]);
    await test.database.updateTable('outbox_event').set({ relayed_at: null }).where('name', '=', 'messages.mail-written.v1').execute();
    send.mockClear();
    await runEvents(context, test.database);
    expect(send).not.toHaveBeenCalled();
  });
});
