import { Injectable } from '@nestjs/common';
import { OrderPlaced } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, publish, system, type Tx } from '@oneshelf/platform';
import { ReserveStockUseCase } from '@oneshelf/server-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { FindSources } from '../sourcing/find-sources.query';
import type { MarketplaceOrder } from './marketplace-order';
import { WriteMarketplaceOrder } from './write-marketplace-order';

export type MarketplaceOrderRefusal = { kind: 'insufficient_stock'; shortages: { variantId: string; requestedMilli: number; availableMilli: number }[] } | { kind: 'already_placed' };

/** An order that a marketplace sold and collected for. It reserves in the caller's transaction; prices are the marketplace's. */
@Injectable()
export class PlaceMarketplaceOrderUseCase {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly sources: FindSources,
    private readonly reserve: ReserveStockUseCase,
    private readonly writing: WriteMarketplaceOrder,
  ) {}

  /** Refusals: already_placed (the same external id), insufficient_stock. */
  async run(tx: Tx, order: MarketplaceOrder): Promise<Result<{ orderId: string; number: string }, MarketplaceOrderRefusal>> {
    const channel = await this.organisation.channel(order.channelCode);
    const plan = await this.sources.run({ channelCode: channel.code, lines: order.quote.lines, kind: 'delivery', pickupLocationId: null, destination: order.address });
    if (!plan.ok) return refuse({ kind: 'insufficient_stock', shortages: plan.refusal.missing.map(({ variantId, quantityMilli }) => ({ variantId, requestedMilli: quantityMilli, availableMilli: 0 })) });
    const orderId = newId();
    const ids = new Map(order.quote.lines.map((line) => [line.lineId, newId()]));
    const kept = plan.value.parts.flatMap((part) => part.lines.map((line) => ({ orderLineId: ids.get(line.lineId) ?? '', variantId: line.variantId, locationId: part.locationId, quantityMilli: line.quantityMilli })));
    const reserved = await this.reserve.run(tx, { orderId, lines: kept, actor: system('marketplace'), occurredAt: order.placedAt.toISOString() });
    if (!reserved.ok) return reserved;
    const number = await this.writing.run(tx, order, { orderId, marketCode: channel.marketCode, lineIds: [...ids.values()] });
    if (number === null) return refuse({ kind: 'already_placed' });
    await publish(tx, { type: OrderPlaced, key: orderId, payload: { orderId, channelCode: channel.code, fulfilmentKind: 'delivery' } });
    return ok({ orderId, number });
  }
}
