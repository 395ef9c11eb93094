import { Injectable } from '@nestjs/common';
import { PricesPublished } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { publish, type Tx } from '@oneshelf/platform';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { type DerivedChange, DerivePrices } from '../derive-prices/derive-prices.use-case';
import { BelowCostQuery, isBelow, type PriceBelowCost } from '../publish-prices/below-cost.query';
import { DeriveComingPrices } from '../schedule-prices/derive-coming-prices';
import { ReleaseRepository } from '../release.repository';

export type FoundBelowCost = { kind: 'found_below_cost'; below: DerivedChange[] };
export type BelowCostRefusal = { kind: 'below_cost'; total: number; first: PriceBelowCost[]; message: string };

interface Finished {
  marketCode: string;
  release: number;
  facts: DerivationFacts;
  acceptBelowCost: boolean;
  now: Date;
}

const SHOWN_BELOW_COST = 20;

/** The release that a change of a book's settings is: number, derived prices, and the word that it is there. */
@Injectable()
export class SettingsRelease {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly derive: DerivePrices,
    private readonly belowCost: BelowCostQuery,
    private readonly coming: DeriveComingPrices,
  ) {}

  /** What the derivation reads, before any lock. */
  factsOf(marketCode: string, now: Date): Promise<DerivationFacts> {
    return this.derive.factsOf(marketCode, now);
  }

  begin(tx: Tx, release: { marketCode: string; cause: string; releasedBy: string }): Promise<number> {
    return this.releases.next(tx, release);
  }

  async finish(tx: Tx, { marketCode, release, facts, acceptBelowCost, now }: Finished): Promise<Result<null, FoundBelowCost>> {
    const derived = await this.derive.run(tx, { marketCode, release, at: now, facts });
    const below = acceptBelowCost ? [] : derived.filter((price) => isBelow(price, facts));
    if (below.length > 0) return refuse({ kind: 'found_below_cost', below });
    await this.coming.run(tx, { marketCode, release });
    await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
    return ok(null);
  }

  /** The prices below cost by their names: read after the transaction, so that no lock waits for it. */
  async refusal({ below }: FoundBelowCost, marketCode: string, now: Date): Promise<BelowCostRefusal> {
    const first = await this.belowCost.run(marketCode, below.slice(0, SHOWN_BELOW_COST), now);
    return { kind: 'below_cost', total: below.length, first, message: `The formula makes ${below.length} prices below cost. Nothing was changed. Change it, or accept them.` };
  }
}
