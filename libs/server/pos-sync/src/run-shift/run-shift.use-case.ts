import { Injectable } from '@nestjs/common';
import type { OperationResult, TillOperation } from '@oneshelf/contracts';
import { businessDate } from '@oneshelf/domain-kernel';
import { journalForCashMovement, journalForShiftDifference } from '@oneshelf/domain-payments';
import { type DeviceActor, recordAudit, type Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PostJournalUseCase } from '@oneshelf/server-payments';
import { ShiftRepository } from '../shift.repository';
import { ShiftReportQuery } from './shift-report.query';

type Operation<Kind extends TillOperation['kind']> = Extract<TillOperation, { kind: Kind }>;

@Injectable()
export class RunShiftUseCase {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly report: ShiftReportQuery,
    private readonly journal: PostJournalUseCase,
  ) {}

  async open(tx: Tx, device: DeviceActor, { id, payload }: Operation<'open_shift'>): Promise<OperationResult> {
    const location = await this.organisation.location(device.locationId);
    const opened = await this.shifts.open(tx, {
      id: payload.shiftId, registerId: device.registerId, locationId: device.locationId, deviceId: device.id, openedBy: payload.staffId, openedByName: payload.staffName,
      openedAt: payload.openedAt, floatMinor: payload.floatMinor, currency: payload.currency,
      businessDate: businessDate(payload.openedAt, location.timeZone, location.businessDayStartsAt),
    });
    return opened ? applied(id) : refused(id, 'shift_open_already', 'This register has an open shift on the server. Sales are booked all the same; close the other shift first.');
  }

  async moveCash(tx: Tx, device: DeviceActor, { id, payload }: Operation<'cash_movement'>): Promise<OperationResult> {
    const shift = await this.shifts.lock(tx, payload.shiftId);
    if (shift?.status !== 'open') return refused(id, 'shift_not_open', 'This shift is not open. The cash movement was not booked.');
    await this.shifts.addCashMovement(tx, { id: payload.movementId, shiftId: shift.id, amountMinor: payload.amountMinor, reason: payload.reason, staffName: payload.staffName, madeAt: payload.madeAt });
    await this.journal.run(tx, {
      causeKind: 'cash_movement', causeId: payload.movementId, currency: shift.currency, locationId: shift.locationId, channelCode: await this.channelOf(device), businessDate: shift.businessDate,
      occurredAt: payload.madeAt, lines: journalForCashMovement(payload.amountMinor),
    });
    return applied(id);
  }

  /** Closes blind: the count comes first, the report with the difference is the answer. */
  async close(tx: Tx, device: DeviceActor, { id, payload }: Operation<'close_shift'>): Promise<OperationResult> {
    const shift = await this.shifts.lock(tx, payload.shiftId);
    if (shift?.status !== 'open') return refused(id, 'shift_not_open', 'This shift is not open any more. Nothing was closed.');
    const report = await this.report.run(tx, shift, { countedMinor: payload.countedMinor, closedAt: payload.closedAt, closedByName: payload.staffName });
    await this.shifts.close(tx, report);
    await this.journal.run(tx, {
      causeKind: 'shift_difference', causeId: shift.id, currency: shift.currency, locationId: shift.locationId, channelCode: await this.channelOf(device), businessDate: shift.businessDate,
      occurredAt: payload.closedAt, lines: journalForShiftDifference(report.cash.countedMinor, report.cash.expectedMinor),
    });
    await recordAudit(tx, { actor: device, action: 'close', subject: 'shift', subjectId: shift.id, locationId: shift.locationId, after: report.cash });
    return { ...applied(id), report };
  }

  private async channelOf(device: DeviceActor): Promise<string> {
    return (await this.organisation.location(device.locationId)).channelCode ?? '';
  }
}

const applied = (id: string): OperationResult => ({ id, outcome: 'applied', code: null, message: null, report: null });
const refused = (id: string, code: string, message: string): OperationResult => ({ id, outcome: 'refused', code, message, report: null });
