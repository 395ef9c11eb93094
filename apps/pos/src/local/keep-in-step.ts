import type { TillState as ServerState } from '@oneshelf/contracts';
import { backoffMs } from './backoff';
import { Catalogue } from './catalogue';
import { writeMeta } from './database';
import { readEventStream } from './event-stream';
import { loadStock } from './load-till';
import { refreshBootstrap, refreshCatalogue, refreshPriceBook, refreshStock, reportHeldBook } from './refresh';
import { api, clock, connection, database } from './runtime';
import { tillState } from './till-state';

const pollMs = 30_000;
/** Without a sign of life from the stream for so long the connection is asked. */
const silenceMs = 12_000;
const heartbeatMs = 4000;

export async function takeBootstrap(): Promise<void> {
  const bootstrap = await refreshBootstrap(api, database);
  await writeMeta(database, 'clockOffsetMs', clock.hear(bootstrap.serverTime));
  tillState.setState({ bootstrap });
}

export async function takePriceBook(): Promise<void> {
  const book = await refreshPriceBook(api, database);
  if (book) tillState.setState({ priceBook: book });
  const held = tillState.getState().priceBook?.version;
  if (held !== undefined) void reportHeldBook(api, held);
}

export async function takeCatalogue(): Promise<void> {
  const columns = await refreshCatalogue(api, database);
  if (!columns) return;
  tillState.setState({ catalogue: new Catalogue(columns) });
  // Bundles may be made of something else now.
  await loadStock();
}

export async function takeStock(): Promise<void> {
  await refreshStock(api, database);
  await loadStock();
}

/** Everything once: at enrolment, and after a time without the stream. */
export async function takeAll(): Promise<void> {
  await takeBootstrap();
  await Promise.all([takePriceBook(), takeCatalogue()]);
  await takeStock();
}

async function takeServerState(state: ServerState): Promise<void> {
  const { priceBook, catalogue } = tillState.getState();
  tillState.setState({ pickupsWaiting: state.pickupsWaiting });
  if (priceBook?.version !== state.bookVersion) await takePriceBook();
  if (catalogue?.revision !== state.catalogueRevision) await takeCatalogue();
  await takeStock();
}

/** Follows the server's changes for as long as the page lives; where the stream cannot be read, asks every half minute. */
export async function followChanges(onConnected: () => void): Promise<never> {
  let failures = 0;
  for (;;) {
    const stop = new AbortController();
    let heard = Date.now();
    const watchdog = setInterval(() => { if (Date.now() - heard > silenceMs) void ping().then((isAlive) => { heard = Date.now(); if (!isAlive) stop.abort(); }); }, heartbeatMs);
    try {
      const response = await api.open('/api/pos/changes', { signal: stop.signal });
      connection.getState().reached();
      await takeBootstrap();
      onConnected();
      failures = 0;
      await readEventStream(response, ({ event, data }) => { if (event === 'state') void takeServerState(JSON.parse(data) as ServerState).catch(() => undefined); }, () => { heard = Date.now(); });
    } catch {
      failures += 1;
    } finally {
      clearInterval(watchdog);
    }
    await takeAllQuietly(onConnected);
    await pause(connection.getState().state === 'connected' ? Math.min(pollMs, backoffMs(failures, Math.random())) : backoffMs(Math.min(failures, 3), Math.random()));
  }
}

/** Whether the server answers now. `online` and `offline` events only ask sooner [L-15]. */
export const ping = (): Promise<boolean> => api.get('/api/health', { timeoutMs: 4000 }).then(() => true, () => connection.getState().state === 'connected');

const takeAllQuietly = (onConnected: () => void): Promise<void> => takeAll().then(onConnected, () => undefined);

let wake = (): void => undefined;
const pause = (ms: number): Promise<void> => new Promise((resolve) => { const timer = setTimeout(resolve, ms); wake = () => { clearTimeout(timer); resolve(); }; });

/** Tries again now instead of at the end of the pause. */
export const tryConnectionNow = (): void => { void ping(); wake(); };
