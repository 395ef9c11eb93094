import { Injectable } from '@nestjs/common';
import type { OrderPart, OrderReturnView } from '@oneshelf/contracts';
import { SoldBundles } from '@oneshelf/server-inventory/bundles';

export interface OrderPartsReader {
  partsOf(orderIds: string[]): Promise<Map<string, OrderPart[]>>;
}

export interface OrderReturnsReader {
  returnsOf(orderId: string): Promise<OrderReturnView[]>;
}

/**
 * What other modules add to the picture of an order. Orders may not call them (they call orders), so each hands in its
 * reader when it starts; a process without it shows the order without that facet.
 */
@Injectable()
export class OrderFacets {
  parts: OrderPartsReader = { partsOf: () => Promise.resolve(new Map()) };
  returns: OrderReturnsReader = { returnsOf: () => Promise.resolve([]) };

  /** What the bundles of orders were made of: the stock lib keeps it, and orders may ask it. */
  constructor(readonly bundles: SoldBundles) {}
}
