import { Injectable } from '@nestjs/common';
import { isWithin } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { hasRole, recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { limitOf } from '../hand-limit';
import { CorrectionRepository, type StoredCorrection } from './correction.repository';
import { PostCorrection, type PostRefusal } from './post-correction';

export type DecideCorrectionRefusal = PostRefusal | { kind: 'not_found' } | { kind: 'wrong_status'; status: string } | { kind: 'same_person' } | { kind: 'above_limit'; unitsMilli: number; valueMinor: number };

/** A second person's yes or no, and the way back of what was done. */
@Injectable()
export class DecideCorrectionUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly corrections: CorrectionRepository,
    private readonly posting: PostCorrection,
  ) {}

  /** Refuses who asked for it, and who may not go that far. */
  decide({ id, actor, decision }: { id: string; actor: StaffActor; decision: 'apply' | 'refuse' }): Promise<Result<null, DecideCorrectionRefusal>> {
    return this.transactions.run<null, DecideCorrectionRefusal>(async (tx) => {
      const found = await this.open(tx, { id, actor, status: 'waiting' });
      if (!found.ok) return found;
      const correction = found.value;
      // Who asked may take it back, but not say yes to it.
      if (decision === 'apply' && correction.requestedById === actor.id) return refuse({ kind: 'same_person' });
      const posted = decision === 'apply' ? await this.posting.apply(tx, correction, actor) : ok(null);
      if (!posted.ok) return posted;
      await this.corrections.decide(tx, id, { status: decision === 'apply' ? 'applied' : 'refused', by: actor.name });
      await this.audit(tx, { actor, correction, action: decision === 'apply' ? 'approve correction' : 'refuse correction' });
      return ok(null);
    });
  }

  /** The same goods the way back; refused where they are not there any more. */
  undo({ id, actor }: { id: string; actor: StaffActor }): Promise<Result<null, DecideCorrectionRefusal>> {
    return this.transactions.run<null, DecideCorrectionRefusal>(async (tx) => {
      const found = await this.open(tx, { id, actor, status: 'applied' });
      if (!found.ok) return found;
      const posted = await this.posting.undo(tx, found.value, actor);
      if (!posted.ok) return posted;
      await this.corrections.undone(tx, id, actor.name);
      await this.audit(tx, { actor, correction: found.value, action: 'undo correction' });
      return ok(null);
    });
  }

  private async open(tx: Tx, { id, actor, status }: { id: string; actor: StaffActor; status: 'waiting' | 'applied' }): Promise<Result<StoredCorrection, DecideCorrectionRefusal>> {
    const correction = await this.corrections.lock(tx, id);
    if (!correction) return refuse({ kind: 'not_found' });
    if (correction.status !== status) return refuse({ kind: 'wrong_status', status: correction.status });
    const { unitsMilli, valueMinor, locationIds } = correction;
    const limit = limitOf(actor, locationIds);
    const mayDecide = limit !== null && (locationIds.every((place) => hasRole(actor, ['operations'], place)) || isWithin(limit, { unitsMilli, valueMinor }));
    return mayDecide ? ok(correction) : refuse({ kind: 'above_limit', unitsMilli, valueMinor });
  }

  private audit(tx: Tx, { actor, correction, action }: { actor: StaffActor; correction: StoredCorrection; action: string }): Promise<void> {
    return recordAudit(tx, { actor, action, subject: 'stock', subjectId: correction.id, locationId: correction.locationIds.length === 1 ? correction.locationIds[0] : null, before: { status: correction.status }, after: { moveCount: correction.moves.length, unitsMilli: correction.unitsMilli } });
  }
}
