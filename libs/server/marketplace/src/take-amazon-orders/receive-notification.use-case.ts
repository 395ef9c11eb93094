import { Injectable } from '@nestjs/common';
import { type AmazonNotification, MarketplaceOrderNoticed } from '@oneshelf/contracts';
import { publish, Transactions } from '@oneshelf/platform';
import { AmazonChannels } from './amazon-channels';

/** Keeps each notification once and passes on what it points at. It is a hint: the facts are asked for. */
@Injectable()
export class ReceiveNotificationUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly channels: AmazonChannels,
  ) {}

  async run(notification: AmazonNotification): Promise<{ isNew: boolean }> {
    const change = notification.Payload.OrderChangeNotification;
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
      return { isNew: kept !== undefined };
    });
  }
}
