import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { ReturnRepository } from '../return.repository';

export interface ShiftReturns {
  count: number;
  totalMinor: number;
  taxMinor: number;
  /** By tender: cash leaves the drawer, the others do not. */
  refunds: { kind: string; amountMinor: number; roundingMinor: number }[];
}

/** What a shift took back, for its report. */
@Injectable()
export class ReturnsOfShift {
  constructor(
    private readonly returns: ReturnRepository,
    private readonly payments: PaymentsOfOrder,
  ) {}

  async run(tx: Tx, shiftId: string): Promise<ShiftReturns> {
    const rows = await this.returns.ofShift(tx, shiftId);
    return {
      count: rows.length,
      totalMinor: rows.reduce((sum, row) => sum + row.refundMinor, 0),
      taxMinor: rows.reduce((sum, row) => sum + row.taxMinor, 0),
      refunds: await this.payments.refundsOfCauses(tx, rows.map((row) => row.id)),
    };
  }
}
