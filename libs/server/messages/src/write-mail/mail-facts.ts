import type { Mail } from './mail';

/** What the texts need to know of an order; amounts in minor units, quantities in thousandths. */
export interface OrderFacts {
  number: string;
  recipient: string;
  locale: Mail['locale'];
  customerName: string;
  currency: string;
  lines: LineFacts[];
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  place: { kind: 'pickup'; store: StoreFacts } | { kind: 'delivery'; address: string };
  /** Paid for sending it; absent: nothing was. */
  shippingMinor?: number;
  /** The receipt's public page; absent: it has none. */
  receiptUrl?: string;
  /** The order's page for the shopper; null when it has none. */
  statusUrl: string | null;
}

export interface LineFacts {
  title: string;
  quantityMilli: number;
  /** Paid for it, discount taken off and tax included. */
  totalMinor: number;
  /** Of it, what is not there yet; absent: all of it is. */
  promised?: PromisedFacts;
}

export interface PromisedFacts {
  kind: 'backorder' | 'preorder';
  quantityMilli: number;
  /** YYYY-MM-DD; null: nobody knows yet. */
  expectedOn: string | null;
}

export interface StoreFacts {
  name: string;
  address: string;
}

export type TenderKind = 'card_online' | 'card_present' | 'cash' | 'external';

export interface TenderFacts {
  kind: TenderKind;
  /** "Visa ··1881" */
  cardLabel: string | null;
  amountMinor: number;
}

export interface ReceiptFacts extends Omit<OrderFacts, 'place' | 'statusUrl' | 'customerName'> {
  store: StoreFacts;
  /** Already in the store's zone. */
  soldAt: string;
  discounts: { name: string; amountMinor: number }[];
  taxes: { name: string; taxMinor: number }[];
  tenders: TenderFacts[];
}
