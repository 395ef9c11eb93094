import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookList, PriceBookSaved, PriceScopes } from '@oneshelf/contracts';
import { quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, bookOf, giveBook, giveMarket, giveVariant, merchandiser, releasesOf, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let [list, boot] = ['', ''];
const [vip, soho] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  await test.database.insertInto('customer').values({ id: vip, name: 'Mina Patel', groups: ['VIP'] }).execute();
  await test.database
    .insertInto('location')
    .values({ id: soho, code: 'SOHO', name: 'London Soho', kind: 'store', market_code: 'GB', country: 'GB', time_zone: 'Europe/London', address: '{}', latitude: 0, longitude: 0, can_ship: true, can_pickup: true, price_zone: 'Airports', region: 'London' })
    .execute();
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  list = await giveBook(test, { code: 'gb-list' });
  boot = await giveVariant(test, { sku: 'BOOT', costMinor: 5000 });
  await test.database.insertInto('price').values({ book_id: list, variant_id: boot, from_release: 1, amount_minor: 10_000 }).execute();
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'publish', released_by: 'Ines' }).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = { code: string; message: string }>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const formula = (more: object = {}) => ({ percentBasisPoints: 0, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null, ...more });
const from = (bookId: string | null, more: object = {}, versionId: string | null = null) => ({ derivedFrom: { bookId, versionId, formula: formula(more) } });
const create = (code: string, more: object = {}) => ask<PriceBookSaved & { code: string }>('POST', 'price-books', { code, marketCode: 'GB', name: code, ...more });
const edit = (bookId: string, more: object = {}) => ask('PUT', `price-books/${bookId}/settings`, { name: 'Renamed', ...more });
const made = async (code: string, more: object = {}): Promise<string> => (await create(code, more)).body.bookId;

/** What a buyer pays for one pair of boots, in a release or now. */
async function bootPrice(buyer: object = {}, release?: number): Promise<number | string> {
  const book = await bookOf(app, 'GB', release);
  const context = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: '2026-12-06T12:00:00.000Z', taxCountry: 'GB' };
  const quote = quoteBasket({ ...context, ...buyer, lines: [{ lineId: '1', variantId: boot, quantityMilli: 1000 }] }, book);
  return quote.ok ? quote.value.totalMinor : quote.refusal.kind;
}

