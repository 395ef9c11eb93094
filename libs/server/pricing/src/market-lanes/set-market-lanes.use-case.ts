import { Injectable } from '@nestjs/common';
import { type MarketLanes, PricesPublished, type SetMarketLanes } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { publish, recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReleaseRepository } from '../release.repository';
import { MarketLanesRepository } from './market-lanes.repository';

export type SetLanesRefusal = { kind: 'unknown_market' | 'changed_meanwhile'; message: string };

@Injectable()
export class SetMarketLanesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: ReleaseRepository,
    private readonly lanes: MarketLanesRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** A release of its own: tills have it with their next book, quotes of earlier releases are as they were. What is so already makes no release. */
  async run(actor: StaffActor, marketCode: string, { lanes, seen }: SetMarketLanes): Promise<Result<null, SetLanesRefusal>> {
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` });
    return this.transactions.run<null, SetLanesRefusal>(async (tx) => {
      // The market's lock first: who comes second sees what the first one set.
      await this.releases.lockMarket(tx, marketCode);
      const before = (await this.lanes.current(marketCode, tx)).lanes;
      if (isSame(before, lanes)) return ok(null);
      if (!isSame(before, seen)) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the lanes of ${marketCode} meanwhile. Nothing was saved. Read them again.` });
      const release = await this.releases.next(tx, { marketCode, cause: 'lanes of promotions', releasedBy: actor.name });
      await this.lanes.replace(tx, marketCode, { lanes, release, by: actor.name });
      await recordAudit(tx, { actor, action: 'set_lanes', subject: 'market', subjectId: marketCode, before: { ...before }, after: { ...lanes, release } });
      await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
      return ok(null);
    });
  }
}

const isSame = (a: MarketLanes, b: MarketLanes): boolean => a.item === b.item && a.basket === b.basket && a.shipping === b.shipping;
