import { Injectable } from '@nestjs/common';
import { PricesPublished } from '@oneshelf/contracts';
import { type Actor, publish, recordAudit, type Tx } from '@oneshelf/platform';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { type DerivedPreview, DerivePrices } from '../derive-prices/derive-prices.use-case';
import { ReleaseRepository } from '../release.repository';
import { VersionRepository } from '../version.repository';
import { ComingPriceRepository } from './coming-price.repository';
import { DeriveComingPrices } from './derive-coming-prices';
import type { TurnTime } from './turn-times.query';

interface Release {
  marketCode: string;
  versionIds: string[];
  actor: Actor;
}

/** The releases that versions of books go through: to come, live, taken back. Each in the caller's transaction, whole or not at all. */
@Injectable()
export class ReleasePrices {
  constructor(
    private readonly versions: VersionRepository,
    private readonly releases: ReleaseRepository,
    private readonly derive: DerivePrices,
    private readonly coming: ComingPriceRepository,
    private readonly deriveComing: DeriveComingPrices,
  ) {}

  /** What the derivation reads, before any lock. */
  factsOf(marketCode: string, at: Date): Promise<DerivationFacts> {
    return this.derive.factsOf(marketCode, at);
  }

  /** What formulas would make of these changes. */
  preview(...given: Parameters<DerivePrices['preview']>): Promise<DerivedPreview> {
    return this.derive.preview(...given);
  }

  /** Live from now on; what was to come of them ends with it. */
  async live(tx: Tx, { marketCode, versionIds, actor, at, facts, preview }: Release & { at: Date; facts?: DerivationFacts; preview?: DerivedPreview }): Promise<number> {
    const release = await this.releases.next(tx, { marketCode, cause: 'publish', releasedBy: actor.name });
    await this.versions.makeLive(tx, versionIds, release);
    // In the same release: no reader sees a new base with the old prices of what is derived from it.
    await this.derive.run(tx, { marketCode, release, at, preview, ...(facts ? { facts } : {}) });
    await this.coming.end(tx, versionIds, release);
    await recordAudit(tx, { actor, action: 'publish', subject: 'price_book', subjectId: marketCode, after: { versionIds, release } });
    await this.finish(tx, marketCode, release);
    return release;
  }

  /** In the book from now on, to be asked from their time on: tills have them before. */
  async schedule(tx: Tx, { marketCode, versionIds, actor, time, changes }: Release & { time: TurnTime; changes: number }): Promise<void> {
    const release = await this.releases.next(tx, { marketCode, cause: 'schedule', releasedBy: actor.name });
    await this.versions.schedule(tx, versionIds, time);
    await this.coming.begin(tx, versionIds, release);
    await recordAudit(tx, { actor, action: 'schedule', subject: 'price_book', subjectId: marketCode, after: { versionIds, goesLiveAt: time.at, local: time.local?.time ?? null, changes, release } });
    await this.finish(tx, marketCode, release);
  }

  /** A draft again: from now on nothing of it is to come. */
  async takeBack(tx: Tx, { marketCode, versionId, actor }: { marketCode: string; versionId: string; actor: Actor }): Promise<number> {
    const release = await this.releases.next(tx, { marketCode, cause: 'unschedule', releasedBy: actor.name });
    await this.versions.unschedule(tx, versionId);
    await this.coming.end(tx, [versionId], release);
    await this.finish(tx, marketCode, release);
    return release;
  }

  private async finish(tx: Tx, marketCode: string, release: number): Promise<void> {
    await this.deriveComing.run(tx, { marketCode, release });
    await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
  }
}
