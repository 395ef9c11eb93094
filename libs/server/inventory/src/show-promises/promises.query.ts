import { Inject, Injectable } from '@nestjs/common';
import type { PromiseListAnswer, PromiseListQuery, StockPromisesAnswer } from '@oneshelf/contracts';
import { availableToPromise } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

type Row = Omit<StockPromisesAnswer['promises'][number], 'promisedAt'> & { promisedAt: Date; place: number };

const MOST = 500;
const NO_DAY = '9999-12-31';
const columns = sql`id, order_id AS "orderId", variant_id AS "variantId", channel_code AS "channelCode", kind, quantity_milli AS "quantityMilli", expected_on::text AS "expectedOn",
  coalesce(expected_on < current_date, false) AS "isLate", promised_at AS "promisedAt", place`;

/** What is sold before it is there, and what comes. */
@Injectable()
export class PromisesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  /** Undefined for a product that does not exist. */
  async ofVariant(variantId: string): Promise<StockPromisesAnswer | undefined> {
    const [known, policies, expected, promises, free] = await Promise.all([
      this.variants.byIds([variantId]),
      sql<StockPromisesAnswer['policies'][number]>`SELECT nullif(channel_code, '') AS "channelCode", kind, limit_milli AS "limitMilli", promised_milli AS "promisedMilli", available_on::text AS "availableOn"
        FROM stock_policy WHERE variant_id = ${variantId}::uuid ORDER BY channel_code`.execute(this.database),
      sql<StockPromisesAnswer['expected'][number]>`SELECT location_id AS "locationId", expected_on::text AS "expectedOn", quantity_milli AS "quantityMilli", source_kind AS "sourceKind", source_id AS "sourceId"
        FROM expected_receipt WHERE variant_id = ${variantId}::uuid ORDER BY expected_on, location_id LIMIT ${MOST}`.execute(this.database),
      sql<Row>`SELECT ${columns} FROM stock_promise WHERE variant_id = ${variantId}::uuid ORDER BY place LIMIT ${MOST}`.execute(this.database),
      sql<{ today: string; milli: number }>`SELECT current_date::text AS today, coalesce(sum(greatest(0, sellable_milli)), 0)::int8 AS milli FROM stock_level WHERE variant_id = ${variantId}::uuid`.execute(this.database),
    ]);
    if (!known.has(variantId)) return undefined;
    const [now] = free.rows;
    const goods = expected.rows.map(({ expectedOn, quantityMilli }) => ({ on: expectedOn, quantityMilli }));
    const days = [...new Set([now?.today ?? '', ...goods.map(({ on }) => on).filter((on) => on > (now?.today ?? ''))])];
    return {
      policies: policies.rows, expected: expected.rows, promises: promises.rows.map(shown),
      promisable: days.map((on) => ({ on, quantityMilli: availableToPromise({ freeMilli: now?.milli ?? 0, expected: goods, promised: promises.rows }, on) })),
    };
  }

  /** Late ones first. */
  async list({ only, cursor, limit }: PromiseListQuery): Promise<PromiseListAnswer> {
    const [day, place] = cursor?.split('_') ?? [];
    const [found, late] = await Promise.all([
      sql<Row>`SELECT ${columns} FROM stock_promise
        WHERE (${only} = 'all' OR expected_on < current_date)
          AND (${day ?? null}::date IS NULL OR (coalesce(expected_on, ${NO_DAY}::date), place) > (${day ?? null}::date, ${place ?? 0}::int8))
        ORDER BY coalesce(expected_on, ${NO_DAY}::date), place LIMIT ${limit + 1}`.execute(this.database),
      sql<{ count: number }>`SELECT count(*)::int AS count FROM stock_promise WHERE expected_on < current_date`.execute(this.database),
    ]);
    const page = found.rows.slice(0, limit);
    const facts = await this.variants.byIds([...new Set(page.map(({ variantId }) => variantId))]);
    const last = page.at(-1);
    return {
      items: page.map((row) => {
        const { sku = '', title = '', variantTitle = '' } = facts.get(row.variantId) ?? {};
        return { ...shown(row), sku, title, variantTitle };
      }),
      lateCount: late.rows[0]?.count ?? 0,
      nextCursor: found.rows.length > limit && last ? `${last.expectedOn ?? NO_DAY}_${last.place}` : null,
    };
  }
}

const shown = ({ place: _place, promisedAt, ...row }: Row): StockPromisesAnswer['promises'][number] => ({ ...row, promisedAt: promisedAt.toISOString() });
