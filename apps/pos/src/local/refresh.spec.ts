import type { PriceBookAnswer } from '@oneshelf/contracts';
import { aTill } from './testing';
import type { Api } from './api';
import { refreshPriceBook } from './refresh';

const book = (version: string): PriceBookAnswer => ({ version, marketCode: 'GB', currency: 'GBP', taxInclusive: true, books: [], promotions: [], taxRates: [], variants: {} });

/** A server with one live book under an ETag of its own making. */
function server(live: { book: PriceBookAnswer; etag: string }): Api {
  const call = async (_path: string, { etag }: { etag?: string } = {}) => (etag === live.etag ? { status: 304, body: null, etag } : { status: 200, body: live.book, etag: live.etag });
  return { call: call as Api['call'], open: () => Promise.reject(new Error('not here')) };
}

describe('refreshPriceBook', () => {
  it('takes a new version and keeps the one before', async () => {
    const database = await aTill();
    await refreshPriceBook(server({ book: book('GB:1'), etag: '"GB:1-a"' }), database);
    expect(await refreshPriceBook(server({ book: book('GB:1'), etag: '"GB:1-a"' }), database)).toBeNull();
    expect((await refreshPriceBook(server({ book: book('GB:1.2'), etag: '"GB:2-a"' }), database))?.version).toBe('GB:1.2');
    expect((await database.priceBooks.get('previous'))?.book.version).toBe('GB:1');
  });
});
