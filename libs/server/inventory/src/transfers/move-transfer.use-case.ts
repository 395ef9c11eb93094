import { Injectable } from '@nestjs/common';
import { moveTransfer } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { worksAt } from '../stock-worker';
import { type StoredTransfer, TransferRepository } from './transfer.repository';

export type MoveTransferRefusal = { kind: 'not_found' } | { kind: 'wrong_status'; status: string } | { kind: 'not_allowed_here'; locationId: string };
interface MoveInput { id: string; actor: Actor }

/** The steps of a transfer that move no goods: the sender's yes, calling it off, and having looked at a difference. */
@Injectable()
export class MoveTransferUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly transfers: TransferRepository,
  ) {}

  approve({ id, actor }: MoveInput): Promise<Result<null, MoveTransferRefusal>> {
    return this.step({ id, actor }, { action: 'approve', mayAt: ({ fromLocationId }) => worksAt(actor, fromLocationId, ['operations', 'store_manager']) });
  }

  cancel({ id, actor }: MoveInput): Promise<Result<null, MoveTransferRefusal>> {
    const mayAt = (transfer: StoredTransfer) => [transfer.fromLocationId, transfer.toLocationId].some((place) => worksAt(actor, place, ['operations', 'store_manager']));
    return this.step({ id, actor }, { action: 'cancel', mayAt });
  }

  /** Takes it off the list of what needs a person. */
  seeDifference({ id, actor }: MoveInput): Promise<Result<null, MoveTransferRefusal>> {
    return this.transactions.run<null, MoveTransferRefusal>(async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      if (!transfer) return refuse({ kind: 'not_found' });
      if (![transfer.fromLocationId, transfer.toLocationId].some((place) => worksAt(actor, place, ['operations', 'store_manager']))) return refuse({ kind: 'not_allowed_here', locationId: transfer.toLocationId });
      if (!(await this.transfers.seen(tx, id, actor.name))) return refuse({ kind: 'wrong_status', status: transfer.status });
      await recordAudit(tx, { actor, action: 'look at difference', subject: 'transfer', subjectId: id, locationId: transfer.toLocationId, after: { lines: transfer.lines.filter((line) => line.missingMilli + line.surplusMilli > 0) } });
      return ok(null);
    });
  }

  private step({ id, actor }: MoveInput, { action, mayAt }: { action: 'approve' | 'cancel'; mayAt: (transfer: StoredTransfer) => boolean }): Promise<Result<null, MoveTransferRefusal>> {
    return this.transactions.run<null, MoveTransferRefusal>(async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      if (!transfer) return refuse({ kind: 'not_found' });
      if (!mayAt(transfer)) return refuse({ kind: 'not_allowed_here', locationId: transfer.fromLocationId });
      const to = moveTransfer(transfer.status, action);
      if (!to.ok) return refuse({ kind: 'wrong_status', status: transfer.status });
      await this.transfers.move(tx, id, { from: transfer.status, to: to.value, ...(action === 'approve' ? { approvedBy: actor.name } : {}) });
      await recordAudit(tx, { actor, action, subject: 'transfer', subjectId: id, locationId: transfer.fromLocationId, before: { status: transfer.status }, after: { status: to.value } });
      return ok(null);
    });
  }
}
