import { Inject, Injectable } from '@nestjs/common';
import { MarketLanes } from '@oneshelf/contracts';
import { defaultLaneModes } from '@oneshelf/domain-promotions';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

export interface CurrentLanes {
  lanes: MarketLanes;
  /** Null: nobody set them, the market has the best deal in each. */
  changed: { by: string; at: Date } | null;
}

/** How a market's lanes get on now; what they were stays for the releases of then. */
@Injectable()
export class MarketLanesRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async current(marketCode: string, database: Database | Tx = this.database): Promise<CurrentLanes> {
    const row = await database.selectFrom('market_lanes').selectAll().where('market_code', '=', marketCode).where('to_release', 'is', null).executeTakeFirst();
    if (!row) return { lanes: { ...defaultLaneModes }, changed: null };
    return { lanes: MarketLanes.parse({ item: row.item, basket: row.basket, shipping: row.shipping }), changed: { by: row.changed_by, at: row.changed_at } };
  }

  /** So from this release on. */
  async replace(tx: Tx, marketCode: string, { lanes, release, by }: { lanes: MarketLanes; release: number; by: string }): Promise<void> {
    await tx.updateTable('market_lanes').set({ to_release: release }).where('market_code', '=', marketCode).where('to_release', 'is', null).execute();
    await tx.insertInto('market_lanes').values({ market_code: marketCode, from_release: release, item: lanes.item, basket: lanes.basket, shipping: lanes.shipping, changed_by: by }).execute();
  }
}
