import { Injectable } from '@nestjs/common';
import type { ZReport } from '@oneshelf/contracts';
import type { Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReturnsOfShift } from '@oneshelf/server-returns';
import { type Shift, ShiftRepository } from '../shift.repository';
import { TillSaleRepository } from '../till-sale.repository';
import { zReport } from './z-report';

@Injectable()
export class ShiftReportQuery {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly sales: TillSaleRepository,
    private readonly returns: ReturnsOfShift,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(tx: Tx, shift: Shift, close: { countedMinor: number; closedAt: string; closedByName: string }): Promise<ZReport> {
    const [register, location] = await Promise.all([this.organisation.register(shift.registerId), this.organisation.location(shift.locationId)]);
    return zReport({
      shift: {
        shiftId: shift.id, registerName: register.name, locationName: location.name, openedAt: shift.openedAt.toISOString(), openedByName: shift.openedByName,
        closedAt: close.closedAt, closedByName: close.closedByName, businessDate: shift.businessDate, currency: shift.currency,
      },
      floatMinor: shift.floatMinor,
      countedMinor: close.countedMinor,
      cashMovedMinor: await this.shifts.cashMovedIn(tx, shift.id),
      sales: await this.sales.ofShift(tx, shift.id),
      returns: await this.returns.run(tx, shift.id),
      discrepancies: await this.sales.countDiscrepanciesOfShift(tx, shift.id),
    });
  }
}
