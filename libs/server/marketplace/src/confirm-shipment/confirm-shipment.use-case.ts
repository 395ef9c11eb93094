import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AmazonClient } from '../amazon/amazon-client';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { MarketplaceOrderRepository } from '../take-amazon-orders/marketplace-order.repository';

const PIECE_MILLI = 1000;

export interface ConfirmShipmentInput {
  orderId: string;
  fulfilmentOrderId: string;
  lines: { variantId: string; quantityMilli: number }[];
  /** ISO instant. */
  shippedAt: string;
}

/** Tells Amazon that a part of one of its orders has left. Said twice it is one package. */
@Injectable()
export class ConfirmShipmentUseCase {
  constructor(
    private readonly orders: MarketplaceOrderRepository,
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
  ) {}

  /** An order that did not come from Amazon is none of our business. */
  async run({ orderId, fulfilmentOrderId, lines, shippedAt }: ConfirmShipmentInput): Promise<void> {
    const kept = await this.orders.byOrderId(orderId);
    if (!kept) return;
    const skus = kept.order.orderItems.flatMap((item) => item.product.sellerSku ?? []);
    const variantOfSku = await this.orders.variantsOfSkus(kept.channelCode, skus);
    const left = new Map<string, number>();
    for (const line of lines) left.set(line.variantId, (left.get(line.variantId) ?? 0) + Math.floor(line.quantityMilli / PIECE_MILLI));
    const orderItems = kept.order.orderItems.flatMap((item) => {
      const variantId = variantOfSku.get(item.product.sellerSku ?? '') ?? '';
      const quantity = Math.min(left.get(variantId) ?? 0, item.quantityOrdered);
      left.set(variantId, (left.get(variantId) ?? 0) - quantity);
      return quantity > 0 ? [{ orderItemId: item.orderItemId, quantity }] : [];
    });
    if (orderItems.length === 0) return;
    await this.bucket.take('confirmShipment');
    await this.amazon.confirmShipment(kept.externalId, {
      packageReferenceId: packageNumberOf(fulfilmentOrderId),
      carrierCode: 'Other',
      carrierName: 'Own delivery',
      trackingNumber: fulfilmentOrderId,
      shipDate: shippedAt,
      orderItems,
    });
  }
}

/** Amazon wants a positive number; made of our id it is the same each time. */
const packageNumberOf = (fulfilmentOrderId: string): string => String((createHash('sha256').update(fulfilmentOrderId).digest().readUIntBE(0, 4) || 1));
