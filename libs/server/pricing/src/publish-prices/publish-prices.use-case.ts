import { Injectable } from '@nestjs/common';
import type { PublishPricesAnswer, PublishPricesRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, system, Transactions } from '@oneshelf/platform';
import { ReleasePrices } from '../schedule-prices/release-prices';
import { TurnTimesQuery } from '../schedule-prices/turn-times.query';
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


@Injectable()
export class PublishPricesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly releases: ReleasePrices,
    private readonly guard: PublishGuard,
    private readonly times: TurnTimesQuery,
  ) {}

  /** Publishes the reviewed drafts of a market as one release, now or at a time. A reader never sees half of it. */
  async run(input: Publish): Promise<Result<PublishPricesAnswer, PublishRefusal>> {
    const { marketCode, request, actor, now } = input;
    const time = request.goesLiveAt === null ? null : await this.times.of(marketCode, request.goesLiveAt);
    if (time && time.at <= now) return refuse({ kind: 'in_the_past', message: 'The time to go live has passed. Choose a later time or publish now. Nothing was published.' });
    const versionIds = request.drafts.map((draft) => draft.versionId);
    // The revisions come before the changes: when they still hold under the lock, these are the changes that go live.
    const stale = staleDraft(input, await this.versions.read(versionIds));
    if (stale) return refuse(stale);
    const at = time?.at ?? now;
    const [changes, facts] = await Promise.all([this.versions.changes(versionIds), this.releases.factsOf(marketCode, at)]);
    if (changes.length === 0) return refuse({ kind: 'nothing_to_publish', message: 'The drafts change no price. Nothing was published.' });
    const preview = await this.releases.preview(marketCode, changes, { at, facts });
    const stopped = await this.guard.look({ marketCode, request, changes, at, facts, derived: preview.changes });
    if (stopped) return refuse(stopped);
    return this.transactions.run<PublishPricesAnswer, PublishRefusal>(async (tx) => {
      const changedMeanwhile = staleDraft(input, await this.versions.lock(tx, versionIds));
      if (changedMeanwhile) return refuse(changedMeanwhile);
      const held = await this.guard.hold(tx, { marketCode, versionIds, at });
      if (held) return refuse(held);
      await this.versions.writeNote(tx, versionIds, request.note);
      if (time) {
        await this.releases.schedule(tx, { marketCode, versionIds, actor, time, changes: changes.length });
        return ok({ status: 'scheduled', release: null, goesLiveAt: time.at.toISOString(), changes: changes.length });
      }
      const release = await this.releases.live(tx, { marketCode, versionIds, actor, at: now, facts, preview });
      return ok({ status: 'live', release, goesLiveAt: null, changes: changes.length });
    });
  }

  /** Makes live what was scheduled and is due. Safe in several workers at once. Answers how many versions went live. */
  async runDue(now: Date = new Date()): Promise<number> {
    return this.transactions.write(async (tx) => {
      const due = await this.versions.due(tx, now);
      for (const { marketCode, versionIds } of releasesOf(due)) await this.releases.live(tx, { marketCode, versionIds, actor: system('price schedule'), at: now });
      return due.length;
    });
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
 * What was scheduled for one moment goes live as one release; a later moment is the next release, and so is the second of
 * two versions of one book, so that they do not meet. Markets in the order of their codes: two workers take them alike.
 */
function releasesOf(due: BookVersion[]): { marketCode: string; versionIds: string[] }[] {
  const groups = new Map<string, { marketCode: string; at: number; turn: number; versionIds: string[] }>();
  const seen = new Map<string, number>();
  for (const { id, bookId, marketCode, goesLiveAt } of due) {
    const at = goesLiveAt?.getTime() ?? 0;
    const turn = seen.get(`${bookId}:${at}`) ?? 0;
    seen.set(`${bookId}:${at}`, turn + 1);
    const group = groups.get(`${marketCode}:${at}:${turn}`) ?? { marketCode, at, turn, versionIds: [] };
    group.versionIds.push(id);
    groups.set(`${marketCode}:${at}:${turn}`, group);
  }
  return [...groups.values()].sort((a, b) => (a.marketCode < b.marketCode ? -1 : a.marketCode > b.marketCode ? 1 : a.at - b.at || a.turn - b.turn));
}
