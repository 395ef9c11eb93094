import { Injectable } from '@nestjs/common';
import { PromiseKept } from '@oneshelf/contracts';
import { keepPromises, levelKey } from '@oneshelf/domain-inventory';
import { invariant } from '@oneshelf/domain-kernel';
import { newId, publish, system, type Tx } from '@oneshelf/platform';
import { StockHoldRepository } from '../hold-stock/stock-hold.repository';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { PromiseStockUseCase } from './promise-stock.use-case';
import { type OpenPromise, PromiseRepository } from './promise.repository';

interface Kept {
  promise: OpenPromise;
  locationId: string;
  quantityMilli: number;
}

/** Goods have come: what was promised becomes reservations, in the order of the promises (INV-45). */
@Injectable()
export class KeepPromisesUseCase {
  constructor(
    private readonly promises: PromiseRepository,
    private readonly promising: PromiseStockUseCase,
    private readonly levels: StockHoldRepository,
    private readonly reserve: ReserveStockUseCase,
  ) {}

  /** Doing it again changes nothing: what is kept is no promise any more. Statements: 1 where nothing is promised. */
  async run(tx: Tx, variantIds: readonly string[], occurredAt: string): Promise<void> {
    const open = await this.promising.toKeep(await this.promises.lockOpen(tx, variantIds));
    if (open.length === 0) return;
    const free = await this.levels.lockFree(tx, open.flatMap(({ variantId, locationIds }) => locationIds.map((locationId) => ({ variantId, locationId }))));
    const kept = [...new Set(open.map(({ variantId }) => variantId))].flatMap((variantId) => {
      const waiting = open.filter((promise) => promise.variantId === variantId);
      const here = new Map(waiting.flatMap(({ locationIds }) => locationIds).map((locationId) => [locationId, free.get(levelKey({ variantId, locationId })) ?? 0]));
      return keepPromises(waiting, here).flatMap(({ id, ...place }) => waiting.filter((promise) => promise.id === id).map((promise) => ({ promise, ...place })));
    });
    if (kept.length === 0) return;
    for (const orderId of new Set(kept.map(({ promise }) => promise.orderId))) await this.reserveFor(tx, orderId, { kept: kept.filter(({ promise }) => promise.orderId === orderId), occurredAt });
    await this.promises.shrink(tx, kept.map(({ promise, quantityMilli }) => ({ id: promise.id, quantityMilli })));
    await this.promises.giveBack(tx, kept.map(({ promise, quantityMilli }) => ({ ...promise, quantityMilli })));
  }

  private async reserveFor(tx: Tx, orderId: string, { kept, occurredAt }: { kept: Kept[]; occurredAt: string }): Promise<void> {
    const lines = kept.map(({ promise, locationId, quantityMilli }) => ({ orderLineId: promise.orderLineId, variantId: promise.variantId, locationId, quantityMilli }));
    const reserved = await this.reserve.run(tx, { orderId, lines, actor: system('promises'), occurredAt, operationId: newId() });
    invariant(reserved.ok, `Order ${orderId} could not get what is free and locked for it`);
    await publish(tx, { type: PromiseKept, key: orderId, payload: { orderId, lines } });
  }
}
