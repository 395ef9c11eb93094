import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';

export interface HeldReservation {
  orderId: string;
  orderLineId: string;
  variantId: string;
  locationId: string;
  quantityMilli: number;
  /** The line sells this, of which the variant is a component; null: it sells the variant itself. */
  bundleId: string | null;
  perBundleMilli: number;
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
      bundleId: row.bundle_id,
      perBundleMilli: row.per_bundle_milli,
    }));
  }
}
