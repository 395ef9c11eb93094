import { Inject, Injectable } from '@nestjs/common';
import type { StockBreachesAnswer } from '@oneshelf/contracts';
import type { stock_breach } from '@oneshelf/database-types';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import type { Selectable } from 'kysely';
import { StockBreachRepository } from './stock-breach.repository';

const SHOWN = 200;
const ENDED = 20;

/** What is not explained, by name, and how far the watch has looked. */
@Injectable()
export class ListBreachesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly breaches: StockBreachRepository,
    private readonly variants: VariantDirectory,
  ) {}

  async run(): Promise<StockBreachesAnswer> {
    const [open, ended, watch] = await Promise.all([this.breaches.open(SHOWN), this.breaches.ended(ENDED), this.database.selectFrom('stock_watch').selectAll().executeTakeFirstOrThrow()]);
    const known = await this.variants.byIds([...new Set([...open.first, ...ended].map((row) => row.variant_id))]);
    const shown = (row: Selectable<stock_breach>) => ({ ...toBreach(row), sku: known.get(row.variant_id)?.sku ?? '', title: known.get(row.variant_id)?.title ?? '' });
    return {
      count: open.count,
      items: open.first.map(shown),
      ended: ended.map((row) => ({ ...shown(row), endedAt: (row.ended_at ?? row.seen_at).toISOString(), endedBy: row.ended_by ?? '' })),
      watch: { lookedAt: watch.looked_at?.toISOString() ?? null, roundLevels: watch.round_levels, lastRoundEndedAt: watch.last_round_ended_at?.toISOString() ?? null, lastRoundLevels: watch.last_round_levels },
    };
  }
}

const toBreach = (row: Selectable<stock_breach>) => ({
  id: row.id,
  variantId: row.variant_id,
  locationId: row.location_id,
  rule: row.rule as StockBreachesAnswer['items'][number]['rule'],
  bucket: row.bucket,
  shownMilli: row.shown_milli,
  explainedMilli: row.explained_milli,
  foundAt: row.found_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
});
