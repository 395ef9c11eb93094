import { Injectable } from '@nestjs/common';
import type { DraftState } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { DraftRepository } from '../draft.repository';
import { VersionRepository } from '../version.repository';

export type RestoreRefusal =
  | { kind: 'unknown_version'; message: string }
  | { kind: 'never_live'; message: string }
  | { kind: 'draft_open'; message: string }
  | { kind: 'nothing_to_restore'; message: string };

@Injectable()
export class RestoreVersionUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /**
   * A new draft that brings the book back to what it was in that version's release. History stays as it is: nothing is
   * live before the draft is reviewed and published like any other.
   */
  async run(actor: StaffActor, versionId: string): Promise<Result<DraftState, RestoreRefusal>> {
    const [version] = await this.versions.read([versionId]);
    if (!version) return refuse({ kind: 'unknown_version', message: 'There is no version with this id. Nothing was changed.' });
    const { releaseNumber: release, bookId, bookName } = version;
    if (release === null) return refuse({ kind: 'never_live', message: `Version ${version.number} of ${bookName} was never live. Nothing was changed.` });
    return this.transactions.run<DraftState, RestoreRefusal>(async (tx) => {
      if (await this.drafts.current(tx, bookId)) return refuse({ kind: 'draft_open', message: `${bookName} has an open draft. Nothing was changed. Publish or discard it first.` });
      const draft = await this.drafts.open(tx, { bookId, authorId: actor.id, authorName: actor.name });
      const state = await this.drafts.bringBack(tx, draft, { release, changedBy: actor.name });
      if (state.changes === 0) return refuse({ kind: 'nothing_to_restore', message: `${bookName} has the prices of version ${version.number} already. Nothing was changed.` });
      await recordAudit(tx, { actor, action: 'restore', subject: 'price_book', subjectId: bookId, after: { restored: version.number, version: draft.number, changes: state.changes } });
      return ok({ versionId: draft.id, number: draft.number, ...state });
    });
  }
}
