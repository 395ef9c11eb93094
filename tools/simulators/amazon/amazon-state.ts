import { randomBytes, randomUUID } from 'node:crypto';
import type { Delivery } from '../chassis/deliveries';
import { noFaults, type FaultSettings } from '../chassis/faults';
import { JournalStore } from '../chassis/journal-store';
import type { Order } from './order';

/** What a seller offers under one SKU. */
export interface Listing {
  sku: string;
  sellerId: string;
  asin: string;
  productType: string;
  itemName: string;
  marketplaceIds: string[];
  fulfilledBy: 'MERCHANT' | 'AMAZON';
  /** The listing's attributes as sent; `fulfillment_availability` holds the quantity that Amazon sells from. */
  attributes: Record<string, unknown[]>;
  /** Stock in Amazon's own warehouses. */
  fba: FbaStock;
  createdDate: string;
  lastUpdatedDate: string;
}

export interface FbaStock {
  fulfillable: number;
  inboundWorking: number;
  inboundShipped: number;
  inboundReceiving: number;
  reserved: number;
  unfulfillable: number;
}

/** A write that reached the simulator, also when it was refused. */
export interface ListingWrite {
  id: string;
  sku: string;
  operation: 'patch' | 'put' | 'delete' | 'feed';
  /** Milliseconds since 1970, when the request came in, before any latency of the settings. */
  receivedAt: number;
  /** The quantity for the merchant's channel that was sent, if one was. */
  quantity: number | null;
  status: 'ACCEPTED' | 'INVALID';
  submissionId: string;
}

export interface Destination {
  destinationId: string;
  name: string;
  resource: object;
}

export interface Subscription {
  subscriptionId: string;
  notificationType: string;
  payloadVersion: string;
  destinationId: string;
  processingDirective?: object;
}

export interface KeptNotification {
  sequence: number;
  notification: object;
}

export interface AccessToken {
  token: string;
  expiresAt: number;
  /** Signed in by client credentials: notifications' destinations only. */
  grantless: boolean;
}

export interface FeedDocument {
  feedDocumentId: string;
  contentType: string;
  /** Null until it was uploaded. */
  content: string | null;
}

export interface FeedRecord {
  feedId: string;
  feedType: string;
  marketplaceIds: string[];
  createdTime: string;
  processingStatus: 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'FATAL' | 'CANCELLED';
  inputFeedDocumentId: string;
  processingStartTime?: string;
  processingEndTime?: string;
  resultFeedDocumentId?: string;
}

export interface AmazonTables {
  feeds: FeedRecord;
  feedDocuments: FeedDocument;
  listings: Listing;
  writes: ListingWrite;
  orders: Order;
  destinations: Destination;
  subscriptions: Subscription;
  notifications: KeptNotification;
  deliveries: Delivery;
  tokens: AccessToken;
}

export interface AmazonSettings extends FaultSettings {
  duplicateNotifications: boolean;
  /** Multiplies the refill rates of Amazon's usage plans; the bursts stay. 1: as Amazon; 1000: hardly ever a 429. */
  rateLimitScale: number;
  /** How long a feed lies before it is worked through. */
  feedMs: number;
}

export interface AmazonState {
  store: JournalStore<AmazonTables>;
  settings: AmazonSettings;
  /** Where it is reached; feed documents lie there. */
  origin: string;
  /** Calls by operation, and how many of them were over the quota. */
  calls: Map<string, { made: number; throttled: number }>;
}

const keptRows = 5_000;

export function openAmazonState(folder: string | undefined): AmazonState {
  const store = new JournalStore<AmazonTables>(folder, 'amazon');
  for (const token of store.all('tokens')) if (token.expiresAt < Date.now()) store.remove('tokens', token.token);
  for (const write of store.all('writes').slice(0, -keptRows)) store.remove('writes', write.id);
  for (const kept of store.all('notifications').slice(0, -keptRows)) store.remove('notifications', String(kept.sequence));
  for (const document of store.all('feedDocuments').slice(0, -20)) store.remove('feedDocuments', document.feedDocumentId);
  const ended = store.all('deliveries').filter((delivery) => delivery.status !== 'pending');
  for (const delivery of ended.slice(0, -200)) store.remove('deliveries', delivery.id);
  return { store, settings: { ...noFaults, duplicateNotifications: false, rateLimitScale: 1, feedMs: 2000 }, origin: '', calls: new Map() };
}

export const newUuid = (): string => randomUUID();

/** That many random digits. */
export const newDigits = (length: number): string => [...randomBytes(length)].map((byte) => String(byte % 10)).join('');

export const newAsin = (): string => `B0${randomBytes(4).toString('hex').toUpperCase()}`;

export const instantNow = (): string => new Date().toISOString();
