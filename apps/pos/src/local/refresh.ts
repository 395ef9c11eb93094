import type { ApiClient } from '@oneshelf/api-client';
import type { PriceBookAnswer, TillBootstrap, TillCatalogue, TillStock } from '@oneshelf/contracts';
import { applyBootstrap } from './apply-bootstrap';
import type { TillDatabase } from './database';

export async function refreshBootstrap(api: ApiClient, database: TillDatabase): Promise<TillBootstrap> {
  const bootstrap = await api.get('/api/pos/bootstrap');
  await applyBootstrap(database, bootstrap);
  return bootstrap;
}

/**
 * The market's live price book; the server's ETag tells what is new. The version before is kept. Null: nothing new.
 */
export async function refreshPriceBook(api: ApiClient, database: TillDatabase): Promise<PriceBookAnswer | null> {
  const current = await database.priceBooks.get('current');
  const { body, etag } = await api.ask('/api/pos/price-book', { etag: current?.etag ?? undefined, timeoutMs: 20_000 });
  if (body === undefined) return null;
  await database.transaction('rw', database.priceBooks, async () => {
    if (current) await database.priceBooks.put({ ...current, slot: 'previous' });
    await database.priceBooks.put({ slot: 'current', book: body, etag });
  });
  return body;
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
