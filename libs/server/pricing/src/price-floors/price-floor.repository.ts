import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export type FloorKind = 'map' | 'floor';

const MOST_NAMED = 5000;

export interface BelowFloor {
  bookName: string;
  variantId: string;
  amountMinor: number;
  floorMinor: number;
  kind: FloorKind;
}

/** Floors of the retailer's own; beside them the least that makers let their goods be advertised at, which come with the reference prices. */
@Injectable()
export class PriceFloorRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Those of the prices that are below the highest floor of their variant. */
  async below(marketCode: string, prices: readonly { bookName: string; variantId: string; amountMinor: number | null }[]): Promise<BelowFloor[]> {
    const variantIds = [...new Set(prices.map((price) => price.variantId))];
    // Of a great many the market's floors are fewer than the ids to ask for.
    const named = variantIds.length > MOST_NAMED ? sql`` : sql`AND variant_id = ANY(${variantIds}::uuid[])`;
    const { rows: floors } = await sql<{ variant_id: string; kind: FloorKind; amount_minor: number }>`
      SELECT variant_id, 'floor' AS kind, amount_minor FROM price_floor WHERE market_code = ${marketCode} ${named}
      UNION ALL SELECT variant_id, 'map', amount_minor FROM reference_price WHERE market_code = ${marketCode} AND kind = 'map' ${named}
      ORDER BY amount_minor, kind`.execute(this.database);
    // The highest is the last one.
    const highest = new Map(floors.map((row) => [row.variant_id, row]));
    return prices.flatMap(({ bookName, variantId, amountMinor }) => {
      const floor = highest.get(variantId);
      return floor && amountMinor !== null && amountMinor < floor.amount_minor ? [{ bookName, variantId, amountMinor, floorMinor: floor.amount_minor, kind: floor.kind }] : [];
    });
  }

  /** Of these variants, or all of the market, by variant id. */
  async of(database: Database | Tx, marketCode: string, variantIds?: readonly string[]): Promise<Map<string, number>> {
    let query = database.selectFrom('price_floor').select(['variant_id', 'amount_minor']).where('market_code', '=', marketCode);
    if (variantIds) query = query.where('variant_id', '=', sql<string>`ANY(${variantIds}::uuid[])`);
    return new Map((await query.execute()).map((row) => [row.variant_id, row.amount_minor]));
  }

  async write(tx: Tx, marketCode: string, floors: readonly { variantId: string; amountMinor: number | null }[]): Promise<void> {
    const [variants, amounts] = [floors.map((floor) => floor.variantId), floors.map((floor) => floor.amountMinor)];
    await sql`DELETE FROM price_floor WHERE market_code = ${marketCode} AND variant_id = ANY(${variants}::uuid[])`.execute(tx);
    await sql`
      INSERT INTO price_floor (market_code, variant_id, amount_minor)
      SELECT ${marketCode}, c.variant_id, c.amount_minor FROM unnest(${variants}::uuid[], ${amounts}::int8[]) AS c(variant_id, amount_minor)
      WHERE c.amount_minor IS NOT NULL`.execute(tx);
  }
}