describe('a price book', () => {
  it('is made with its scope as a release of its own, said in the audit, and quoted to those whom it is for', async () => {
    const { status, body } = await create('vip', { name: 'Members', customerGroup: 'VIP', channelCode: 'web-gb', activeFrom: '2026-12-01T00:00:00Z', activeTo: '2026-12-24T00:00:00Z', priority: 5, ...from(list, { percentBasisPoints: -1000 }) });
    expect([status, body.release]).toEqual([201, 2]);
    expect(await bootPrice({ buyer: { customerGroups: ['VIP'] } })).toBe(9000);
    expect(await bootPrice({ buyer: { customerGroups: ['VIP'] }, pricedAt: '2026-12-24T00:00:00.000Z' })).toBe(10_000);
    expect(await bootPrice()).toBe(10_000);
    expect(await test.database.selectFrom('audit_entry').select(['action', 'subject_id', 'actor_name']).execute()).toEqual([{ action: 'create', subject_id: body.bookId, actor_name: 'Ines Duarte' }]);
    expect(await test.database.selectFrom('outbox_event').select('payload').execute()).toEqual([{ payload: { marketCode: 'GB', release: 2 } }]);
    const { items } = (await ask<PriceBookList>('GET', 'price-books')).body;
    expect(items.find((book) => book.id === body.bookId)).toMatchObject({ code: 'vip', currency: 'GBP', settings: { name: 'Members', customerGroup: 'VIP', activeFrom: '2026-12-01T00:00:00.000Z', derivedFrom: { bookId: list } } });
  });

  it('fits by customer, price zone, region and occasion, the closest first', async () => {
    const scopes = { customerId: vip, isEvent: true, locationId: soho, priceZone: 'Airports', customerGroup: 'VIP', region: 'London' };
    const codes = ['customer', 'event', 'store', 'zone', 'group', 'region'];
    for (const [index, [part, value]] of Object.entries(scopes).entries()) {
      const window = part === 'isEvent' ? { activeFrom: '2026-12-01T00:00:00Z', activeTo: '2026-12-24T00:00:00Z' } : {};
      expect((await create(codes[index] ?? '', { [part]: value, ...window, ...from(list, { percentBasisPoints: -100 * (index + 1) }) })).status).toBe(201);
    }
    const place = { locationId: soho, priceZone: 'Airports', region: 'London' };
    const prices = [await bootPrice({ ...place, buyer: { customerId: vip, customerGroups: ['VIP'] } }), await bootPrice(place), await bootPrice({ ...place, pricedAt: '2027-01-01T00:00:00.000Z' }),
      await bootPrice({ ...place, locationId: null, pricedAt: '2027-01-01T00:00:00.000Z' }), await bootPrice({ region: 'London', buyer: { customerGroups: ['VIP'] }, pricedAt: '2027-01-01T00:00:00.000Z' }), await bootPrice({ region: 'London', pricedAt: '2027-01-01T00:00:00.000Z' }), await bootPrice({ pricedAt: '2027-01-01T00:00:00.000Z' })];
    expect(prices).toEqual([9900, 9800, 9700, 9600, 9500, 9400, 10_000]);
    expect((await ask<PriceScopes>('GET', 'markets/GB/price-scopes')).body).toEqual({ customerGroups: ['VIP'], priceZones: ['Airports'], regions: ['London'] });
  });

  it('keeps the settings of past releases: they quote what they did', async () => {
    const bookId = await made('sale', { channelCode: 'web-gb', ...from(list, { percentBasisPoints: -1000 }) });
    expect((await edit(bookId, { channelCode: null, customerGroup: 'VIP', ...from(list, { percentBasisPoints: -2000 }) })).body).toEqual({ bookId, release: 3 });
    expect((await edit(bookId, { customerGroup: 'VIP', priority: 7, ...from(list, { percentBasisPoints: -3000 }) })).status).toBe(200);
    const members = { buyer: { customerGroups: ['VIP'] } };
    expect([await bootPrice({}, 2), await bootPrice({}, 3), await bootPrice(members, 3), await bootPrice(members), await bootPrice(members, 1)]).toEqual([9000, 10_000, 8000, 7000, 10_000]);
    expect((await bookOf(app, 'GB', 2)).books.map((book) => book.name)).toEqual(['gb-list', 'sale']);
    const former = await test.database.selectFrom('price_book_former').select(['from_release', 'to_release']).orderBy('to_release').execute();
    expect(former).toEqual([{ from_release: 2, to_release: 3 }, { from_release: 3, to_release: 4 }]);
    expect(await test.database.selectFrom('audit_entry').select(['before']).where('action', '=', 'edit').execute()).toMatchObject([{ before: { channelCode: 'web-gb' } }, { before: { customerGroup: 'VIP' } }]);
  });

  it('keeps the prices that its formula made when it gets prices of its own, and sets aside none of its own for a formula', async () => {
    const bookId = await made('outlet', from(list, { percentBasisPoints: -1000 }));
    await edit(bookId, { channelCode: 'web-gb' });
    expect(await bootPrice()).toBe(9000);
    await edit(bookId, { channelCode: 'web-gb', ...from(list, { percentBasisPoints: -5000 }) });
    expect(await bootPrice()).toBe(9000);
  });
});

