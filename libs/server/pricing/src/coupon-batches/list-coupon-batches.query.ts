import { Inject, Injectable } from '@nestjs/common';
import type { CouponBatchList } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';

@Injectable()
export class ListCouponBatchesQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run(promotionId: string): Promise<CouponBatchList> {
    const rows = await this.database
      .selectFrom('coupon_batch as b')
      .selectAll()
      .select((select) => select.selectFrom('coupon_code as c').select((count) => count.fn.countAll<number>().as('used')).whereRef('c.batch_id', '=', 'b.id').where('c.used_by_order', 'is not', null).as('used'))
      .where('promotion_id', '=', promotionId)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .execute();
    return {
      items: rows.map((row) => ({
        id: row.id, prefix: row.prefix, origin: row.origin === 'sent_in' ? 'sent_in' : 'made', size: row.size, used: row.used ?? 0, madeBy: row.made_by, madeAt: row.made_at.toISOString(),
      })),
    };
  }
}
