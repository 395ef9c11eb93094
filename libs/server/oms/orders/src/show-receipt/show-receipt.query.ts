import { Inject, Injectable } from '@nestjs/common';
import { QuoteContract, type ReceiptPage } from '@oneshelf/contracts';
import { explain } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { Order } from '../order';
import { OrderQuery } from '../show-order/order.query';

/** A receipt for whoever holds its link: what was sold and why it cost that. No name, no address, no card. */
@Injectable()
export class ShowReceipt {
  constructor(
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(token: string, locale: 'en' | 'de'): Promise<ReceiptPage | null> {
    const order = await this.orders.byReceiptToken(token);
    if (!order || order.status === 'pending_payment') return null;
    // Quotes of every engine that we ever had are readable so; what a marketplace priced is none.
    const parsed = QuoteContract.safeParse(order.quote);
    if (!parsed.success) return null;
    const quote = parsed.data;
    const location = order.soldAtLocationId ? await this.organisation.findLocation(order.soldAtLocationId) : undefined;
    const said = explain(quote, { locale, audience: 'public', titleOf: ({ lineId }) => order.lines[quote.lines.findIndex((line) => line.lineId === lineId)]?.title ?? '' });
    return {
      number: order.number, soldAt: order.placedAt.toISOString(), timeZone: location?.timeZone ?? (await this.zoneOf(order)),
      place: location?.name ?? (await this.organisation.channel(order.channelCode)).name,
      currency: order.currency, taxInclusive: quote.taxInclusive, bookVersion: order.bookVersion,
      lines: order.lines.map((line, index) => ({
        title: line.title, sku: line.sku, unit: line.unit, weightMilli: line.weightMilli, serialNumbers: line.serialNumbers, quantityMilli: line.quantityMilli, listUnitMinor: line.listUnitMinor, listMinor: quote.lines[index]?.listMinor ?? line.totalMinor,
        discountMinor: line.discountMinor, totalMinor: line.totalMinor, cancelledMilli: line.cancelledMilli, returnedMilli: line.returnedMilli, why: said.lines[index]?.sentences ?? [],
      })),
      shippingMinor: quote.shipping?.reduce((sum, charge) => sum + charge.totalMinor, 0) ?? null,
      taxes: quote.taxes.map(({ country, name, rateBasisPoints, netMinor, taxMinor, grossMinor }) => ({ country, name, rateBasisPoints, netMinor, taxMinor, grossMinor })),
      listMinor: quote.listMinor, discountMinor: quote.discountMinor, taxMinor: quote.taxMinor, totalMinor: quote.totalMinor,
      why: { basket: said.basket, shipping: said.shipping, taxes: said.taxes, totals: said.totals },
      wasCancelled: order.status === 'cancelled',
    };
  }

  private async zoneOf(order: Order): Promise<string> {
    return (await this.organisation.locations()).find((location) => location.marketCode === order.marketCode)?.timeZone ?? 'UTC';
  }
}
