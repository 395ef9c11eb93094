import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/database';
import { seedId } from '../seed-id';
import { demoProducts } from './catalogue';
import { lotAt } from './demo-lots';
import { daysFrom, type DemoTimes } from './demo-times';
import { fixedStock } from './fixed-stock';
import { openingStock } from './opening-stock';
import { demoStores, demoWarehouse, type DemoPlace } from './places';
import { demoStaff } from './staff';

const place = (code: string): DemoPlace => demoStores.find((store) => store.code === code) ?? demoWarehouse;
const person = (name: string) => demoStaff.find((one) => one.name === name) as (typeof demoStaff)[number];

/** Products that a place has at least so many of; stories count on the others. */
function plentyAt(counted: Date, { id }: DemoPlace, [units, many]: [units: number, many: number]): string[] {
  const fixed = new Set(demoProducts.flatMap((product) => product.variants).filter(({ sku }) => sku in fixedStock).map(({ id: variantId }) => variantId));
  return openingStock(counted).levels.filter((level) => level.location_id === id && Number(level.sellable_milli) >= units * 1000 && !fixed.has(level.variant_id)).slice(-many).map((level) => level.variant_id);
}

interface Move { variantId: string; place: DemoPlace; to: 'transit' | 'quarantine' | 'refurbish'; units: number; cause: 'transfer' | 'adjustment'; causeId: string; reason: string; actor: string; at: Date }

/** Goods leave what is for sale: a movement each, and its level follows. */
async function writeMoves(tx: Kysely<DB>, moves: readonly Move[]): Promise<void> {
  for (const [entry, move] of moves.entries()) {
    await tx.insertInto('stock_movement').values({
      id: seedId(`movement:${move.causeId}:${move.variantId}`), operation_id: move.causeId, entry, variant_id: move.variantId, location_id: move.place.id, from_bucket: 'sellable', to_bucket: move.to,
      quantity_milli: move.units * 1000, cause_kind: move.cause, cause_id: move.causeId, reason: move.reason, actor: move.actor, lot_id: lotAt(move.place.code, move.variantId), occurred_at: move.at, recorded_at: move.at,
    }).execute();
    const gained = move.to === 'transit' ? sql`` : sql`, ${sql.ref(`${move.to}_milli`)} = ${sql.ref(`${move.to}_milli`)} + ${move.units * 1000}`;
    await sql`update stock_level set sellable_milli = sellable_milli - ${move.units * 1000}, version = version + 1 ${gained} where variant_id = ${move.variantId}::uuid and location_id = ${move.place.id}::uuid`.execute(tx);
  }
}

/** Work on stock that is under way: a transfer on the road, one asked for, a count half done, goods to sort. */
export async function writeStockWork(tx: Kysely<DB>, { now, counted }: DemoTimes): Promise<void> {
  await writeTransfers(tx, { now, counted });
  await writeCount(tx, { now, counted });
  const [torn, returned] = plentyAt(counted, place('SOHO'), [8, 60]);
  const common = { place: place('SOHO'), cause: 'adjustment', actor: 'Ana Reis' } as const;
  if (torn) await writeMoves(tx, [{ ...common, variantId: torn, to: 'quarantine', units: 2, causeId: seedId('adjustment:torn'), reason: 'damaged: box torn open', at: daysFrom(now, -0.6) }]);
  if (returned) await writeMoves(tx, [{ ...common, variantId: returned, to: 'refurbish', units: 1, causeId: seedId('adjustment:refurbish'), reason: 'checked: zip sticks', at: daysFrom(now, -0.4) }]);
}

async function writeTransfers(tx: Kysely<DB>, { now, counted }: Pick<DemoTimes, 'now' | 'counted'>): Promise<void> {
  const [onTheRoad, askedFor] = [seedId('transfer:soho'), seedId('transfer:leeds')];
  const shippedAt = daysFrom(now, -0.3);
  const marcus = person('Marcus Bell').name;
  const goods = plentyAt(counted, demoWarehouse, [20, 3]);
  const wanted = plentyAt(counted, place('MANC'), [6, 2]);
  await tx.insertInto('transfer').values([
    { id: onTheRoad, number: 'TR-DEMO-0001', from_location_id: demoWarehouse.id, to_location_id: place('SOHO').id, status: 'shipped', note: 'For the window', requested_by: 'Ana Reis', approved_by: marcus, shipped_by: marcus, created_at: daysFrom(now, -0.8), shipped_at: shippedAt },
    { id: askedFor, number: 'TR-DEMO-0002', from_location_id: place('MANC').id, to_location_id: place('LEEDS').id, status: 'requested', note: '', requested_by: 'Gareth Pike', created_at: daysFrom(now, -0.2) },
  ]).execute();
  const line = (transfer: string, variantId: string, [position, units, shipped]: [number, number, number]) => ({ id: seedId(`line:${transfer}:${variantId}`), transfer_id: transfer, position, variant_id: variantId, requested_milli: units * 1000, shipped_milli: shipped * 1000 });
  await tx.insertInto('transfer_line').values([...goods.map((variantId, index) => line(onTheRoad, variantId, [index, 4 + index, 4 + index])), ...wanted.map((variantId, index) => line(askedFor, variantId, [index, 2, 0]))]).execute();
  await writeMoves(tx, goods.map((variantId, index) => ({ variantId, place: demoWarehouse, to: 'transit', units: 4 + index, cause: 'transfer', causeId: onTheRoad, reason: 'TR-DEMO-0001', actor: marcus, at: shippedAt })));
  const expectedOn = daysFrom(now, 2).toISOString().slice(0, 10);
  await tx.insertInto('expected_receipt').values(goods.map((variantId, index) => ({ source_kind: 'transfer', source_id: onTheRoad, variant_id: variantId, location_id: place('SOHO').id, quantity_milli: (4 + index) * 1000, expected_on: new Date(`${expectedOn}T00:00:00Z`) }))).execute();
}

async function writeCount(tx: Kysely<DB>, { now, counted }: Pick<DemoTimes, 'now' | 'counted'>): Promise<void> {
  const [id, soho, sam] = [seedId('count:soho'), place('SOHO'), person('Sam Lowe')];
  const products = plentyAt(counted, soho, [2, 24]).slice(0, 12);
  const marcus = person('Marcus Bell');
  await tx.insertInto('stock_count').values({ id, number: 'CT-DEMO-0001', location_id: soho.id, title: 'Ground floor', status: 'open', mode: 'live', recount_units_milli: 3000, recount_value_minor: 10_000, planned_by: marcus.name, planned_by_id: marcus.id, created_at: daysFrom(now, -0.1) }).execute();
  await tx.insertInto('stock_count_line').values(products.map((variantId) => ({ id: seedId(`line:count:${variantId}`), count_id: id, variant_id: variantId }))).execute();
  const levels = new Map(openingStock(counted).levels.filter((level) => level.location_id === soho.id).map((level) => [level.variant_id, Number(level.sellable_milli)]));
  // One is a piece short.
  await tx.insertInto('stock_count_scan').values(products.slice(0, 6).map((variantId, index) => ({
    id: seedId(`scan:${variantId}`), count_id: id, variant_id: variantId, round: 1, quantity_milli: (levels.get(variantId) ?? 0) - (index === 2 ? 1000 : 0), person_id: sam.id, person_name: sam.name, scanned_at: daysFrom(now, -0.05),
  }))).execute();
}
