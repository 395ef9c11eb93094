import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface LatePickup {
  id: string;
  orderId: string;
  orderNumber: string;
  locationId: string;
  status: 'to_pick' | 'picking';
  customerName: string;
  dueAt: string;
}

/** Pickups that were promised by now and are not ready, the longest late first. */
@Injectable()
export class LatePickups {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run(now: Date, take: number): Promise<{ count: number; first: LatePickup[] }> {
    const late = this.database.selectFrom('fulfilment_order').where('kind', '=', 'pickup').where('status', 'in', ['to_pick', 'picking']).where('due_at', '<', now);
    const [counted, rows] = await Promise.all([
      late.select((count) => count.fn.countAll<number>().as('count')).executeTakeFirst(),
      late.select(['id', 'order_id', 'order_number', 'location_id', 'status', 'customer_name', 'due_at']).orderBy('due_at').orderBy('id').limit(take).execute(),
    ]);
    const first = rows.map((row) => ({
      id: row.id, orderId: row.order_id, orderNumber: row.order_number, locationId: row.location_id, status: row.status as LatePickup['status'],
      customerName: row.customer_name, dueAt: row.due_at.toISOString(),
    }));
    return { count: counted?.count ?? 0, first };
  }
}
