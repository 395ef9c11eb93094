import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { freeOfLots, levelKey } from '@oneshelf/domain-inventory';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { SelectQueryBuilder } from 'kysely';
import { barredLots } from '../lots/barred-lots';
import { dayAt } from '../lots/lot-day';
import type { DB } from '@oneshelf/database-types';
import type { AvailabilityRow } from './availability-row';
import { bundleRows } from './bundle-rows';

export interface AvailabilityInput {
  variantIds: string[];
  /** Only locations that feed this channel. */
  channelCode?: string;
  locationIds?: string[];
  /** Units in lots that may not go to this channel are not for sale; without it and without a channel, what the levels say. */
  lotsFor?: string;
}

/** What there is, right now, straight from the levels; of a bundle, what its components make. A pair of variant and location without a level has no row. */
@Injectable()
export class AvailabilityQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
    private readonly recipes: BundleRecipes,
  ) {}

  async run({ variantIds, channelCode, locationIds, lotsFor = channelCode }: AvailabilityInput): Promise<AvailabilityRow[]> {
    if (variantIds.length === 0) return [];
    const allowed = channelCode === undefined ? locationIds : await this.locationsOf(channelCode, locationIds);
    if (allowed && allowed.length === 0) return [];
    const recipes = await this.recipes.of(variantIds);
    if (recipes.size === 0) return this.levels(variantIds, allowed, lotsFor);
    const rows = await this.levels([...new Set([...variantIds, ...[...recipes.values()].flat().map((component) => component.variantId)])], allowed, lotsFor);
    const asked = new Set(variantIds.filter((id) => !recipes.has(id)));
    return [...rows.filter((row) => asked.has(row.variantId)), ...bundleRows(recipes, rows)].sort(byVariantAndPlace);
  }

  private async levels(variantIds: string[], locationIds: string[] | undefined, lotsFor: string | undefined): Promise<AvailabilityRow[]> {
    let query = withNumbers(this.database.selectFrom('stock_level')).where('variant_id', 'in', variantIds);
    if (locationIds) query = query.where('location_id', 'in', locationIds);
    const rows = await query.select('has_lots as hasLots').orderBy('variant_id').orderBy('location_id').execute();
    return lotsFor === undefined ? rows.map(({ hasLots: _, ...row }) => row) : this.withoutBarred(rows, lotsFor);
  }

  /** One more statement, only where something is told apart by lot (INV-84). */
  private async withoutBarred(rows: (AvailabilityRow & { hasLots: boolean })[], channelCode: string): Promise<AvailabilityRow[]> {
    const byLot = rows.filter((row) => row.hasLots);
    if (byLot.length === 0) return rows.map(({ hasLots: _, ...row }) => row);
    const { locations } = await this.organisation.read();
    const now = new Date();
    const barred = await barredLots(this.database, byLot.map(({ variantId, locationId }) => ({ variantId, locationId, day: dayAt(locations.get(locationId)?.timeZone ?? 'UTC', now) })), [channelCode]);
    return rows.map(({ hasLots: _, ...row }) => ({ ...row, sellableMilli: freeOfLots(row.sellableMilli, barred.get(levelKey(row)) ?? 0) }));
  }

  /** Everything that has a level at the location, and every bundle that has a component there: what a till shows on its tiles. */
  async atLocation(locationId: string): Promise<AvailabilityRow[]> {
    const rows: AvailabilityRow[] = await withNumbers(this.database.selectFrom('stock_level')).where('location_id', '=', locationId).orderBy('variant_id').execute();
    const recipes = await this.recipes.all();
    return recipes.size === 0 ? rows : [...rows.filter((row) => !recipes.has(row.variantId)), ...bundleRows(recipes, rows)].sort(byVariantAndPlace);
  }

  private async locationsOf(channelCode: string, only: string[] | undefined): Promise<string[]> {
    const ids = (await this.organisation.locationsOfChannel(channelCode)).map((location) => location.id);
    return only ? ids.filter((id) => only.includes(id)) : ids;
  }
}

const byVariantAndPlace = (a: AvailabilityRow, b: AvailabilityRow): number => (`${a.variantId}@${a.locationId}` < `${b.variantId}@${b.locationId}` ? -1 : 1);

const withNumbers = (from: SelectQueryBuilder<DB, 'stock_level', object>) =>
  from.select(({ ref, eb }) => {
    const unavailable = eb(eb(eb(eb(ref('safety_milli'), '+', ref('quality_control_milli')), '+', ref('damaged_milli')), '+', ref('refurbish_milli')), '+', ref('quarantine_milli'));
    return [
      'variant_id as variantId',
      'location_id as locationId',
      'sellable_milli as sellableMilli',
      'committed_milli as committedMilli',
      'allotted_milli as allottedMilli',
      'held_milli as heldMilli',
      'override_milli as overrideMilli',
      unavailable.as('unavailableMilli'),
      eb(eb(eb(eb(ref('sellable_milli'), '+', ref('held_milli')), '+', ref('committed_milli')), '+', ref('allotted_milli')), '+', unavailable).as('onHandMilli'),
    ] as const;
  });
