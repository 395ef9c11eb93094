import { breachesOf, type WatchedLevel } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';
import { WatchedLevelsQuery } from '../watch-stock/watched-levels.query';
import type { At } from './at';
import { compareTraced } from './compare-traced';
import { MILLI } from './milli';
import type { Grant, Model } from './model';
import type { World } from './world';

/** Every number of the database beside the model's, every level beside its movements, holds, reservations and grants. */
export async function compare(world: World, model: Model): Promise<void> {
  const places = model.variantIds.flatMap((_, variant) => model.locationIds.map((__, place): At => ({ variant, place })));
  const watched = await new WatchedLevelsQuery().at(world.database, places.map((at) => model.where(at)));
  for (const at of places) {
    const { variantId, locationId } = model.where(at);
    const found = watched.find((one) => one.variantId === variantId && one.locationId === locationId) as WatchedLevel;
    const { held, ...level } = model.at(at);
    const inMilli = Object.fromEntries(Object.entries(level).map(([bucket, units]) => [bucket, units * MILLI]));
    expect({ ...found.level, heldMilli: found.heldMilli }).toEqual({ ...inMilli, override: Math.max(0, -level.sellable) * MILLI, heldMilli: held * MILLI });
    expect(breachesOf(found)).toEqual([]);
    nothingPromisedTwice(found);
  }
  await compareDocuments(world, model);
  await compareRights(world, model);
  await compareTraced(world, model);
}

/** I1 of the offline rights, and what follows from it: without an override what is there covers every promise. */
function nothingPromisedTwice({ level, heldMilli, grantedMilli, reservedMilli }: WatchedLevel): void {
  const apart = level.safety + level.quality_control + level.damaged + level.refurbish + level.quarantine;
  const onHand = level.sellable + heldMilli + level.committed + level.allotted + apart;
  expect(reservedMilli + grantedMilli + heldMilli + apart).toBeLessThanOrEqual(onHand + level.override);
}

async function compareDocuments({ database }: World, model: Model): Promise<void> {
  const { variantIds } = model;
  const reserved = await database.selectFrom('reservation').select(['order_line_id', 'location_id', 'quantity_milli']).where('variant_id', 'in', [...variantIds]).execute();
  expect(sorted(reserved.map((row) => [row.order_line_id, row.location_id, row.quantity_milli]))).toEqual(
    sorted(model.keeping().map(({ order, place, units }) => [order.orderLineId, model.locationIds[place], units * MILLI])));
  const holds = await database.selectFrom('stock_hold').select(['id', 'variant_id', 'location_id', 'quantity_milli']).where('variant_id', 'in', [...variantIds]).execute();
  expect(sorted(holds.map((row) => [row.id, row.variant_id, row.location_id, row.quantity_milli]))).toEqual(
    sorted(model.holds.map((row) => [row.holdId, model.where(row).variantId, model.where(row).locationId, row.units * MILLI])));
  const { rows: road } = await sql<{ id: string; units: number }>`
    SELECT cause_id AS id, sum(CASE WHEN to_bucket = 'transit' THEN quantity_milli WHEN from_bucket = 'transit' THEN -quantity_milli ELSE 0 END)::int8 AS units
    FROM stock_movement WHERE variant_id = ANY(${[...variantIds]}::uuid[]) AND cause_kind = 'transfer' GROUP BY cause_id`.execute(database);
  const expected = await database.selectFrom('expected_receipt').select(['source_id', 'variant_id', 'location_id', 'quantity_milli']).where('variant_id', 'in', [...variantIds]).execute();
  const onRoad = model.transfers.flatMap(({ id, to, lines }) => lines.flatMap(({ variant, road: units }) => (units > 0 ? [[id, ...Object.values(model.where({ variant, place: to })), units * MILLI]] : [])));
  expect(sorted(expected.map((row) => [row.source_id, row.variant_id, row.location_id, row.quantity_milli]))).toEqual(sorted(onRoad));
  // What has arrived, was lost or never left has left nothing on the road.
  for (const { id, units } of road) expect(units).toBe((model.transfers.find((one) => one.id === id)?.lines ?? []).reduce((sum, line) => sum + line.road, 0) * MILLI);
}

async function compareRights({ database }: World, model: Model): Promise<void> {
  const { variantIds } = model;
  const grants = await database.selectFrom('register_grant').selectAll().where('variant_id', 'in', [...variantIds]).execute();
  const shown = (till: number, variant: number): Grant | null => {
    const row = grants.find((one) => one.register_id === model.tills[till]?.registerId && one.variant_id === variantIds[variant]);
    return row ? { epoch: row.epoch, ceiling: row.ceiling_milli / MILLI, used: row.used_milli / MILLI, outstanding: row.outstanding_milli / MILLI, isActive: row.state === 'active' } : null;
  };
  expect(model.tills.map((_, till) => variantIds.map((__, variant) => shown(till, variant)))).toEqual(model.grants);
  const promises = await database.selectFrom('stock_promise').select(['order_line_id', 'quantity_milli']).where('variant_id', 'in', [...variantIds]).orderBy('place').execute();
  expect(promises.map((row) => [row.order_line_id, row.quantity_milli])).toEqual(model.promises.map((one) => [one.orderLineId, one.units * MILLI]));
  const policies = await database.selectFrom('stock_policy').select(['variant_id', 'limit_milli', 'promised_milli']).where('variant_id', 'in', [...variantIds]).execute();
  const promised = (variant: number) => model.promises.filter((one) => one.variant === variant).reduce((sum, one) => sum + one.units, 0) * MILLI;
  expect(sorted(policies.map((row) => [row.variant_id, row.limit_milli, row.promised_milli]))).toEqual(
    sorted(model.limits.flatMap((limit, variant) => (limit === undefined ? [] : [[variantIds[variant], limit * MILLI, promised(variant)]]))));
}

const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
