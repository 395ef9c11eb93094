import { Injectable } from '@nestjs/common';
import type { ClashesSettled, SettleClashesRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VersionRepository } from '../version.repository';
import { ClashRepository } from './clash.repository';

export type SettleRefusal = { kind: 'unknown_draft'; message: string };

@Injectable()
export class SettleClashesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly clashes: ClashRepository,
  ) {}

  /** Keeps the draft's price or gives way, row by row. Each draft has another revision then, so an approval of before does not hold. */
  async run(actor: StaffActor, marketCode: string, { choices }: SettleClashesRequest): Promise<Result<ClashesSettled, SettleRefusal>> {
    const versionIds = [...new Set(choices.map((choice) => choice.versionId))].sort();
    return this.transactions.run<ClashesSettled, SettleRefusal>(async (tx) => {
      const locked = await this.versions.lock(tx, versionIds);
      if (locked.length < versionIds.length || locked.some((version) => version.status !== 'draft' || version.marketCode !== marketCode)) {
        return refuse({ kind: 'unknown_draft', message: 'One of these drafts was published or discarded meanwhile. Nothing was changed. Open the review again.' });
      }
      const [mine, theirs] = [choices.filter((choice) => choice.keep === 'mine'), choices.filter((choice) => choice.keep === 'theirs')];
      if (mine.length > 0) await this.clashes.see(tx, mine);
      if (theirs.length > 0) await this.clashes.giveWay(tx, theirs);
      const drafts = await this.clashes.nextRevisions(tx, versionIds);
      await recordAudit(tx, { actor, action: 'settle_clashes', subject: 'price_book', subjectId: marketCode, after: { versionIds, keptMine: mine.length, tookTheirs: theirs.length } });
      return ok({ settled: choices.length, drafts });
    });
  }
}
