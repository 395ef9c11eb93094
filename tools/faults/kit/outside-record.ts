/** What the outside world did and was told: the checks hold the product against it. */
export class OutsideRecord {
  /** Every sale that a till made; all were acknowledged at the end. */
  readonly tillSales = new Map<string, { variantId: string; locationId: string; pieces: number; totalMinor: number; outcome: string | null }>();
  /** Every intent to buy on the web by its idempotency key. */
  readonly webOrders = new Map<string, { variantId: string; pieces: number; status: 'placed' | 'refused' | 'open'; code: string; orderId: string | null; cancelled: boolean }>();
  /** Every order at Amazon by its number. */
  readonly amazonOrders = new Map<string, { sku: string; pieces: number; cancelled: boolean }>();
  /** Buyers whom Amazon itself turned away, because its number said 0. */
  amazonTurnedAway = 0;
  readonly handedOver: string[] = [];
  readonly shipped: string[] = [];
  readonly returned: { returnId: string; orderId: string }[] = [];
  readonly deaths: string[] = [];
  /** Corrections by their key. */
  readonly corrections = new Map<string, { variantId: string; pieces: number; outcome: 'open' | 'done' | 'refused' }>();
  /** Transfers by their note; `isBusy`: somebody works on it. */
  readonly transfers = new Map<string, { id: string; lineId: string; variantId: string; pieces: number; status: 'approved' | 'refused' | 'shipped' | 'closed'; road: number; received: number; damaged: number; missing: number; surplus: number; isBusy?: boolean }>();
  /** Counts by their title. */
  readonly counts = new Map<string, { id: string; variantId: string; counted: number; isPosted: boolean }>();
  /** Shoppers who held something and bought nothing. */
  lookers = 0;
  /** What was in the house when it began, by article, in thousandths; empty: nobody added up. */
  atBegin = new Map<string, number>();
  /** Articles of this run. */
  variantIds: string[] = [];
  /** Only these were given their numbers at Amazon; the short run leaves the other three hundred alone, which takes a minute. */
  othersAreUnlisted = false;

  summary(): string {
    return `${this.tillSales.size} till sales, ${this.webOrders.size} web orders, ${this.amazonOrders.size} Amazon orders, ${this.handedOver.length} handed over, ${this.shipped.length} sent, ${this.returned.length} returned,${this.corrections.size > 0 ? ` ${this.lookers} holds, ${this.transfers.size} transfers, ${this.counts.size} counts, ${this.corrections.size} corrections,` : ''} kill -9: ${this.deaths.length === 0 ? 'none' : this.deaths.join(' ')}`;
  }
}
