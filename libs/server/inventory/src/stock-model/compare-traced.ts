import { breachesOf, type WatchedLevel } from '@oneshelf/domain-inventory';
import { WatchedLevelsQuery } from '../watch-stock/watched-levels.query';
import { LOTS } from './lot-model';
import { MILLI } from './milli';
import type { Model } from './model';
import type { World } from './world';

/** Lots beside the model's and beside their movements, their sum with what is of none beside the level; each piece at its one place. */
export async function compareTraced(world: World, model: Model): Promise<void> {
  await compareLots(world, model);
  await compareSerials(world, model);
}

async function compareLots(world: World, { traced: { lots }, locationIds }: Model): Promise<void> {
  const rows = await world.database.selectFrom('stock_lot_level as level').innerJoin('stock_lot as lot', 'lot.id', 'level.lot_id').select(['level.location_id', 'lot.code', 'level.shelf_milli', 'level.quarantine_milli']).where('level.variant_id', '=', lots.variantId).execute();
  const watched = await new WatchedLevelsQuery().at(world.database, locationIds.map((locationId) => ({ variantId: lots.variantId, locationId })));
  for (const [place, locationId] of locationIds.entries()) {
    const shelf = lots.at({ place });
    const of = (code: string) => rows.find((row) => row.location_id === locationId && row.code === code);
    expect(LOTS.map(({ code }) => (of(code)?.shelf_milli ?? 0) / MILLI)).toEqual(shelf.lots);
    expect((of('OLD')?.quarantine_milli ?? 0) / MILLI).toBe(shelf.oldInQuarantine);
    expect(rows.every((row) => row.shelf_milli >= 0 && row.quarantine_milli >= 0)).toBe(true);
    const { level, ...at } = watched.find((one) => one.locationId === locationId) as WatchedLevel;
    expect(breachesOf({ level, ...at })).toEqual([]);
    expect([level.sellable, level.committed, level.quarantine]).toEqual([shelf.sellable, shelf.committed, shelf.quarantine].map((units) => units * MILLI));
    expect((level.sellable + level.committed) / MILLI).toBe(shelf.lots.reduce((sum, units) => sum + units, 0) + shelf.unsaid);
  }
}

async function compareSerials(world: World, { traced: { serials }, locationIds }: Model): Promise<void> {
  const rows = await world.database.selectFrom('stock_serial').select(['serial_number', 'state', 'location_id']).where('variant_id', '=', serials.variantId).orderBy('serial_number').execute();
  expect(rows.map((row) => [row.serial_number, row.state, locationIds.indexOf(row.location_id)])).toEqual([...serials.pieces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([serial, { state, place }]) => [serial, state, place]));
  const watched = await new WatchedLevelsQuery().at(world.database, locationIds.map((locationId) => ({ variantId: serials.variantId, locationId })));
  for (const [place, locationId] of locationIds.entries()) {
    const at = watched.find((one) => one.locationId === locationId) as WatchedLevel;
    expect(at.level.sellable / MILLI).toBe(serials.levels[place]);
    const named = [...serials.pieces.values()].filter((one) => one.state === 'shelf' && one.place === place).length;
    const tooMany = named > Math.max(0, serials.levels[place] ?? 0) ? ['serials_within_level'] : [];
    expect(breachesOf(at).map(({ rule }) => rule)).toEqual(tooMany);
  }
}
