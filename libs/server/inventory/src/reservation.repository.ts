import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';

export interface HeldReservation {
  orderId: string;
  orderLineId: string;
  variantId: string;
  locationId: string;
  quantityMilli: number;
}

/** Reads reservations for a decision: the rows stay locked, in (variant, location) order, until the transaction ends. */
@Injectable()
export class ReservationRepository {
  async lockOfOrder(tx: Tx, orderId: string): Promise<HeldReservation[]> {
    return this.locked(tx, 'order_id', orderId);
  }

  async lockOfOrderLine(tx: Tx, orderLineId: string): Promise<HeldReservation[]> {
    return this.locked(tx, 'order_line_id', orderLineId);
  }

  /** The newest promise of a variant at a place: the one that gives way when a counter sold its units. Null: nothing is promised there. */
  async newestAt(tx: Tx, place: { variantId: string; locationId: string }): Promise<{ orderId: string; orderLineId: string } | null> {
    const row = await tx.selectFrom('reservation').select(['order_id', 'order_line_id']).where('variant_id', '=', place.variantId).where('location_id', '=', place.locationId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
    return row ? { orderId: row.order_id, orderLineId: row.order_line_id } : null;
  }

  private async locked(tx: Tx, column: 'order_id' | 'order_line_id', id: string): Promise<HeldReservation[]> {
    const rows = await tx.selectFrom('reservation').selectAll().where(column, '=', id).orderBy('variant_id').orderBy('location_id').orderBy('id').forUpdate().execute();
    return rows.map((row) => ({
      orderId: row.order_id,
      orderLineId: row.order_line_id,
      variantId: row.variant_id,
      locationId: row.location_id,
      quantityMilli: row.quantity_milli,
    }));
  }
}

export interface Wanted {
  orderLineId: string;
  /** Only what is held here; without it, from each location that holds the line, in their order. */
  locationId?: string;
  quantityMilli: number;
}

/**
 * Takes wanted quantities out of what is held. The orders module guards its lines, so more than is held is a bug.
 * @throws InvariantError when a line holds less than is wanted
 */
export function takeHeld(held: HeldReservation[], wanted: Wanted[]): HeldReservation[] {
  const left = held.map((reservation) => ({ ...reservation }));
  const taken = new Map<HeldReservation, number>();
  for (const { orderLineId, locationId, quantityMilli } of wanted) {
    let open = quantityMilli;
    for (const reservation of left) {
      if (open === 0) break;
      if (reservation.orderLineId !== orderLineId || (locationId && reservation.locationId !== locationId)) continue;
      const part = Math.min(open, reservation.quantityMilli);
      if (part === 0) continue;
      reservation.quantityMilli -= part;
      open -= part;
      taken.set(reservation, (taken.get(reservation) ?? 0) + part);
    }
    invariant(open === 0, `Order line ${orderLineId} holds ${open} thousandths less than was asked to be taken`);
  }
  return [...taken].map(([reservation, quantityMilli]) => ({ ...reservation, quantityMilli }));
}
