import { Injectable } from '@nestjs/common';
import { PricesPublished, type PublishPricesAnswer, type PublishPricesRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, publish, recordAudit, system, Transactions, type Tx } from '@oneshelf/platform';
import { DraftRepository } from '../draft.repository';
import { ReleaseRepository } from '../release.repository';

export type PublishRefusal =
  | { kind: 'unknown_draft'; message: string }
  | { kind: 'draft_changed'; versionId: string; message: string }
  | { kind: 'nothing_to_publish'; message: string }
  | { kind: 'in_the_past'; message: string };

interface Publish {
  marketCode: string;
  request: PublishPricesRequest;
  actor: Actor;
  now: Date;
}

@Injectable()
export class PublishPricesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftRepository,
    private readonly releases: ReleaseRepository,
  ) {}

  /** Publishes the reviewed drafts of a market as one release, now or at a time. A reader never sees half of it. */
  async run({ marketCode, request, actor, now }: Publish): Promise<Result<PublishPricesAnswer, PublishRefusal>> {
    const goesLiveAt = request.goesLiveAt === null ? null : new Date(request.goesLiveAt);
    if (goesLiveAt && goesLiveAt <= now) return refuse({ kind: 'in_the_past', message: 'The time to go live has passed. Choose a later time or publish now. Nothing was published.' });
    return this.transactions.run<PublishPricesAnswer, PublishRefusal>(async (tx) => {
      const versionIds = request.drafts.map((draft) => draft.versionId);
      const locked = await this.drafts.lock(tx, versionIds);
      for (const draft of request.drafts) {
        const version = locked.find((row) => row.id === draft.versionId);
        if (!version || version.status !== 'draft' || version.market_code !== marketCode) {
          return refuse({ kind: 'unknown_draft', message: 'One of these drafts was published or discarded meanwhile. Nothing was published. Open the review again.' });
        }
        if (version.revision !== draft.revision) {
          return refuse({ kind: 'draft_changed', versionId: draft.versionId, message: `${version.name} was edited since you opened the review. Nothing was published. Look at the new changes first.` });
        }
      }
      const changes = await this.drafts.countChanges(tx, versionIds);
      if (changes === 0) return refuse({ kind: 'nothing_to_publish', message: 'The drafts change no price. Nothing was published.' });
      if (goesLiveAt) {
        await this.drafts.schedule(tx, versionIds, { at: goesLiveAt, note: request.note });
        await recordAudit(tx, { actor, action: 'schedule', subject: 'price_book', subjectId: marketCode, after: { versionIds, goesLiveAt, changes } });
        return ok({ status: 'scheduled', release: null, goesLiveAt: goesLiveAt.toISOString(), changes });
      }
      const release = await this.release(tx, { marketCode, versionIds, actor });
      return ok({ status: 'live', release, goesLiveAt: null, changes });
    });
  }

  /** Makes live what was scheduled and is due. Safe in several workers at once. Answers how many versions went live. */
  async runDue(): Promise<number> {
    return this.transactions.write(async (tx) => {
      const due = await this.drafts.due(tx);
      for (const marketCode of new Set(due.map((version) => version.marketCode))) {
        const versionIds = due.filter((version) => version.marketCode === marketCode).map((version) => version.id);
        await this.release(tx, { marketCode, versionIds, actor: system('price schedule') });
      }
      return due.length;
    });
  }

  private async release(tx: Tx, { marketCode, versionIds, actor }: { marketCode: string; versionIds: string[]; actor: Actor }): Promise<number> {
    const release = await this.releases.next(tx, { marketCode, cause: 'publish', releasedBy: actor.name });
    await this.drafts.makeLive(tx, versionIds, release);
    await recordAudit(tx, { actor, action: 'publish', subject: 'price_book', subjectId: marketCode, after: { versionIds, release } });
    await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
    return release;
  }
}
