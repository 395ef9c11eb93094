import { Inject, Injectable } from '@nestjs/common';
import type { Address } from '@oneshelf/contracts';
import { CONFIG, type Config } from '@oneshelf/platform';
import type { Order, OrderLine } from '@oneshelf/server-orders';
import { OrderQuery } from '@oneshelf/server-orders';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import type { LineFacts, OrderFacts, StoreFacts } from './write-mail/mail-facts';
import { mailLocale } from './write-mail/mail-words';

/** What a mail about an order needs, read from those who own it. */
@Injectable()
export class ReadOrderFacts {
  constructor(
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Null when nobody is to be written to: the order has no e-mail address, or a marketplace sold it, which writes to its
   * customers itself and forbids us to.
   * @throws when there is no such order (events of orders come after their commit)
   */
  async run(orderId: string): Promise<{ order: Order; facts: OrderFacts } | null> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new Error(`There is no order ${orderId}. No mail was written.`);
    if (!order.customerEmail || (await this.organisation.channel(order.channelCode)).kind === 'marketplace') return null;
    const market = await this.organisation.market(order.marketCode);
    return {
      order,
      facts: {
        number: order.number, recipient: order.customerEmail, locale: mailLocale(market.locale), customerName: order.customerName, currency: order.currency, lines: order.lines.map(lineFacts),
        discountMinor: order.discountMinor, taxMinor: order.taxMinor, totalMinor: order.totalMinor, place: await this.place(order), statusUrl: this.statusUrl(order),
        ...(order.quote.shipping ? { shippingMinor: order.quote.shipping.reduce((sum, charge) => sum + charge.totalMinor, 0) } : {}), ...this.receipt(order),
      },
    };
  }

  /** Its lines, each with what of it is not there yet. */
  async promisedLines(order: Order): Promise<LineFacts[]> {
    const promises = await this.orders.promisesOf(order.id);
    return order.lines.map((line) => {
      const promise = promises.find(({ orderLineId }) => orderLineId === line.id);
      return { ...lineFacts(line), ...(promise ? { promised: { kind: promise.kind, quantityMilli: promise.quantityMilli, expectedOn: promise.expectedOn } } : {}) };
    });
  }

  async store(locationId: string): Promise<StoreFacts> {
    return storeFacts(await this.organisation.location(locationId));
  }

  private async place(order: Order): Promise<OrderFacts['place']> {
    if (order.pickupLocationId) return { kind: 'pickup', store: await this.store(order.pickupLocationId) };
    const address = order.shippingAddress as Address | null;
    return { kind: 'delivery', address: address ? [address.line1, address.line2, `${address.postcode} ${address.city}`].filter(Boolean).join(', ') : '' };
  }

  private receipt(order: Order): Pick<OrderFacts, 'receiptUrl'> {
    const token = this.orders.receiptTokenOf(order.id, order.statusToken);
    return token === null ? {} : { receiptUrl: this.receiptUrl(token) };
  }

  receiptUrl(token: string): string {
    return `${this.config.PUBLIC_URL}/r/${token}`;
  }

  private statusUrl(order: Order): string | null {
    return order.statusToken === null ? null : `${this.config.PUBLIC_URL}/shop/orders/${order.id}?token=${encodeURIComponent(order.statusToken)}`;
  }
}

export const storeFacts = ({ name, address }: Location): StoreFacts => ({ name, address: [...address.lines, `${address.postalCode} ${address.city}`].join(', ') });

export const lineFacts = (line: OrderLine): LineFacts => ({ title: line.title, quantityMilli: line.quantityMilli, totalMinor: line.totalMinor });
