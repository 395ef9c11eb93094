import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export type FloorKind = 'map' | 'floor';

export interface PriceFloor {
  variantId: string;
  kind: FloorKind;
  amountMinor: number;
}

export interface BelowFloor {
  bookName: string;
  variantId: string;
  amountMinor: number;
  floorMinor: number;
  kind: FloorKind;
}

/** Minimum advertised prices and floors of a market. */
@Injectable()
export class PriceFloorRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Those of the prices that are below the highest floor of their variant. */
  async below(marketCode: string, prices: readonly { bookName: string; variantId: string; amountMinor: number | null }[]): Promise<BelowFloor[]> {
    const floors = await this.database
      .selectFrom('price_floor').select(['variant_id', 'kind', 'amount_minor']).where('market_code', '=', marketCode)
      .where('variant_id', '=', sql<string>`ANY(${[...new Set(prices.map((price) => price.variantId))]}::uuid[])`).orderBy('amount_minor').orderBy('kind').execute();
    // The highest is the last one.
    const highest = new Map(floors.map((row) => [row.variant_id, row]));
    return prices.flatMap(({ bookName, variantId, amountMinor }) => {
      const floor = highest.get(variantId);
      return floor && amountMinor !== null && amountMinor < floor.amount_minor ? [{ bookName, variantId, amountMinor, floorMinor: floor.amount_minor, kind: floor.kind as FloorKind }] : [];
    });
  }

  async write(tx: Tx, marketCode: string, floors: readonly { variantId: string; kind: FloorKind; amountMinor: number | null }[]): Promise<void> {
    const [variants, kinds, amounts] = [floors.map((floor) => floor.variantId), floors.map((floor) => floor.kind), floors.map((floor) => floor.amountMinor)];
    await sql`
      DELETE FROM price_floor f USING unnest(${variants}::uuid[], ${kinds}::text[]) AS c(variant_id, kind)
      WHERE f.market_code = ${marketCode} AND f.variant_id = c.variant_id AND f.kind = c.kind`.execute(tx);
    await sql`
      INSERT INTO price_floor (market_code, variant_id, kind, amount_minor)
      SELECT ${marketCode}, c.variant_id, c.kind, c.amount_minor FROM unnest(${variants}::uuid[], ${kinds}::text[], ${amounts}::int8[]) AS c(variant_id, kind, amount_minor)
      WHERE c.amount_minor IS NOT NULL`.execute(tx);
  }
}
