import { Inject, Injectable } from '@nestjs/common';
import type { BinListAnswer, BinPlacesAnswer } from '@oneshelf/contracts';
import { sumByUnit, type UnitQuantity } from '@oneshelf/domain-kernel';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

export interface HomeBin { code: string; aisle: string; walk: number }

/** Where things stand. */
@Injectable()
export class BinPlaces {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  /** The home of each product in a location; who has none is not in the answer. Without ids: of all that have one. */
  async homes(locationId: string, variantIds?: string[]): Promise<Map<string, HomeBin>> {
    const { rows } = await sql<HomeBin & { variantId: string }>`
      SELECT place.variant_id AS "variantId", bin.code, bin.aisle, bin.walk FROM bin_place place JOIN stock_bin bin ON bin.id = place.bin_id
      WHERE place.location_id = ${locationId} AND place.is_home ${variantIds ? sql`AND place.variant_id = ANY(${variantIds}::uuid[])` : sql``}`.execute(this.database);
    return new Map(rows.map(({ variantId, ...bin }) => [variantId, bin]));
  }

  async ofVariant(variantId: string): Promise<BinPlacesAnswer> {
    const { rows } = await sql<BinPlacesAnswer['places'][number]>`
      SELECT place.location_id AS "locationId", bin.code, place.is_home AS "isHome", place.most_milli AS "mostMilli", bin.is_closed AS "isClosed" FROM bin_place place JOIN stock_bin bin ON bin.id = place.bin_id
      WHERE place.variant_id = ${variantId} ORDER BY place.location_id, place.is_home DESC, bin.walk, bin.code`.execute(this.database);
    return { places: rows };
  }

  /** The bins of a location, and what stands in which aisle. */
  async list(locationId: string): Promise<BinListAnswer> {
    const measured = [...(await this.variants.measured())];
    const [bins, sums] = await Promise.all([
      sql<BinListAnswer['bins'][number]>`
        SELECT bin.id, bin.code, bin.aisle, bin.walk, bin.is_closed AS "isClosed", (SELECT count(*)::int4 FROM bin_place place WHERE place.bin_id = bin.id) AS products
        FROM stock_bin bin WHERE bin.location_id = ${locationId} ORDER BY bin.walk, bin.code`.execute(this.database),
      sql<AisleSum>`
        SELECT bin.aisle, coalesce(measured.unit, 'piece') AS unit, count(*)::int4 AS products,
          sum(level.sellable_milli + level.held_milli + level.committed_milli + level.allotted_milli + level.safety_milli + level.quality_control_milli + level.damaged_milli + level.refurbish_milli + level.quarantine_milli)::int8 AS "quantityMilli"
        FROM stock_level level
        LEFT JOIN bin_place place ON place.variant_id = level.variant_id AND place.location_id = level.location_id AND place.is_home
        LEFT JOIN stock_bin bin ON bin.id = place.bin_id
        LEFT JOIN unnest(${measured.map(([id]) => id)}::uuid[], ${measured.map(([, unit]) => unit)}::text[]) AS measured (variant_id, unit) ON measured.variant_id = level.variant_id
        WHERE level.location_id = ${locationId} GROUP BY 1, 2 ORDER BY bin.aisle NULLS LAST`.execute(this.database),
    ]);
    const aisles = [...new Set(sums.rows.map(({ aisle }) => aisle))];
    return {
      bins: bins.rows,
      aisles: aisles.map((aisle) => {
        const ofAisle = sums.rows.filter((row) => row.aisle === aisle);
        return { aisle, products: ofAisle.reduce((sum, { products }) => sum + products, 0), onHand: sumByUnit(ofAisle) };
      }),
    };
  }
}

interface AisleSum extends UnitQuantity { aisle: string | null; products: number }
