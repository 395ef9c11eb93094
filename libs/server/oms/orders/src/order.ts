import type { QuoteShipping, QuoteTax, UnitShare } from '@oneshelf/domain-pricing';
import type { FulfilmentKind, QuantityUnit } from '@oneshelf/contracts';
import type { OrderStatus } from '@oneshelf/domain-orders';

export interface OrderLine {
  id: string;
  line: number;
  variantId: string;
  sku: string;
  title: string;
  quantityMilli: number;
  cancelledMilli: number;
  fulfilledMilli: number;
  returnedMilli: number;
  listUnitMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxRateBasisPoints: number;
  /** Frozen when it was sold; refunds and captures read these and price nothing again. */
  units: UnitShare[];
  externalId: string | null;
  /** What a quantity of 1000 is; absent: pieces. */
  unit?: QuantityUnit;
  /** What its one piece weighed, in thousandths of a kilogram: then the list price is of a kilogram. */
  weightMilli?: number;
  /** The pieces that went with it, where they are told apart and were read. */
  serialNumbers: string[];
}

export interface OrderHead {
  id: string;
  number: string;
  channelCode: string;
  marketCode: string;
  currency: string;
  fulfilmentKind: FulfilmentKind;
  pickupLocationId: string | null;
  soldAtLocationId: string | null;
  customerId: string | null;
  customerName: string;
  customerEmail: string | null;
  shippingAddress: unknown;
  collectionCode: string | null;
  externalId: string | null;
  bookVersion: string;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  status: OrderStatus;
  /** YYYY-MM-DD */
  businessDate: string;
  placedAt: Date;
  statusToken: string | null;
  basket: { taxCountry: string; requestHash?: string };
  quote: { taxInclusive: boolean; discounts?: unknown[]; taxes?: QuoteTax[]; shipping?: QuoteShipping[] };
}

export interface Order extends OrderHead {
  lines: OrderLine[];
}