describe('is refused, and nothing changes,', () => {
  const refusal = async (answer: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await answer;
    return `${status} ${body.code}`;
  };

  it('where its scope, window or base is not there', async () => {
    const german = newId();
    await test.database.insertInto('price_book').values({ id: german, code: 'de-list', name: 'DE', market_code: 'DE', currency: 'EUR' }).execute();
    await test.database.insertInto('price_book_version').values({ id: vip, book_id: list, number: 9, status: 'discarded', based_on: 0, author_id: 'x', author_name: 'x' }).execute();
    const before = await everythingOf(test);
    const wrong = async (more: object) => refusal(create('x1', more));
    expect(await Promise.all([
      { marketCode: 'XX' }, { channelCode: 'web-xx' }, { locationId: newId() }, { customerId: newId() }, { customerGroup: 'Nobody' }, { priceZone: 'Nowhere' }, { region: 'Nowhere' },
      { activeFrom: '2026-12-02T00:00:00Z', activeTo: '2026-12-02T00:00:00Z' }, { isEvent: true, activeFrom: '2026-12-02T00:00:00Z' }, from(newId()), from(german), from(list, {}, newId()), from(list, {}, vip), { code: 'gb-list' },
    ].map(wrong))).toEqual([
      '404 unknown_market', '404 unknown_channel', '404 unknown_location', '404 unknown_customer', '404 unknown_group', '404 unknown_zone', '404 unknown_region',
      '422 empty_window', '422 open_event', '404 unknown_base', '404 unknown_base', '404 unknown_version', '404 unknown_version', '409 code_taken',
    ]);
    const invalid = [{ priority: 1001 }, { priority: 0.5 }, { code: 'Not a code' }, { name: 'x' }, { currency: 'EUR' }, from(list, { percentBasisPoints: -10_000 }), from(list, { minMarginBasisPoints: 10_000 }), from(list, { minMarginBasisPoints: 5000, maxMarginBasisPoints: 4000 }), from(list, { ending: { endsInMinor: 100, stepMinor: 100 } })];
    expect(new Set(await Promise.all(invalid.map(wrong)))).toEqual(new Set(['400 invalid_input']));
    expect(await refusal(edit(newId()))).toBe('404 unknown_price_book');
    expect(await everythingOf(test)).toBe(before);
  });

  it('PRC-18 where it would be derived from itself, with the way round by name', async () => {
    const first = await made('first', { name: 'First', ...from(list) });
    const second = await made('second', { name: 'Second', ...from(first) });
    const before = await everythingOf(test);
    expect(await edit(first, { name: 'First', ...from(second) })).toMatchObject({ status: 422, body: { code: 'derivation_cycle', details: { chain: ['First', 'Second', 'First'] } } });
    expect(await refusal(edit(list, from(list)))).toBe('422 derivation_cycle');
    expect(await everythingOf(test)).toBe(before);
  });

  it('where two changes at once would make a cycle together: one of them', async () => {
    const [one, other] = [await made('one'), await made('other')];
    const answers = await Promise.all([edit(one, from(other)), edit(other, from(one))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('where its formula sells below cost, unless that is accepted', async () => {
    const before = await everythingOf(test);
    // 100.00 less 41 % is 59.00 with 20 % tax inside: below a cost of 50.00.
    expect(await create('cheap', from(list, { percentBasisPoints: -4100 }))).toMatchObject({ status: 422, body: { code: 'below_cost', details: { total: 1, first: [{ sku: 'BOOT', amountMinor: 5900, costMinor: 5000 }] } } });
    expect(await everythingOf(test)).toBe(before);
    expect((await create('cheap', { ...from(list, { percentBasisPoints: -4100 }), acceptBelowCost: true })).status).toBe(201);
    expect(await releasesOf(test)).toEqual([1, 2]);
  });

  it('to everybody but merchandisers', async () => {
    const before = await everythingOf(test);
    for (const role of ['finance', 'operations', 'associate'] as const) {
      actor = staffWith(role);
      expect([await refusal(create('x1')), await refusal(edit(list))]).toEqual(['403 not_allowed', '403 not_allowed']);
    }
    expect(await everythingOf(test)).toBe(before);
  });
});
