import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface NewCouponBatch {
  id: string;
  promotionId: string;
  prefix: string;
  origin: 'made' | 'sent_in';
  size: number;
  madeBy: string;
}

@Injectable()
export class CouponBatchRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The batch with this id, when it was written before. */
  async find(tx: Tx, id: string): Promise<{ id: string; promotionId: string; size: number } | null> {
    const row = await tx.selectFrom('coupon_batch').select(['id', 'promotion_id', 'size']).where('id', '=', id).executeTakeFirst();
    return row ? { id: row.id, promotionId: row.promotion_id, size: row.size } : null;
  }

  /** A promotion that has not been ended; null otherwise. The row is held, so that it is not ended meanwhile. */
  async openPromotion(tx: Tx, id: string): Promise<{ definition: unknown } | null> {
    return (await tx.selectFrom('promotion').select('definition').where('id', '=', id).where('to_release', 'is', null).forShare().executeTakeFirst()) ?? null;
  }

  async insert(tx: Tx, batch: NewCouponBatch): Promise<void> {
    await tx.insertInto('coupon_batch').values({ id: batch.id, promotion_id: batch.promotionId, prefix: batch.prefix, origin: batch.origin, size: batch.size, made_by: batch.madeBy }).execute();
  }

  /** Writes those codes that are not there yet, and answers how many. In their order: 100,000 in no order would touch the index all over. Statements: 1. */
  async addCodes(tx: Tx, batch: { id: string; promotionId: string }, codes: readonly { code: string; shown: string }[]): Promise<number> {
    const result = await sql`
      INSERT INTO coupon_code (code, shown, promotion_id, batch_id)
      SELECT given.code, given.shown, ${batch.promotionId}, ${batch.id} FROM unnest(${codes.map(({ code }) => code)}::text[], ${codes.map(({ shown }) => shown)}::text[]) AS given (code, shown)
      ORDER BY given.code COLLATE "C"
      ON CONFLICT (code) DO NOTHING`.execute(tx);
    return Number(result.numAffectedRows ?? 0);
  }

  /** Of these codes those that stand in other batches. */
  async inOtherBatches(tx: Tx, batchId: string, codes: readonly string[]): Promise<Set<string>> {
    const { rows } = await sql<{ code: string }>`SELECT code FROM coupon_code WHERE code = ANY(${codes}::text[]) AND batch_id <> ${batchId}`.execute(tx);
    return new Set(rows.map(({ code }) => code));
  }

  /** Every code of a batch with its state, in the order of the codes; null where there is no such batch. */
  async codesOf(batchId: string): Promise<{ prefix: string; codes: { shown: string; isUsed: boolean; usedAt: Date | null }[] } | null> {
    const batch = await this.database.selectFrom('coupon_batch').select('prefix').where('id', '=', batchId).executeTakeFirst();
    if (!batch) return null;
    const rows = await this.database.selectFrom('coupon_code').select(['shown', 'used_by_order', 'used_at']).where('batch_id', '=', batchId).orderBy('code').execute();
    return { prefix: batch.prefix, codes: rows.map((row) => ({ shown: row.shown, isUsed: row.used_by_order !== null, usedAt: row.used_at })) };
  }
}
