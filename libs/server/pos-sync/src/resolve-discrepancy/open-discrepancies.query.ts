import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface OpenDiscrepancy {
  id: string;
  saleId: string;
  receiptNumber: string | null;
  locationId: string;
  kind: string;
  createdAt: string;
}

/** What a till said and the server would have said otherwise, and nobody has looked at yet; the oldest first. */
@Injectable()
export class OpenDiscrepancies {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run(take: number): Promise<{ count: number; first: OpenDiscrepancy[] }> {
    const [counted, rows] = await Promise.all([
      this.database.selectFrom('sale_discrepancy').select((count) => count.fn.countAll<number>().as('count')).where('resolved_at', 'is', null).executeTakeFirst(),
      this.database
        .selectFrom('sale_discrepancy as d').leftJoin('till_sale as s', 's.id', 'd.sale_id')
        .select(['d.id', 'd.sale_id', 's.receipt_number', 'd.location_id', 'd.kind', 'd.created_at'])
        .where('d.resolved_at', 'is', null).orderBy('d.created_at').orderBy('d.id').limit(take).execute(),
    ]);
    const first = rows.map((row) => ({ id: row.id, saleId: row.sale_id, receiptNumber: row.receipt_number, locationId: row.location_id, kind: row.kind, createdAt: row.created_at.toISOString() }));
    return { count: counted?.count ?? 0, first };
  }
}
