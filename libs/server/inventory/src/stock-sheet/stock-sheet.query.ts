import { Inject, Injectable } from '@nestjs/common';
import type { StockSheetAnswer, StockSheetQuery as Asked } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { FindVariantsQuery } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type RawBuilder, sql } from 'kysely';
import { BinPlaces } from '../bins/bin-places.query';

const onHand = sql`(sellable_milli + held_milli + committed_milli + allotted_milli + safety_milli + quality_control_milli + damaged_milli + refurbish_milli + quarantine_milli)`;
const NUMBERS: Record<Asked['number'], RawBuilder<unknown>> = {
  on_hand: onHand, available: sql`sellable_milli`, quality_control: sql`quality_control_milli`, quarantine: sql`quarantine_milli`, refurbish: sql`refurbish_milli`, damaged: sql`damaged_milli`, safety: sql`safety_milli`,
};
const ONLY = { below_zero: sql`< 0`, zero: sql`= 0`, some: sql`> 0` } satisfies Record<NonNullable<Asked['only']>, RawBuilder<unknown>>;

/** A page of SKUs by locations, in columns: three statements, however many rows. */
@Injectable()
export class StockSheetQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: FindVariantsQuery,
    private readonly bins: BinPlaces,
  ) {}

  async run({ number, search, department, only, locationIds: asked, cursor, limit }: Asked): Promise<StockSheetAnswer> {
    const asOf = new Date().toISOString();
    const chosen = asked?.split(',');
    const locationIds = (await this.organisation.locations()).filter((place) => place.kind !== 'marketplace' && (!chosen || chosen.includes(place.id))).map((place) => place.id);
    const wanted = only === undefined ? undefined : await this.idsWith(NUMBERS[number], ONLY[only], locationIds);
    const found = await this.variants.run({ ...(search === undefined ? {} : { search }), department, ids: wanted, ...(cursor === undefined ? {} : { afterSku: cursor }), limit: limit + 1 });
    const page = found.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const [levels, homes] = await Promise.all([this.levels(NUMBERS[number], ids, locationIds), this.homes(ids, locationIds)]);
    return {
      asOf, locationIds, variantIds: ids, skus: page.map(({ sku }) => sku), titles: page.map(({ title, variantTitle }) => [title, variantTitle].filter(Boolean).join(' · ')),
      units: page.map(({ unit }) => unit), bundles: page.map(({ kind }) => kind === 'bundle'), bins: page.map(({ id }) => homes.get(id)?.code ?? null),
      levels: locationIds.map((locationId) => page.map(({ id }) => levels.get(`${id}|${locationId}`) ?? null)),
      nextCursor: found.length > limit ? (page.at(-1)?.sku ?? null) : null,
    };
  }

  private async levels(number: RawBuilder<unknown>, variantIds: string[], locationIds: string[]): Promise<Map<string, number>> {
    const { rows } = await sql<{ variant_id: string; location_id: string; quantity: number }>`
      SELECT variant_id, location_id, ${number} AS quantity FROM stock_level WHERE variant_id = ANY(${variantIds}::uuid[]) AND location_id = ANY(${locationIds}::uuid[])`.execute(this.database);
    return new Map(rows.map((row) => [`${row.variant_id}|${row.location_id}`, row.quantity]));
  }

  /** A home is a place of one location; over many there is none to show. */
  private async homes(variantIds: string[], [locationId, ...others]: string[]): Promise<Map<string, { code: string }>> {
    return locationId === undefined || others.length > 0 ? new Map() : this.bins.homes(locationId, variantIds);
  }

  private async idsWith(number: RawBuilder<unknown>, condition: RawBuilder<unknown>, locationIds: string[]): Promise<string[]> {
    const { rows } = await sql<{ variant_id: string }>`SELECT DISTINCT variant_id FROM stock_level WHERE location_id = ANY(${locationIds}::uuid[]) AND ${number} ${condition}`.execute(this.database);
    return rows.map((row) => row.variant_id);
  }
}
