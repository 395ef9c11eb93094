import type { CountScan, OperationResult, PriceBookAnswer, PriceBookDeltaAnswer, SalePayload, TillBootstrap, TillCatalogue, TillCountsAnswer, TillOperation, TillStock, ZReport } from '@oneshelf/contracts';
import { Dexie, type EntityTable } from 'dexie';
import type { CartCustomer, KeptContent, PaidBasket, Tender } from './sale-parts';

/** What this till did, in its own order, until the server has said what became of it. */
export interface OutboxEntry {
  id: string;
  epoch: number;
  sequence: number;
  kind: TillOperation['kind'];
  operation: TillOperation;
  madeAt: string;
  staffName: string;
  amountMinor: number | null;
  /** Receipt number of a sale, reason of a cash movement. */
  reference: string | null;
  state: 'waiting' | 'applied' | 'refused';
  tries: number;
  lastError: string | null;
  result: OperationResult | null;
}

export interface StoredSale {
  saleId: string;
  soldAt: string;
  receiptNumber: string;
  operationId: string;
  payload: SalePayload;
  /** Of the receipt's public page; sales from before it was there have none. */
  receiptToken?: string;
  /** By payment id: what the reader said about the card. */
  cardLabels: Record<string, string>;
  /** Who bought; absent: a walk-in. */
  customer?: CartCustomer;
}

export interface HeldSale extends KeptContent { id: string; heldAt: string; staffName: string; totalMinor: number }

/** A customer of a sale of this till, so that she is found without a network. */
export interface KnownCustomer extends CartCustomer { phone: string | null; usedAt: string }

export interface ReceiptMail { id: string; saleId: string; email: string; locale: 'en' | 'de'; state: 'waiting' | 'sent' | 'refused'; tries: number; lastError: string | null }

/** A scan of a count. Taken ones stay until the count's own number has them. */
export interface KeptCountScan { id: string; countId: string; scan: CountScan; state: 'waiting' | 'taken' | 'refused'; outcome: string | null }

export interface LocalShift { id: string; openedAt: string; openedByName: string; floatMinor: number; closeOperationId: string | null }

export interface Counters { epoch: number; sequence: number; receiptNumber: number; receiptHash: string }

/** The sale at hand: survives a reload, a crash and a power cut, with the money that was taken for it. */
export interface Draft extends KeptContent { saleId: string; pay: { paid: PaidBasket; tenders: Tender[]; card: { paymentId: string; amountMinor: number } | null } | null }

export interface Settings { locale: 'en' | 'de' | null; theme: 'light' | 'contrast' | 'dim' }

/** Goods that were counted on this till and are not booked, by purchase order. */
export type KeptCounts = Record<string, { receiptId: string; orderId: string; version: number; lines: Record<string, { good: number; damaged: number; checked: number }>; unexpected: Record<string, number> }>;

/** Single records, by name. */
export interface MetaValues {
  device: { deviceId: string; token: string; epoch: number };
  bootstrap: TillBootstrap;
  counters: Counters;
  shift: LocalShift;
  draft: Draft;
  deliveries: KeptCounts;
  settings: Settings;
  lastReport: ZReport;
  /** Server time less this device's clock. */
  clockOffsetMs: number;
  offlineSince: string;
  counts: TillCountsAnswer;
}

/** A whole book, or what came after it: a change of a few prices is not worth writing all of them again. Deltas stand in the order of their slots. */
export interface KeptPriceBook { slot: 'current' | 'previous' | `delta-${string}`; book?: PriceBookAnswer; delta?: PriceBookDeltaAnswer; etag: string | null }

export interface TillDatabase extends Dexie {
  meta: EntityTable<{ key: keyof MetaValues; value: unknown }, 'key'>;
  catalogue: EntityTable<{ key: 'current'; columns: TillCatalogue; etag: string | null }, 'key'>;
  priceBooks: EntityTable<KeptPriceBook, 'slot'>;
  stock: EntityTable<{ key: 'here'; columns: TillStock }, 'key'>;
  sales: EntityTable<StoredSale, 'saleId'>;
  outbox: EntityTable<OutboxEntry, 'id'>;
  held: EntityTable<HeldSale, 'id'>;
  mails: EntityTable<ReceiptMail, 'id'>;
  customers: EntityTable<KnownCustomer, 'id'>;
  countScans: EntityTable<KeptCountScan, 'id'>;
}

/** Opens the till's database. Each commit is on the disk before it is reported: a printed receipt survives a power cut [L-1]. */
export function openDatabase(name: string): TillDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as TillDatabase;
  database.version(1).stores({
    meta: 'key', catalogue: 'key', priceBooks: 'slot', stock: 'key',
    sales: 'saleId, soldAt, receiptNumber', outbox: 'id, [epoch+sequence], state, madeAt', held: 'id, heldAt', mails: 'id, state, saleId',
  });
  database.version(2).stores({ customers: 'id, usedAt' });
  database.version(3).stores({ countScans: 'id, state, countId' });
  return database;
}

export async function readMeta<Key extends keyof MetaValues>(database: TillDatabase, key: Key): Promise<MetaValues[Key] | null> {
  return ((await database.meta.get(key))?.value as MetaValues[Key] | undefined) ?? null;
}

export async function writeMeta<Key extends keyof MetaValues>(database: TillDatabase, key: Key, value: MetaValues[Key]): Promise<void> {
  await database.meta.put({ key, value });
}
