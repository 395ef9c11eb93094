import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { hasRole, recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { BinRepository } from './bin.repository';

export interface SetBinRefusal { kind: 'not_found' | 'not_allowed_here'; message: string }

/** Closes a bin, or opens it again (INV-131). What stands there stays. */
@Injectable()
export class SetBinUseCase {
  constructor(
    private readonly bins: BinRepository,
    private readonly transactions: Transactions,
  ) {}

  run(actor: StaffActor, id: string, isClosed: boolean): Promise<Result<void, SetBinRefusal>> {
    return this.transactions.run<void, SetBinRefusal>(async (tx) => {
      const bin = await this.bins.lock(tx, id);
      if (!bin) return refuse({ kind: 'not_found', message: 'There is no such bin. Nothing was changed. Look at the bins of the location again.' });
      if (!hasRole(actor, ['operations', 'store_manager'], bin.locationId)) return refuse({ kind: 'not_allowed_here', message: 'You may not set bins at this location. Nothing was changed. Ask a manager of it.' });
      if (bin.isClosed === isClosed) return ok(undefined);
      await this.bins.setClosed(tx, id, isClosed);
      await recordAudit(tx, { actor, action: isClosed ? 'close_bin' : 'open_bin', subject: 'location', subjectId: bin.locationId, locationId: bin.locationId, before: { isClosed: bin.isClosed }, after: { bin: bin.code, isClosed } });
      return ok(undefined);
    });
  }
}
