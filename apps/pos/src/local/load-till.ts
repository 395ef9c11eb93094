import { liveQuery } from 'dexie';
import { Catalogue } from './catalogue';
import { readMeta } from './database';
import { keptPriceBook } from './kept-price-book';
import { clock, database, setToken } from './runtime';
import { binsHere, stockHere } from './stock-here';
import { tillState } from './till-state';

/** Reads all that the till keeps into memory: enough to open and sell with no network. */
export async function loadTill(): Promise<void> {
  const [device, bootstrap, shift, settings, offset, catalogue, book] = await Promise.all([
    readMeta(database, 'device'), readMeta(database, 'bootstrap'), readMeta(database, 'shift'), readMeta(database, 'settings'), readMeta(database, 'clockOffsetMs'),
    database.catalogue.get('current'), keptPriceBook(database),
  ]);
  setToken(device?.token ?? null);
  if (offset !== null) clock.hear(new Date(Date.now() + offset).toISOString());
  tillState.setState({
    bootstrap, shift, isEnrolled: device !== null,
    settings: settings ?? tillState.getState().settings,
    catalogue: catalogue ? new Catalogue(catalogue.columns) : null,
    priceBook: book?.book ?? null,
  });
  await loadStock();
  tillState.setState({ isLoaded: true });
}

const recentSales = 200;

/** Stock here and what was sold last, from what is kept. */
export async function loadStock(): Promise<void> {
  const [stock, sales] = await Promise.all([database.stock.get('here'), database.sales.orderBy('soldAt').reverse().limit(recentSales).toArray()]);
  tillState.setState({
    bins: binsHere(stock?.columns ?? null),
    stock: stockHere(stock?.columns ?? null, sales.map(({ payload }) => payload), tillState.getState().catalogue?.allRecipes()),
    soldVariantIds: [...new Set(sales.flatMap(({ payload }) => payload.basket.lines.map(({ variantId }) => variantId)))],
  });
}

/** Keeps shift and counts in step with the database, whatever changed it. */
export function watchTill(): void {
  liveQuery(() => readMeta(database, 'shift')).subscribe((shift) => tillState.setState({ shift }));
  liveQuery(() => readMeta(database, 'counters')).subscribe((counters) => tillState.setState({ nextReceipt: (counters?.receiptNumber ?? 0) + 1 }));
  liveQuery(async () => {
    const [waiting, refused] = await Promise.all([database.outbox.where('state').equals('waiting').toArray(), database.outbox.where('state').equals('refused').count()]);
    return { waiting: waiting.length, waitingSales: waiting.filter(({ kind }) => kind === 'sale').length, refused };
  }).subscribe((counts) => tillState.setState(counts));
}
