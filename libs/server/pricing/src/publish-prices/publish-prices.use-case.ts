import { Injectable } from '@nestjs/common';
import { PricesPublished, type PublishPricesAnswer, type PublishPricesRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, publish, recordAudit, system, Transactions, type Tx } from '@oneshelf/platform';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { DerivePrices } from '../derive-prices/derive-prices.use-case';
import { ReleaseRepository } from '../release.repository';
import { type BookVersion, VersionRepository } from '../version.repository';
import { type GuardRefusal, PublishGuard } from './publish-guard';

type StaleDraft = { kind: 'unknown_draft'; message: string } | { kind: 'draft_changed'; versionId: string; message: string };

export type PublishRefusal =
  | StaleDraft
  | { kind: 'nothing_to_publish'; message: string }
  | GuardRefusal
  | { kind: 'in_the_past'; message: string };

interface Publish {
  marketCode: string;
  request: PublishPricesRequest;
  actor: Actor;
  now: Date;
}

interface Release {
  marketCode: string;
  versionIds: string[];
  actor: Actor;
  at: Date;
  facts?: DerivationFacts | undefined;
}

@Injectable()
export class PublishPricesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly releases: ReleaseRepository,
    private readonly guard: PublishGuard,
    private readonly derive: DerivePrices,
  ) {}

  /** Publishes the reviewed drafts of a market as one release, now or at a time. A reader never sees half of it. */
  async run(input: Publish): Promise<Result<PublishPricesAnswer, PublishRefusal>> {
    const { marketCode, request, actor, now } = input;
    const goesLiveAt = request.goesLiveAt === null ? null : new Date(request.goesLiveAt);
    if (goesLiveAt && goesLiveAt <= now) return refuse({ kind: 'in_the_past', message: 'The time to go live has passed. Choose a later time or publish now. Nothing was published.' });
    const versionIds = request.drafts.map((draft) => draft.versionId);
    // The revisions come before the changes: when they still hold under the lock, these are the changes that go live.
    const stale = staleDraft(input, await this.versions.read(versionIds));
    if (stale) return refuse(stale);
    const changes = await this.versions.changes(versionIds);
    if (changes.length === 0) return refuse({ kind: 'nothing_to_publish', message: 'The drafts change no price. Nothing was published.' });
    const at = goesLiveAt ?? now;
    const stopped = await this.guard.look({ marketCode, request, changes, at });
    if (stopped) return refuse(stopped);
    const facts = goesLiveAt ? undefined : await this.derive.factsOf(marketCode, now);
    return this.transactions.run<PublishPricesAnswer, PublishRefusal>(async (tx) => {
      const changedMeanwhile = staleDraft(input, await this.versions.lock(tx, versionIds));
      if (changedMeanwhile) return refuse(changedMeanwhile);
      const held = await this.guard.hold(tx, { marketCode, versionIds, at });
      if (held) return refuse(held);
      await this.versions.writeNote(tx, versionIds, request.note);
      if (goesLiveAt) {
        await this.versions.schedule(tx, versionIds, goesLiveAt);
        await recordAudit(tx, { actor, action: 'schedule', subject: 'price_book', subjectId: marketCode, after: { versionIds, goesLiveAt, changes: changes.length } });
        return ok({ status: 'scheduled', release: null, goesLiveAt: goesLiveAt.toISOString(), changes: changes.length });
      }
      const release = await this.release(tx, { marketCode, versionIds, actor, at: now, facts });
      return ok({ status: 'live', release, goesLiveAt: null, changes: changes.length });
    });
  }

  /** Makes live what was scheduled and is due. Safe in several workers at once. Answers how many versions went live. */
  async runDue(now: Date = new Date()): Promise<number> {
    return this.transactions.write(async (tx) => {
      const due = await this.versions.due(tx, now);
      for (const { marketCode, versionIds } of releasesOf(due)) await this.release(tx, { marketCode, versionIds, actor: system('price schedule'), at: now });
      return due.length;
    });
  }

  /** Makes versions live as the market's next release. Who calls it has locked and checked them. */
  async release(tx: Tx, { marketCode, versionIds, actor, at, facts }: Release): Promise<number> {
    const release = await this.releases.next(tx, { marketCode, cause: 'publish', releasedBy: actor.name });
    await this.versions.makeLive(tx, versionIds, release);
    // In the same release: no reader sees a new base with the old prices of what is derived from it.
    await this.derive.run(tx, { marketCode, release, at, ...(facts ? { facts } : {}) });
    await recordAudit(tx, { actor, action: 'publish', subject: 'price_book', subjectId: marketCode, after: { versionIds, release } });
    await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
    return release;
  }
}

function staleDraft({ marketCode, request }: Publish, versions: BookVersion[]): StaleDraft | null {
  for (const draft of request.drafts) {
    const version = versions.find((candidate) => candidate.id === draft.versionId);
    if (!version || version.status !== 'draft' || version.marketCode !== marketCode) {
      return { kind: 'unknown_draft', message: 'One of these drafts was published or discarded meanwhile. Nothing was published. Open the review again.' };
    }
    if (version.revision !== draft.revision) {
      return { kind: 'draft_changed', versionId: draft.versionId, message: `${version.bookName} was edited since you opened the review. Nothing was published. Look at the new changes first.` };
    }
  }
  return null;
}

/**
 * What was scheduled for one moment goes live as one release; a later moment is the next release, so that two versions
 * of one book that are both overdue do not meet. Markets in the order of their codes: two workers take them alike.
 */
function releasesOf(due: BookVersion[]): { marketCode: string; versionIds: string[] }[] {
  const groups = new Map<string, { marketCode: string; at: number; versionIds: string[] }>();
  for (const { id, marketCode, goesLiveAt } of due) {
    const at = goesLiveAt?.getTime() ?? 0;
    const group = groups.get(`${marketCode}:${at}`) ?? { marketCode, at, versionIds: [] };
    group.versionIds.push(id);
    groups.set(`${marketCode}:${at}`, group);
  }
  return [...groups.values()].sort((a, b) => (a.marketCode < b.marketCode ? -1 : a.marketCode > b.marketCode ? 1 : a.at - b.at));
}
