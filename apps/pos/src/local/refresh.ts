import type { ApiClient } from '@oneshelf/api-client';
import type { PriceBookAnswer, TillBootstrap, TillCatalogue, TillStock } from '@oneshelf/contracts';
import { applyBootstrap } from './apply-bootstrap';
import type { TillDatabase } from './database';
import { keepDelta, keepWhole, keptPriceBook, withDelta } from './kept-price-book';

export async function refreshBootstrap(api: ApiClient, database: TillDatabase): Promise<TillBootstrap> {
  const bootstrap = await api.get('/api/pos/bootstrap');
  await applyBootstrap(database, bootstrap);
  return bootstrap;
}

/**
 * The market's live price book, by what changed since the version that is kept; the server's tag tells whether anything
 * did. What does not come out as the server has it is fetched whole. Null: nothing new.
 */
export async function refreshPriceBook(api: ApiClient, database: TillDatabase): Promise<PriceBookAnswer | null> {
  const kept = await keptPriceBook(database);
  const { body, etag } = await api.ask('/api/pos/price-book', { params: { query: { since: kept?.book.version } }, etag: kept?.etag ?? undefined, timeoutMs: 20_000 });
  if (body === undefined) return null;
  if (!('kind' in body)) return keepAndGive(database, body, etag);
  const book = kept && withDelta(kept, body);
  if (!book) return fetchWhole(api, database);
  await keepDelta(database, { book, delta: body }, etag);
  return book;
}

async function fetchWhole(api: ApiClient, database: TillDatabase): Promise<PriceBookAnswer> {
  const { body, etag } = await api.ask('/api/pos/price-book', { params: { query: {} }, timeoutMs: 20_000 });
  if (body === undefined || 'kind' in body) throw new Error('The server gave no whole price book.');
  return keepAndGive(database, body, etag);
}

async function keepAndGive(database: TillDatabase, book: PriceBookAnswer, etag: string | null): Promise<PriceBookAnswer> {
  await keepWhole(database, book, etag);
  return book;
}

/** Says which book is sold by from now on; a word that is lost is said again with the next one. */
export async function reportHeldBook(api: ApiClient, bookVersion: string): Promise<void> {
  await api.put('/api/pos/held-book', { body: { bookVersion } }).catch(() => undefined);
}

export async function refreshCatalogue(api: ApiClient, database: TillDatabase): Promise<TillCatalogue | null> {
  const current = await database.catalogue.get('current');
  const { body, etag } = await api.ask('/api/pos/catalogue', { etag: current?.etag ?? undefined, timeoutMs: 60_000 });
  if (body === undefined) return null;
  await database.catalogue.put({ key: 'current', columns: body, etag });
  return body;
}

export async function refreshStock(api: ApiClient, database: TillDatabase): Promise<TillStock> {
  const columns = await api.get('/api/pos/stock', { timeoutMs: 20_000 });
  await database.stock.put({ key: 'here', columns });
  return columns;
}
