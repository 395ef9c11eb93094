import { randomUUID } from 'node:crypto';
import type { PlacedOrder, PlaceOrderRequest, StorefrontHold, StorefrontOrderStatus, StorefrontQuote } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { type Answer, askUntilAnswered, fetched, type Question } from './ask';
import type { OutsideRecord } from './outside-record';
import type { Product } from './product';

export const shopKey = { 'x-oneshelf-key': demo.apiKeys.webGb.key };
const ADDRESS = { line1: '4 Mill Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' };

export interface Wish {
  variantId: string;
  pieces: number;
  pickup: boolean;
  card: 'pm_card_visa' | 'pm_card_chargeDeclined';
  /** The browser hangs up after so long and asks again with the same key. */
  hangUpAfterMs?: number | undefined;
  /** The button is pressed twice. */
  doubled: boolean;
  /** The checkout keeps the units first. */
  held?: boolean;
}

export interface Bought extends PlacedOrder {
  key: string;
}

type OrderAnswer = PlacedOrder & { code?: string; details?: { orderId?: string } };

/**
 * Of two presses with one key. A refusal changes nothing and is not kept: where one press found nothing free and the other,
 * cut off and asked again, did, there is one order, and it stands. Two orders of one key are none of that.
 */
function whatStands(first: Answer<OrderAnswer>, second: Answer<OrderAnswer> | undefined): Answer<OrderAnswer> {
  if (!second || second.body.orderId === first.body.orderId) return first;
  const [placed, refused] = first.status === 201 ? [first, second] : [second, first];
  if (placed.status !== 201 || refused.body.code !== 'insufficient_stock') throw new Error(`One key had two answers: ${JSON.stringify([first, second])}`);
  return placed;
}

/** One shopper of the web shop. Each comes from an address of its own, because one address may not order without end. */
export class Shop {
  private shoppers = 0;

  constructor(private readonly product: Product, private readonly record: OutsideRecord, private readonly pickupAt: string) {}

  /** Quotes and buys; asks with the same key until the answer stands. Null: refused, declined or sold out. */
  async buy(wish: Wish): Promise<Bought | null> {
    const headers = this.visitor();
    const lines = [{ variantId: wish.variantId, quantityMilli: wish.pieces * 1000 }];
    const fulfilment = wish.pickup ? { kind: 'pickup' as const, locationId: this.pickupAt } : { kind: 'delivery' as const, address: ADDRESS };
    const quote = await fetched<StorefrontQuote>({ method: 'POST', url: `${this.product.origin}/api/storefront/quote`, headers, body: { lines, fulfilment } });
    const hold = wish.held ? await this.hold(headers, { lines, fulfilment }) : undefined;
    const key = randomUUID();
    const entry = { variantId: wish.variantId, pieces: wish.pieces, status: 'open' as 'placed' | 'refused' | 'open', code: '', orderId: null as string | null, cancelled: false };
    this.record.webOrders.set(key, entry);
    const request: PlaceOrderRequest = { lines, fulfilment, customer: { name: 'Bea Shopper', email: `bea.${this.shoppers}@example.com` }, expectedTotalMinor: quote.totalMinor, paymentMethodId: wish.card, ...(hold ? { hold } : {}) };
    const question: Question = { method: 'POST', url: `${this.product.origin}/api/storefront/orders`, headers: { ...headers, 'idempotency-key': key }, body: request, hangUpAfterMs: wish.hangUpAfterMs };
    const asking = [askUntilAnswered<OrderAnswer>(question)];
    if (wish.doubled) asking.push(askUntilAnswered(question));
    const [first, second] = await Promise.all(asking);
    if (first === undefined) throw new Error('Nobody asked.');
    const answer = whatStands(first, second);
    entry.status = answer.status === 201 ? 'placed' : 'refused';
    entry.code = answer.body.code ?? '';
    entry.orderId = answer.body.orderId ?? null;
    return answer.status === 201 ? { ...answer.body, key } : null;
  }

  /** Opens a checkout and closes it again, or just goes away. */
  async look(variantId: string, pieces: number, closes: boolean): Promise<void> {
    this.record.lookers += 1;
    const headers = this.visitor();
    const hold = await this.hold(headers, { lines: [{ variantId, quantityMilli: pieces * 1000 }], fulfilment: { kind: 'delivery', address: ADDRESS } });
    if (!hold || !closes) return;
    const response = await askUntilAnswered({ method: 'DELETE', url: `${this.product.origin}/api/storefront/holds/${hold.holdId}?token=${encodeURIComponent(hold.token)}`, headers });
    if (response.status !== 204) throw new Error(`A hold did not end: ${response.status} ${JSON.stringify(response.body)}`);
  }

  /** Each comes from an address of its own. */
  private visitor(): Record<string, string> {
    this.shoppers += 1;
    return { ...shopKey, 'x-forwarded-for': `10.7.${this.shoppers >> 8}.${this.shoppers & 255}` };
  }

  /** Undefined: nothing could be kept. One whose answer was lost lapses. */
  private async hold(headers: Record<string, string>, body: object): Promise<{ holdId: string; token: string } | undefined> {
    const { holdId, token } = await fetched<StorefrontHold>({ method: 'POST', url: `${this.product.origin}/api/storefront/holds`, headers: { ...headers, 'idempotency-key': randomUUID() }, body });
    return holdId === null || token === null ? undefined : { holdId, token };
  }

  /** The code that the shopper shows at the counter. */
  async collectionCode({ orderId, statusToken }: Bought): Promise<string> {
    const status = await fetched<StorefrontOrderStatus>({ url: `${this.product.origin}/api/storefront/orders/${orderId}?token=${encodeURIComponent(statusToken)}`, headers: shopKey });
    return status.collectionCode ?? '';
  }
}
