import { Injectable } from '@nestjs/common';
import type { Recipe } from '@oneshelf/domain-inventory';
import type { RoutePart } from '@oneshelf/domain-routing';
import { system, type Tx } from '@oneshelf/platform';
import { MoveReservationUseCase } from '@oneshelf/server-inventory';

export interface Held {
  orderLineId: string;
  variantId: string;
  locationId: string;
  quantityMilli: number;
  /** Of a bundle: what it was made of when it was ordered. */
  recipe?: Recipe;
}

/** Moves what an order holds to where the plan wants it. */
@Injectable()
export class SettleReservations {
  constructor(private readonly moving: MoveReservationUseCase) {}

  /** False when a location has not enough any more; what was moved until then stays moved, and stays held. */
  async run(tx: Tx, held: Held[], parts: RoutePart[]): Promise<boolean> {
    const open = held.map((one) => ({ ...one }));
    const wanted = parts.flatMap((part) => part.lines.map((line) => ({ orderLineId: line.lineId, locationId: part.locationId, quantityMilli: line.quantityMilli })));
    for (const want of wanted) want.quantityMilli -= take(open, want.orderLineId, want.locationId, want.quantityMilli);
    for (const want of wanted) {
      for (const from of open.filter((one) => one.orderLineId === want.orderLineId)) {
        const quantityMilli = Math.min(from.quantityMilli, want.quantityMilli);
        if (quantityMilli === 0) continue;
        const moved = await this.moving.run(tx, { orderLineId: want.orderLineId, fromLocationId: from.locationId, toLocationId: want.locationId, quantityMilli, fromReason: null, actor: system('routing') });
        if (!moved.ok) return false;
        from.quantityMilli -= quantityMilli;
        want.quantityMilli -= quantityMilli;
      }
    }
    return true;
  }
}

function take(open: Held[], orderLineId: string, locationId: string, quantityMilli: number): number {
  const there = open.find((one) => one.orderLineId === orderLineId && one.locationId === locationId);
  const taken = Math.min(there?.quantityMilli ?? 0, quantityMilli);
  if (there) there.quantityMilli -= taken;
  return taken;
}
