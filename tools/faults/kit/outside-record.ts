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
  /** Articles of this run. */
  variantIds: string[] = [];
  /** Only these were given their numbers at Amazon; the short run leaves the other three hundred alone, which takes a minute. */
  othersAreUnlisted = false;

  summary(): string {
    return `${this.tillSales.size} till sales, ${this.webOrders.size} web orders, ${this.amazonOrders.size} Amazon orders, ${this.handedOver.length} handed over, ${this.shipped.length} sent, ${this.returned.length} returned, kill -9: ${this.deaths.length === 0 ? 'none' : this.deaths.join(' ')}`;
  }
}
