import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import type { OperationResult, SendOperationsAnswer, TillBootstrap } from '@oneshelf/contracts';
import { applyBootstrap } from './apply-bootstrap';
import type { PaidSale } from './commit-sale';
import { openDatabase, type TillDatabase } from './database';
import { newId } from './new-id';
import type { PaidBasket } from './sale-parts';

// jsdom has none, and the fake database copies what it stores with it.
globalThis.structuredClone ??= <Value>(value: Value): Value => deserialize(serialize(value)) as Value;

export const at = '2026-11-20T10:00:00.000Z';

export const aBootstrap = (more: Partial<TillBootstrap['device']> = {}): TillBootstrap => ({
  serverTime: at,
  device: { id: '019a0000-0000-7000-8000-00000000d001', epoch: 1, lastSequence: 0, lastReceiptNumber: 0, lastReceiptHash: '', ...more },
  register: { id: '019a0000-0000-7000-8000-00000000e001', number: 2, name: 'Till 2', hasCardReader: true },
  location: { id: '019a0000-0000-7000-8000-00000000f001', code: 'SOHO', name: 'Soho', timeZone: 'Europe/London', businessDayStartsAt: '04:00', addressLines: [] },
  market: { code: 'GB', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' },
  channelCode: 'store', pinIterations: 1000, staff: [], openShift: null, stores: [],
});

let count = 0;

/** A fresh, enrolled till; each test has a database of its own. */
export async function aTill(bootstrap = aBootstrap()): Promise<TillDatabase> {
  count += 1;
  const database = openDatabase(`till-${count}`);
  await applyBootstrap(database, bootstrap);
  return database;
}

/** One pair of gloves, 139.30 in all. */
export const aPaidBasket = (totalMinor = 13_930): PaidBasket => {
  const variantId = '019a0000-0000-7000-8000-00000000a001';
  return {
    basket: { marketCode: 'GB', channelCode: 'store', locationId: null, currency: 'GBP', pricedAt: at, taxCountry: 'GB', lines: [{ lineId: 'l1', variantId, quantityMilli: 1000 }] },
    quote: { currency: 'GBP', taxInclusive: true, bookVersion: 'GB:1', engineVersion: '2', pricedAt: at, lines: [], discounts: [], promotions: [], taxes: [], listMinor: totalMinor, discountMinor: 0, taxMinor: 0, totalMinor },
    lineTexts: [{ lineId: 'l1', sku: 'GLO-1', title: 'Gloves' }],
  };
};

/** Paid with 140.00 in cash. */
export const aPaidSale = (more: Partial<PaidSale> = {}): PaidSale => ({
  saleId: newId(), operationId: newId(), shiftId: newId(), staff: { id: newId(), name: 'Ana' }, place: aBootstrap(), paid: aPaidBasket(), soldAt: at, wasOffline: false,
  tenders: [{ paymentId: newId(), kind: 'cash', amountMinor: 13_930, tenderedMinor: 14_000, cardLabel: null }],
  ...more,
});

export interface SentOperation { id: string; sequence: number; kind: string }

/** The server's side of the bargain: applies an operation once, and gives its first result again. */
export function aServer(refuses: (operation: SentOperation) => boolean = () => false) {
  const results = new Map<string, OperationResult>();
  const applied: string[] = [];
  const received: string[][] = [];
  const take = (operations: readonly SentOperation[]): SendOperationsAnswer => {
    received.push(operations.map(({ id }) => id));
    return {
      serverTime: at,
      results: operations.map((operation) => {
        const before = results.get(operation.id);
        if (before) return before;
        const isRefused = refuses(operation);
        if (!isRefused) applied.push(operation.id);
        const result: OperationResult = { id: operation.id, outcome: isRefused ? 'refused' : 'applied', code: isRefused ? 'unreadable' : null, message: isRefused ? 'Cannot be read.' : null, report: null };
        results.set(operation.id, result);
        return result;
      }),
    };
  };
  return { take, applied, received };
}
