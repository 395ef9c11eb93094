import { createApiClient, type ApiClient } from '@oneshelf/api-client';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { aTill } from './testing';
import { refreshPriceBook } from './refresh';

const book = (version: string): PriceBookAnswer => ({ version, marketCode: 'GB', currency: 'GBP', taxInclusive: true, books: [], promotions: [], taxRates: [], variants: {} });

/** A server with one live book under an ETag of its own making. */
function server(live: { book: PriceBookAnswer; etag: string }): ApiClient {
  return createApiClient({
    fetch: async (_address, { headers }) => (new Headers(headers).get('if-none-match') === live.etag
      ? new Response(null, { status: 304, headers: { etag: live.etag } })
      : new Response(JSON.stringify(live.book), { headers: { etag: live.etag } })),
  });
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
