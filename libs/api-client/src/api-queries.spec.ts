import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { createApiClient } from './api-client';
import { createApiQueries } from './api-queries';
import { fakeFetch, type FakeAnswer } from './testing';

const queries = (answer: FakeAnswer = () => ({}), scope?: string[]) => createApiQueries(createApiClient({ fetch: fakeFetch(answer) }), scope);

describe('the key of an address', () => {
  const { apiQuery, apiPages } = queries();
  it.each([
    [apiQuery('/api/tills').queryKey, ['tills']],
    [apiQuery('/api/orders/{id}', { params: { path: { id: 'o-1' } } }).queryKey, ['orders', 'o-1']],
    [apiQuery('/api/stock/{variantId}/movements', { params: { path: { variantId: 'v' }, query: { number: 'on_hand', locationId: null, cursor: '' } } }).queryKey, ['stock', 'v', 'movements', { number: 'on_hand' }]],
    [apiPages('/api/orders').queryKey, ['orders', 'pages']],
    [apiPages('/api/orders', { params: { query: { q: 'pri' } } }).queryKey, ['orders', { q: 'pri' }, 'pages']],
  ])('starts with what it lies below: %j', (key, expected) => expect(key).toEqual(expected));

  it('keeps the answers of two clients apart', () => {
    expect(queries(undefined, ['shop', 'GB']).apiQuery('/api/storefront/stores').queryKey).toEqual(['shop', 'GB', 'storefront', 'stores']);
  });
});

describe('with react-query', () => {
  it('one invalidation reaches all that lies below', async () => {
    const client = new QueryClient();
    const { apiQuery } = queries(() => ({ id: 'o-1' }));
    const order = apiQuery('/api/orders/{id}', { params: { path: { id: 'o-1' } } });
    expect(await client.fetchQuery(order)).toEqual({ id: 'o-1' });
    await client.invalidateQueries({ queryKey: ['orders'] });
    expect(client.getQueryState(order.queryKey)?.isInvalidated).toBe(true);
    client.clear();
  });

  it.each([['/api/orders', 'nextCursor'], ['/api/audit', 'next']] as const)('follows the cursor of %s to the last page', async (path, field) => {
    const asked: string[] = [];
    const { apiPages } = queries((address) => { asked.push(address); return { items: [], [field]: asked.length === 1 ? 'c2' : null }; });
    const client = new QueryClient();
    const pages = new InfiniteQueryObserver(client, apiPages(path as '/api/orders'));
    await pages.refetch();
    expect(pages.getCurrentResult().hasNextPage).toBe(true);
    await pages.fetchNextPage();
    expect(pages.getCurrentResult().hasNextPage).toBe(false);
    expect(asked).toEqual([path, `${path}?cursor=c2`]);
    client.clear();
  });
});
