import 'fake-indexeddb/auto';
import { createApiClient, type ApiClient } from '@oneshelf/api-client';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { diffPriceBooks, sumOf, sumText } from '@oneshelf/domain-pricing';
import { openDatabase, type TillDatabase } from './database';
import { keptPriceBook } from './kept-price-book';
import { refreshPriceBook } from './refresh';
import { aTill } from './testing';

const ids = Array.from({ length: 60 }, (_, index) => `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`);
const bookId = '019a0000-0000-7000-8000-0000000000b0';

/** Sixty products at 10.00, but for those named. */
const bookOf = (version: string, changes: Record<number, number> = {}): PriceBookAnswer => ({
  version, marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [{ bookId, name: 'List', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: Object.fromEntries(ids.map((id, index) => [id, changes[index] ?? 1000])) }],
  promotions: [], taxRates: [], variants: {},
});

/** A server with a live book, the versions before it, and what it was asked. */
function server(...versions: PriceBookAnswer[]) {
  const asked: string[] = [];
  const fetch = (address: string, { headers }: RequestInit): Promise<Response> => {
    const live = versions.at(-1) ?? bookOf('GB:0.1');
    const checksum = sumText(sumOf(live));
    const [etag, since] = [`"${live.version}-${checksum}"`, new URL(address, 'http://till').searchParams.get('since')];
    asked.push(since ?? 'whole');
    if (new Headers(headers).get('if-none-match') === etag) return Promise.resolve(new Response(null, { status: 304, headers: { etag } }));
    const before = versions.find(({ version }) => version === since);
    return Promise.resolve(new Response(JSON.stringify(before ? diffPriceBooks(before, live, checksum) : live), { headers: { etag } }));
  };
  return { asked, api: createApiClient({ fetch }) };
}
const refresh = (api: ApiClient, database: TillDatabase) => refreshPriceBook(api, database);
/** What another start of the till reads from the disk. */
const afterStart = async (database: TillDatabase) => (await keptPriceBook(openDatabase(database.name)))?.book;

describe('refreshPriceBook', () => {
  it('takes the whole book first, then nothing while nothing is new, and keeps the one before', async () => {
    const database = await aTill();
    const { api, asked } = server(bookOf('GB:1.1'));
    expect((await refresh(api, database))?.version).toBe('GB:1.1');
    expect(await refresh(api, database)).toBeNull();
    expect(asked).toEqual(['whole', 'GB:1.1']);
    expect((await refresh(server(bookOf('GB:9.1', { 1: 1 })).api, database))?.version).toBe('GB:9.1');
    expect((await database.priceBooks.get('previous'))?.book?.version).toBe('GB:1.1');
  });

  it('takes what changed over many releases in one request, byte for byte the whole book, and writes only that', async () => {
    const database = await aTill();
    const week = [bookOf('GB:1.1'), ...Array.from({ length: 40 }, (_, day) => bookOf(`GB:${day + 2}.1`, { [day]: 500 + day, 41: day }))];
    await refresh(server(...week.slice(0, 1)).api, database);
    const { api, asked } = server(...week);
    const book = await refresh(api, database);
    expect(JSON.stringify(book)).toBe(JSON.stringify(week.at(-1)));
    expect([asked, (await database.priceBooks.toArray()).map(({ slot }) => slot)]).toEqual([['GB:1.1'], ['current', 'delta-0001']]);
    expect((await database.priceBooks.get('current'))?.book?.version).toBe('GB:1.1');
    expect(JSON.stringify(await afterStart(database))).toBe(JSON.stringify(week.at(-1)));
  });

  it('goes on from what is on the disk after a start, and writes the whole book again after many deltas', async () => {
    let database = await aTill();
    const versions = Array.from({ length: 30 }, (_, index) => bookOf(`GB:${index + 1}.1`, { [index]: index }));
    for (let live = 1; live <= versions.length; live += 1) {
      await refresh(server(...versions.slice(0, live)).api, database);
      database = openDatabase(database.name);
      expect((await keptPriceBook(database))?.book).toEqual(versions[live - 1]);
    }
    expect((await database.priceBooks.toArray()).map(({ slot }) => slot)).toEqual(['current', 'delta-0001', 'delta-0002', 'delta-0003', 'delta-0004', 'previous']);
  });

  it('fetches the whole book where a delta does not come out as the server has it', async () => {
    const database = await aTill();
    await refresh(server(bookOf('GB:1.1')).api, database);
    // The disk says otherwise than the server of the same version: a delta of one price would leave the other wrong.
    const { api, asked } = server(bookOf('GB:1.1', { 5: 555 }), bookOf('GB:2.1', { 5: 555, 6: 666 }));
    expect(await refresh(api, database)).toEqual(bookOf('GB:2.1', { 5: 555, 6: 666 }));
    expect(asked).toEqual(['GB:1.1', 'whole']);
    expect(await afterStart(database)).toEqual(bookOf('GB:2.1', { 5: 555, 6: 666 }));
  });
});
