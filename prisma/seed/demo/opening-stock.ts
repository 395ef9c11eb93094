import type { Insertable } from 'kysely';
import type { stock_level, stock_movement } from '../../generated/database';
import { seedChance, seedId } from '../seed-id';
import { demoProducts, type DemoVariant } from './catalogue';
import { lotAt } from './demo-lots';
import { serialsAt } from './demo-serials';
import { fixedStock } from './fixed-stock';
import { demoStores, demoWarehouse, type DemoPlace } from './places';
import { unitCostMinor } from './suppliers';

/** Units, or null where the place does not carry the variant. */
function openingUnits(place: DemoPlace, handle: string, variant: DemoVariant): number | null {
  const pieces = serialsAt(place.code, variant.id);
  if (pieces !== null) return pieces.length === 0 ? null : pieces.length;
  const fixed = fixedStock[variant.sku];
  if (fixed !== undefined) return fixed[place.code] ?? null;
  const carriesProduct = seedChance(`carries:${place.code}:${handle}`) < place.assortment;
  const carriesVariant = place.kind === 'warehouse' || seedChance(`carries:${place.code}:${variant.sku}`) < 0.95;
  if (!carriesProduct || !carriesVariant) return null;

  const luck = seedChance(`units:${place.code}:${variant.sku}`);
  const spread = seedChance(`spread:${place.code}:${variant.sku}`);
  if (luck < 0.06) return 0;
  if (luck < 0.22) return 1 + Math.floor(spread * 3);
  const full = variant.gbpMinor < 3000 ? 24 : variant.gbpMinor < 10000 ? 12 : 6;
  const depth = place.kind === 'warehouse' ? 6 : 1;
  return 4 + Math.floor(spread * full * depth);
}

interface Opening {
  movements: Insertable<stock_movement>[];
  levels: Insertable<stock_level>[];
}

/** What lay on the shelves when the chain began to use the product: each level is the fold of its one movement, or of one a piece where pieces are told apart. */
export function openingStock(occurredAt: Date): Opening {
  const opening: Opening = { movements: [], levels: [] };
  for (const place of [...demoStores, demoWarehouse]) {
    const operationId = seedId(`opening:${place.code}`);
    let entry = 0;
    for (const product of demoProducts) {
      for (const variant of product.variants) {
        const units = openingUnits(place, product.handle, variant);
        if (units === null) continue;
        const at = { variant_id: variant.id, location_id: place.id };
        opening.levels.push({ ...at, sellable_milli: units * 1000, version: units > 0 ? 1 : 0 });
        if (units === 0) continue;
        for (const serialNumber of serialsAt(place.code, variant.id) ?? [null]) {
          opening.movements.push({
            ...at,
            lot_id: lotAt(place.code, variant.id),
            serial_number: serialNumber,
            id: seedId(`movement:opening:${place.code}:${serialNumber ?? variant.sku}`),
            operation_id: operationId,
            entry: entry++,
            from_bucket: 'supplier',
            to_bucket: 'sellable',
            quantity_milli: serialNumber === null ? units * 1000 : 1000,
            cause_kind: 'opening',
            cause_id: operationId,
            actor: 'system',
            unit_cost_minor: place.marketCode === 'DE' ? unitCostMinor(variant, 'EUR') : variant.costGbpMinor,
            occurred_at: occurredAt,
            recorded_at: occurredAt,
          });
        }
      }
    }
  }
  return opening;
}
