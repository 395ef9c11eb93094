import { randomUUID } from 'node:crypto';
import type { OrderDetail, StockBreachesAnswer, StuckWorkAnswer } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { type Answer, askUntilAnswered, fetched } from './ask';
import type { Product } from './product';

/** The back-office, signed in as the admin of the demo. */
export class Office {
  private constructor(private readonly product: Product, private readonly cookie: string) {}

  static async signIn(product: Product): Promise<Office> {
    const response = await fetch(`${product.origin}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: demo.staff.admin.email, password: demo.password }) });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || !cookie) throw new Error(`The office does not let us in: ${response.status} ${await response.text()}`);
    return new Office(product, cookie);
  }

  stuckWork = (): Promise<StuckWorkAnswer> => fetched({ url: `${this.product.origin}/api/stuck-work`, headers: { cookie: this.cookie } });

  breaches = (): Promise<StockBreachesAnswer> => fetched({ url: `${this.product.origin}/api/stock/breaches`, headers: { cookie: this.cookie } });

  adjust(locationId: string, lines: { variantId: string; deltaMilli: number }[]): Promise<unknown> {
    return this.send('stock/adjustments', { locationId, reason: 'stock of the fault run', lines }, randomUUID()).then(({ status, body }) => {
      if (status >= 300) throw new Error(`The stock could not be set: ${JSON.stringify(body)}`);
    });
  }

  /** Cancelled now, or found cancelled after an answer that was lost; else why not. */
  async cancel(orderId: string): Promise<'cancelled' | string> {
    const { status, body } = await this.send<{ code?: string } & Partial<OrderDetail>>(`orders/${orderId}/cancel`, { reason: 'the customer changed their mind' });
    return status === 200 || body.code === 'already_cancelled' ? 'cancelled' : (body.code ?? String(status));
  }

  /** Sends a part away; a repetition finds it sent. */
  async ship(partId: string): Promise<boolean> {
    const { status, body } = await this.send<{ code?: string }>(`fulfilment-orders/${partId}/ship`, { carrier: 'Royal Mail', trackingNumber: `RM${partId.slice(-12)}` });
    return status === 200 || body.code === 'wrong_status';
  }

  /** Until there is an answer that stands; always with the same key. */
  send<Body>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<Body>> {
    return askUntilAnswered<Body>({ method: 'POST', url: `${this.product.origin}/api/${path}`, headers: { cookie: this.cookie, 'idempotency-key': key }, body });
  }
}
