import { Injectable } from '@nestjs/common';
import type { RouteLine } from '@oneshelf/domain-routing';
import type { Tx } from '@oneshelf/platform';
import { MoveReservationUseCase } from '@oneshelf/server-inventory';
import { PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import type { Order } from '@oneshelf/server-orders';
import type { Part } from '../part.repository';
import type { Held } from './settle-reservations';

const OPEN: readonly Part['status'][] = ['to_pick', 'picking', 'ready'];

/** What of an order is in no part yet. */
@Injectable()
export class UnroutedUnits {
  constructor(
    private readonly reservations: MoveReservationUseCase,
    private readonly promising: PromiseStockUseCase,
  ) {}

  /** What is held for it beside its parts, and what is to be served now: at first all but what it waits for, later what has come. */
  async run(tx: Tx, order: Order, parts: readonly Part[]): Promise<{ held: Held[]; lines: RouteLine[] }> {
    // Before what is held: goods that come in between are then held, and wait for their own turn.
    const promised = await this.promising.ofOrder(order.id);
    const held = beside(await this.reservations.heldBy(tx, order.id), parts.filter(({ status }) => OPEN.includes(status)));
    if (parts.length > 0) return { held, lines: byLine(held) };
    const lines = order.lines.map((line) => {
      const waiting = promised.filter(({ orderLineId }) => orderLineId === line.id).reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
      return { lineId: line.id, variantId: line.variantId, quantityMilli: line.quantityMilli - line.cancelledMilli - waiting, ...recipeOf(held, line.id) };
    });
    return { held, lines: lines.filter(({ quantityMilli }) => quantityMilli > 0) };
  }
}

function beside(held: readonly Held[], parts: readonly Part[]): Held[] {
  return held.map((one) => {
    const { orderLineId, locationId, quantityMilli } = one;
    const there = parts.filter((part) => part.locationId === locationId).flatMap(({ lines }) => lines).filter((line) => line.orderLineId === orderLineId);
    return { ...one, quantityMilli: quantityMilli - there.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0) };
  }).filter(({ quantityMilli }) => quantityMilli > 0);
}

const recipeOf = (held: readonly Held[], orderLineId: string): Pick<Held, 'recipe'> => {
  const recipe = held.find((one) => one.orderLineId === orderLineId)?.recipe;
  return recipe ? { recipe } : {};
};

function byLine(held: readonly Held[]): RouteLine[] {
  const lines = new Map<string, RouteLine>();
  for (const { orderLineId, variantId, quantityMilli } of held) lines.set(orderLineId, { lineId: orderLineId, variantId, quantityMilli: (lines.get(orderLineId)?.quantityMilli ?? 0) + quantityMilli, ...recipeOf(held, orderLineId) });
  return [...lines.values()];
}
