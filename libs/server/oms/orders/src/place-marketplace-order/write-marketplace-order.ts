import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@oneshelf/platform';
import { TradingDay } from '@oneshelf/server-organisation';
import { RecordTendersUseCase } from '@oneshelf/server-payments';
import { NewOrderRepository } from '../new-order.repository';
import type { MarketplaceOrder } from './marketplace-order';

/** Payment row of kind external, then the order. */
@Injectable()
export class WriteMarketplaceOrder {
  constructor(
    private readonly orders: NewOrderRepository,
    private readonly tenders: RecordTendersUseCase,
    private readonly days: TradingDay,
  ) {}

  async run(tx: Tx, order: MarketplaceOrder, made: { orderId: string; marketCode: string; lineIds: string[] }): Promise<string | null> {
    const { quote } = order;
    await this.tenders.run(tx, { saleId: made.orderId, currency: quote.currency, registerId: null, tenders: [{ paymentId: newId(), kind: 'external', amountMinor: quote.totalMinor }] });
    return this.orders.insert(tx, {
      id: made.orderId, number: null, channelCode: order.channelCode, marketCode: made.marketCode, fulfilmentKind: 'delivery', pickupLocationId: null, soldAtLocationId: null, customerId: null,
      customerName: order.customer.name, customerEmail: order.customer.email?.toLowerCase() ?? null, shippingAddress: order.address, collectionCode: null, externalId: order.externalId,
      basket: { marketCode: made.marketCode, channelCode: order.channelCode, taxCountry: order.address.country }, quote, status: 'placed',
      businessDate: await this.days.of(order.placedAt, { locationId: null, marketCode: made.marketCode }), placedAt: order.placedAt, statusToken: null, receiptSecret: null,
      lines: order.lines.map((line, index) => ({ ...line, id: made.lineIds[index] ?? '' })),
      event: { kind: 'ordered', actor: order.channelCode, data: { channelCode: order.channelCode, externalId: order.externalId, totalMinor: quote.totalMinor } },
    });
  }
}
