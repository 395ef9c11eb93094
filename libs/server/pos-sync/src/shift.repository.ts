import { Inject, Injectable } from '@nestjs/common';
import type { ZReport } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

export interface Shift {
  id: string;
  registerId: string;
  locationId: string;
  openedByName: string;
  openedAt: Date;
  floatMinor: number;
  currency: string;
  businessDate: string;
  status: 'open' | 'closed';
}

@Injectable()
export class ShiftRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async openOfRegister(registerId: string): Promise<Shift | null> {
    const row = await this.database.selectFrom('shift').selectAll().where('register_id', '=', registerId).where('status', '=', 'open').executeTakeFirst();
    return row ? toShift(row) : null;
  }

  /** False when the register has an open shift already. */
  async open(tx: Tx, shift: { id: string; registerId: string; locationId: string; deviceId: string; openedBy: string; openedByName: string; openedAt: string; floatMinor: number; currency: string; businessDate: string }): Promise<boolean> {
    const row = await tx
      .insertInto('shift')
      .values({
        id: shift.id, register_id: shift.registerId, location_id: shift.locationId, device_id: shift.deviceId, opened_by: shift.openedBy, opened_by_name: shift.openedByName,
        opened_at: shift.openedAt, float_minor: shift.floatMinor, currency: shift.currency, business_date: shift.businessDate, status: 'open',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  async lock(tx: Tx, shiftId: string): Promise<Shift | null> {
    const row = await tx.selectFrom('shift').selectAll().where('id', '=', shiftId).forUpdate().executeTakeFirst();
    return row ? toShift(row) : null;
  }

  async close(tx: Tx, report: ZReport): Promise<void> {
    await tx
      .updateTable('shift')
      .set({
        status: 'closed', closed_at: report.closedAt, closed_by_name: report.closedByName, counted_minor: report.cash.countedMinor,
        expected_minor: report.cash.expectedMinor, difference_minor: report.cash.differenceMinor, report: JSON.stringify(report),
      })
      .where('id', '=', report.shiftId)
      .where('status', '=', 'open')
      .execute();
  }

  async addCashMovement(tx: Tx, movement: { id: string; shiftId: string; amountMinor: number; reason: string; staffName: string; madeAt: string }): Promise<void> {
    await tx
      .insertInto('cash_movement')
      .values({ id: movement.id, shift_id: movement.shiftId, amount_minor: movement.amountMinor, reason: movement.reason, staff_name: movement.staffName, made_at: movement.madeAt })
      .execute();
  }

  async cashMovedIn(tx: Tx, shiftId: string): Promise<number> {
    const row = await tx.selectFrom('cash_movement').select((sum) => sum.fn.sum<number | null>('amount_minor').as('total')).where('shift_id', '=', shiftId).executeTakeFirst();
    return row?.total ?? 0;
  }
}

interface ShiftRow {
  id: string; register_id: string; location_id: string; opened_by_name: string; opened_at: Date; float_minor: number; currency: string; business_date: unknown; status: string;
}

const toShift = (row: ShiftRow): Shift => ({
  id: row.id, registerId: row.register_id, locationId: row.location_id, openedByName: row.opened_by_name, openedAt: row.opened_at, floatMinor: row.float_minor,
  currency: row.currency, businessDate: String(row.business_date), status: row.status as Shift['status'],
});
