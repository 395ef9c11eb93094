import type { PriceBookAnswer, TillBootstrap, TillCatalogue, TillStock } from '@oneshelf/contracts';
import type { Api } from './api';
import { applyBootstrap } from './apply-bootstrap';
import type { TillDatabase } from './database';

export async function refreshBootstrap(api: Api, database: TillDatabase): Promise<TillBootstrap> {
  const { body } = await api.call<TillBootstrap>('/pos/bootstrap');
  await applyBootstrap(database, body);
  return body;
}

/**
 * The market's live price book; the server's ETag tells what is new. The version before is kept. Null: nothing new.
 */
export async function refreshPriceBook(api: Api, database: TillDatabase): Promise<PriceBookAnswer | null> {
  const current = await database.priceBooks.get('current');
  const { status, body, etag } = await api.call<PriceBookAnswer>('/pos/price-book', { etag: current?.etag ?? undefined, timeoutMs: 20_000 });
  if (status === 304) return null;
  await database.transaction('rw', database.priceBooks, async () => {
    if (current) await database.priceBooks.put({ ...current, slot: 'previous' });
    await database.priceBooks.put({ slot: 'current', book: body, etag });
  });
  return body;
}

export async function refreshCatalogue(api: Api, database: TillDatabase): Promise<TillCatalogue | null> {
  const current = await database.catalogue.get('current');
  const { status, body, etag } = await api.call<TillCatalogue>('/pos/catalogue', { etag: current?.etag ?? undefined, timeoutMs: 60_000 });
  if (status === 304) return null;
  await database.catalogue.put({ key: 'current', columns: body, etag });
  return body;
}

export async function refreshStock(api: Api, database: TillDatabase): Promise<TillStock> {
  const { body } = await api.call<TillStock>('/pos/stock', { timeoutMs: 20_000 });
  await database.stock.put({ key: 'here', columns: body });
  return body;
}
