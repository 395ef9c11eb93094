import { Inject, Injectable } from '@nestjs/common';
import type { AddLandedCost } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface ReceiptToLand {
  orderId: string;
  locationId: string;
  lines: { lineId: string; variantId: string; quantityMilli: number; valueMinor: number }[];
}

@Injectable()
export class LandedCostRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async receipt(id: string): Promise<ReceiptToLand | null> {
    const receipt = await this.database.selectFrom('goods_receipt').select(['order_id', 'location_id']).where('id', '=', id).executeTakeFirst();
    if (!receipt) return null;
    const lines = await this.database.selectFrom('goods_receipt_line').selectAll().where('receipt_id', '=', id).orderBy('line_id').execute();
    return { orderId: receipt.order_id, locationId: receipt.location_id, lines: lines.map((line) => ({ lineId: line.line_id, variantId: line.variant_id, quantityMilli: line.good_milli + line.checked_milli + line.damaged_milli, valueMinor: line.value_minor })) };
  }

  async amountOf(tx: Tx, id: string): Promise<number | null> {
    return (await tx.selectFrom('landed_cost').select('amount_minor').where('id', '=', id).executeTakeFirst())?.amount_minor ?? null;
  }

  async insert(tx: Tx, cost: AddLandedCost & { receiptId: string; actor: string; shares: { lineId: string; amountMinor: number }[] }): Promise<void> {
    const { id, kind, basis, amountMinor, note, receiptId, actor, shares } = cost;
    await tx.insertInto('landed_cost').values({ id, receipt_id: receiptId, kind, basis, amount_minor: amountMinor, note, actor, shares: JSON.stringify(shares) }).execute();
    await sql`
      UPDATE goods_receipt_line line SET landed_minor = landed_minor + share.amount_minor
      FROM unnest(${shares.map((share) => share.lineId)}::uuid[], ${shares.map((share) => share.amountMinor)}::int8[]) AS share (line_id, amount_minor)
      WHERE line.receipt_id = ${receiptId}::uuid AND line.line_id = share.line_id`.execute(tx);
  }
}
