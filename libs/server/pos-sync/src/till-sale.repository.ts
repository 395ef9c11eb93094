import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';

export interface TillSaleRow {
  saleId: string;
  receiptNumber: string;
  deviceId: string;
  registerId: string;
  locationId: string;
  shiftId: string;
  staffId: string;
  staffName: string;
  previousHash: string;
  hash: string;
  soldAt: string;
  wasOffline: boolean;
  totalMinor: number;
  discountMinor: number;
  taxMinor: number;
  /** Tenders − total, where cash is rounded. */
  roundingMinor: number;
  taxes: { rateBasisPoints: number; taxMinor: number; grossMinor: number }[];
  tenders: { kind: string; amountMinor: number }[];
}

export interface Discrepancy {
  kind: 'price' | 'unknown_book' | 'stock_override' | 'receipt_number_reused' | 'sequence_reused' | 'receipt_hash' | 'tender' | 'not_applied' | 'promotion_overrun' | 'by_hand' | 'buyer' | 'serial';
  details: unknown;
}

@Injectable()
export class TillSaleRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async insert(tx: Tx, sale: TillSaleRow): Promise<void> {
    await tx
      .insertInto('till_sale')
      .values({
        id: sale.saleId, receipt_number: sale.receiptNumber, device_id: sale.deviceId, register_id: sale.registerId, location_id: sale.locationId,
        shift_id: sale.shiftId, staff_id: sale.staffId, staff_name: sale.staffName, previous_hash: sale.previousHash, hash: sale.hash,
        sold_at: sale.soldAt, was_offline: sale.wasOffline, total_minor: sale.totalMinor, discount_minor: sale.discountMinor, tax_minor: sale.taxMinor, rounding_minor: sale.roundingMinor,
        taxes: JSON.stringify(sale.taxes), tenders: JSON.stringify(sale.tenders),
      })
      .execute();
  }

  /** Another sale that carries this receipt number already. */
  async otherWithNumber(tx: Tx, sale: { receiptNumber: string; saleId: string }): Promise<string | null> {
    const row = await tx.selectFrom('till_sale').select('id').where('receipt_number', '=', sale.receiptNumber).where('id', '<>', sale.saleId).limit(1).executeTakeFirst();
    return row?.id ?? null;
  }

  async addDiscrepancies(tx: Tx, sale: { saleId: string; locationId: string }, discrepancies: Discrepancy[]): Promise<void> {
    if (discrepancies.length === 0) return;
    const rows = discrepancies.map(({ kind, details }) => ({ id: newId(), sale_id: sale.saleId, location_id: sale.locationId, kind, details: JSON.stringify(details) }));
    await tx.insertInto('sale_discrepancy').values(rows).execute();
  }

  /** The sale of a receipt that a person scanned or typed. */
  async byReceiptNumber(receiptNumber: string): Promise<{ saleId: string } | null> {
    const row = await this.database.selectFrom('till_sale').select('id').where('receipt_number', '=', receiptNumber).orderBy('sold_at', 'desc').limit(1).executeTakeFirst();
    return row ? { saleId: row.id } : null;
  }

  /** The sale's link in the till's chain; null where no such sale was made there. */
  async hashOf(saleId: string, locationId: string): Promise<string | null> {
    const row = await this.database.selectFrom('till_sale').select('hash').where('id', '=', saleId).where('location_id', '=', locationId).executeTakeFirst();
    return row?.hash ?? null;
  }

  async ofShift(tx: Tx, shiftId: string): Promise<Pick<TillSaleRow, 'receiptNumber' | 'totalMinor' | 'discountMinor' | 'taxMinor' | 'roundingMinor' | 'taxes' | 'tenders'>[]> {
    const rows = await tx
      .selectFrom('till_sale')
      .select(['receipt_number', 'total_minor', 'discount_minor', 'tax_minor', 'rounding_minor', 'taxes', 'tenders'])
      .where('shift_id', '=', shiftId)
      .orderBy('sold_at')
      .orderBy('receipt_number')
      .execute();
    return rows.map((row) => ({
      receiptNumber: row.receipt_number, totalMinor: row.total_minor, discountMinor: row.discount_minor, taxMinor: row.tax_minor, roundingMinor: row.rounding_minor,
      taxes: row.taxes as TillSaleRow['taxes'], tenders: row.tenders as TillSaleRow['tenders'],
    }));
  }

  async countDiscrepanciesOfShift(tx: Tx, shiftId: string): Promise<number> {
    const row = await tx
      .selectFrom('sale_discrepancy as d')
      .innerJoin('till_sale as s', 's.id', 'd.sale_id')
      .select((count) => count.fn.countAll<number>().as('count'))
      .where('s.shift_id', '=', shiftId)
      .executeTakeFirst();
    return row?.count ?? 0;
  }

  /** The last receipt of a register's tills in this year: where a newly enrolled till goes on counting. */
  async lastReceipt(registerId: string): Promise<{ number: number; hash: string }> {
    const row = await this.database.selectFrom('till_sale').select(['receipt_number', 'hash']).where('register_id', '=', registerId).orderBy('receipt_number', 'desc').limit(1).executeTakeFirst();
    return { number: Number(row?.receipt_number.split('-').at(-1) ?? 0), hash: row?.hash ?? '' };
  }
}
