import { Injectable } from '@nestjs/common';
import { type AmazonNotification, MarketplaceOrderNoticed } from '@oneshelf/contracts';
import { publish, Transactions } from '@oneshelf/platform';
import { ListingPushRepository } from '../push-stock/listing-push.repository';
import { AmazonChannels } from './amazon-channels';

/** Keeps each notification once and passes on what it points at. It is a hint: the facts are asked for. */
@Injectable()
export class ReceiveNotificationUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly channels: AmazonChannels,
    private readonly listings: ListingPushRepository,
  ) {}

  async run(notification: AmazonNotification): Promise<{ isNew: boolean }> {
    const { OrderChangeNotification: change, Sku: sku, Quantity: units } = notification.Payload;
    const listingChannel = sku === undefined ? undefined : await this.channels.byFulfilment('merchant');
    const channelCode = change ? await this.channels.byFulfilment(change.Summary?.FulfillmentType === 'AFN' ? 'marketplace' : 'merchant') : undefined;
    return this.transactions.write(async (tx) => {
      const kept = await tx
        .insertInto('marketplace_notification')
        .values({ id: notification.NotificationMetadata.NotificationId, kind: notification.NotificationType, payload: JSON.stringify(notification.Payload) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (kept && change && channelCode) {
        await publish(tx, { type: MarketplaceOrderNoticed, key: change.AmazonOrderId, payload: { channelCode, externalId: change.AmazonOrderId } });
      }
      if (kept && listingChannel && sku !== undefined && units !== undefined) await this.listings.heardOf(tx, listingChannel, { sku, units });
      return { isNew: kept !== undefined };
    });
  }
}
