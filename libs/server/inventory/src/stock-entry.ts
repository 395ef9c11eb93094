import type { Bucket, CauseKind } from '@oneshelf/domain-inventory';
import type { Actor } from '@oneshelf/platform';
import type { SerialElsewhere } from './serials/serial-elsewhere';

/** One double entry of goods: the quantity leaves one bucket and enters another, at one location. */
export interface StockEntry {
  variantId: string;
  locationId: string;
  from: Bucket;
  to: Bucket;
  quantityMilli: number;
  reason?: string;
  /** What one piece (1000) cost, in minor units of the location's currency: of goods that come in. */
  unitCostMinor?: number;
  lotId?: string;
  /** Of one piece; the quantity is then 1000. */
  serialNumber?: string;
  /** Whose units they are; required to and from `allotted`. */
  registerId?: string;
}

/** What is kept for an order line at a location grows (positive) or shrinks (negative). */
export interface ReservationChange {
  orderId: string;
  orderLineId: string;
  variantId: string;
  locationId: string;
  deltaMilli: number;
  /** The line sells this, of which the variant is a component. */
  bundleId?: string | null;
  /** Units of the variant in one piece of it. */
  perBundleMilli?: number;
}

export interface LotChoice {
  day?: string;
  channelCode?: string;
}

/** All that one command does to stock: applied whole, or not at all. */
export interface StockOperation {
  /** Makes the operation unique for ever: the same id a second time changes nothing. */
  operationId: string;
  causeKind: CauseKind;
  causeId: string;
  actor: Actor;
  deviceId?: string | null;
  /** ISO instant at which it happened, by the sender's clock. */
  occurredAt: string;
  entries: StockEntry[];
  reservations?: ReservationChange[];
  /** True only for a sale at a counter: it is paid and posts whatever the level says. */
  mayOverride?: boolean;
  /** By which goods whose lot nobody said are chosen: the store's day (default: that of `occurredAt`), and the channel, which may ask for days that are left. */
  lotChoice?: LotChoice | (() => Promise<LotChoice>);
  /** Which lots its entries take has been said, as far as it can be. */
  isLotSaid?: boolean;
}

export interface StockShortage {
  variantId: string;
  locationId: string;
  requestedMilli: number;
  availableMilli: number;
  /** Of a bundle: the component that is short. */
  componentId?: string;
}

/** A piece is named that is not where it should be. */
export interface SerialRefused {
  kind: 'serial_elsewhere';
  serials: SerialElsewhere[];
}

export type InsufficientStock = { kind: 'insufficient_stock'; shortages: StockShortage[] };
