import { Injectable } from '@nestjs/common';
import type { DraftState } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { DraftRepository } from '../draft.repository';
import { ReleasePrices } from '../schedule-prices/release-prices';
import { VersionRepository } from '../version.repository';

export type UnscheduleRefusal =
  | { kind: 'unknown_version'; message: string }
  | { kind: 'not_scheduled'; message: string }
  | { kind: 'draft_open'; message: string };

@Injectable()
export class UnscheduleVersionUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
    private readonly releases: ReleasePrices,
  ) {}

  /** Takes a scheduled version back: it is the book's open draft again, with all its changes. */
  async run(actor: StaffActor, versionId: string): Promise<Result<DraftState, UnscheduleRefusal>> {
    const [known] = await this.versions.read([versionId]);
    if (!known) return refuse({ kind: 'unknown_version', message: 'There is no version with this id. Nothing was changed.' });
    const changes = (await this.versions.changes([versionId])).length;
    return this.transactions.run<DraftState, UnscheduleRefusal>(async (tx) => {
      const open = await this.drafts.current(tx, known.bookId);
      const [version] = await this.versions.lock(tx, [versionId]);
      if (version?.status !== 'scheduled') return refuse({ kind: 'not_scheduled', message: `Version ${known.number} of ${known.bookName} is not scheduled any more. Nothing was changed.` });
      if (open) return refuse({ kind: 'draft_open', message: `${known.bookName} has an open draft. Nothing was changed. Publish or discard it first.` });
      const release = await this.releases.takeBack(tx, { marketCode: known.marketCode, versionId, actor });
      await recordAudit(tx, { actor, action: 'unschedule', subject: 'price_book', subjectId: known.bookId, before: { version: known.number, goesLiveAt: version.goesLiveAt }, after: { release } });
      return ok({ versionId, number: known.number, changes, revision: version.revision + 1 });
    });
  }
}
