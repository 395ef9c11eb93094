import type { PriceBookAnswer, TillBootstrap, TillCatalogue, TillStock } from '@oneshelf/contracts';
import type { Api } from './api';
import { applyBootstrap } from './apply-bootstrap';
import type { TillDatabase } from './database';

/** A weak mark or quotes around the version do not matter to the server; it must get what it gave. */
const asEtag = (version: string): string => `"${version}"`;

export async function refreshBootstrap(api: Api, database: TillDatabase): Promise<TillBootstrap> {
  const { body } = await api.call<TillBootstrap>('/pos/bootstrap');
  await applyBootstrap(database, body);
  return body;
}

/** The market's live price book; the one before is kept, because a sale may still hold its quote. Null: nothing new. */
export async function refreshPriceBook(api: Api, database: TillDatabase): Promise<PriceBookAnswer | null> {
  const current = await database.priceBooks.get('current');
  const { status, body } = await api.call<PriceBookAnswer>('/pos/price-book', { etag: current && asEtag(current.book.version), timeoutMs: 20_000 });
  if (status === 304 || body.version === current?.book.version) return null;
  await database.transaction('rw', database.priceBooks, async () => {
    if (current) await database.priceBooks.put({ slot: 'previous', book: current.book });
    await database.priceBooks.put({ slot: 'current', book: body });
  });
  return body;
}

export async function refreshCatalogue(api: Api, database: TillDatabase): Promise<TillCatalogue | null> {
  const current = await database.catalogue.get('current');
  const { status, body } = await api.call<TillCatalogue>('/pos/catalogue', { etag: current && asEtag(current.columns.revision), timeoutMs: 60_000 });
  if (status === 304 || body.revision === current?.columns.revision) return null;
  await database.catalogue.put({ key: 'current', columns: body });
  return body;
}

export async function refreshStock(api: Api, database: TillDatabase): Promise<TillStock> {
  const { body } = await api.call<TillStock>('/pos/stock', { timeoutMs: 20_000 });
  await database.stock.put({ key: 'here', columns: body });
  return body;
}
