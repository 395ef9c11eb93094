import type { OutsideRecord } from './outside-record';
import type { Product } from './product';

export interface AmazonListing { sku: string; fulfilledBy: 'MERCHANT' | 'AMAZON'; quantity: number | null; patches: { receivedAt: number; quantity: number | null }[] }
export interface AmazonOrder { orderId: string; orderItems: { quantityOrdered: number; product: { sellerSku?: string } }[]; fulfillment?: { fulfillmentStatus?: string } }
export interface StripeIntent { id: string; status: string; amount: number; amount_capturable: number; amount_received: number; currency: string; latest_charge: string | null; metadata: Record<string, string> }
export interface StripeRefund { id: string; amount: number; status: string; payment_intent: string; metadata: Record<string, string> }

/** The two other companies, as their own people see them. */
export class Simulators {
  constructor(private readonly product: Product, private readonly record: OutsideRecord) {}

  /** Answers fail with that chance, half of them after the work was done; hints come twice. 0: everything is well again. */
  async fail(failRate: number): Promise<void> {
    const faults = { failRate, failWhen: 'both' };
    await control(`${this.product.stripe}/_control`, { ...faults, duplicateWebhooks: failRate > 0 });
    await control(`${this.product.amazon}/_control`, { ...faults, duplicateNotifications: failRate > 0 });
  }

  /** A customer buys at Amazon. Null: Amazon's own number says that there is none. */
  async sell(sku: string, pieces: number, { pending = false, force = false }: { pending?: boolean; force?: boolean } = {}): Promise<string | null> {
    const response = await fetch(`${this.product.amazon}/_control/orders`, post({ lines: [{ sku, quantity: pieces, unitPrice: '21.50' }], status: pending ? 'PENDING' : 'UNSHIPPED', force }));
    if (response.status === 409) {
      this.record.amazonTurnedAway += 1;
      return null;
    }
    if (!response.ok) throw new Error(`The Amazon simulator answered ${response.status}: ${await response.text()}`);
    const { orderId } = (await response.json()) as AmazonOrder;
    this.record.amazonOrders.set(orderId, { sku, pieces, cancelled: false });
    return orderId;
  }

  /** Amazon moves an order on. False: it does not stand where that can happen. */
  async change(orderId: string, status: 'UNSHIPPED' | 'CANCELLED'): Promise<boolean> {
    const { ok } = await fetch(`${this.product.amazon}/_control/orders/${orderId}`, post({ status, reason: 'BuyerRequestedChange' }));
    const known = this.record.amazonOrders.get(orderId);
    if (ok && known && status === 'CANCELLED') known.cancelled = true;
    return ok;
  }

  listings = (): Promise<AmazonListing[]> => read(`${this.product.amazon}/_control/listings`);
  orders = (): Promise<AmazonOrder[]> => read(`${this.product.amazon}/_control/orders`);
  intents = (): Promise<StripeIntent[]> => this.all('payment_intents');
  refunds = (): Promise<StripeRefund[]> => this.all('refunds');

  private async all<Row extends { id: string }>(kind: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const after = rows.at(-1)?.id;
      const page = await read<{ data: Row[]; has_more: boolean }>(`${this.product.stripe}/v1/${kind}?limit=100${after ? `&starting_after=${after}` : ''}`, { authorization: 'Bearer sk_test_oneshelf' });
      rows.push(...page.data);
      if (!page.has_more) return rows;
    }
  }
}

const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function control(url: string, settings: object): Promise<void> {
  const response = await fetch(url, post(settings));
  if (!response.ok) throw new Error(`${url} did not take the settings: ${await response.text()}`);
}

async function read<Body>(url: string, headers: Record<string, string> = {}): Promise<Body> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}
