import { Inject, Injectable } from '@nestjs/common';
import type { StockDetailAnswer } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { FindVariantsQuery } from '@oneshelf/server-catalog';
import type { stock_level } from '@oneshelf/database-types';
import type { Selectable } from 'kysely';
import { shownNumbers, totalOf } from './stock-numbers';

/** One product's stock: each location, and the orders that hold units. Undefined for a product that does not exist. */
@Injectable()
export class ShowStockQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: FindVariantsQuery,
  ) {}

  async run(variantId: string): Promise<StockDetailAnswer | undefined> {
    const [found, levels, reservations] = await Promise.all([
      this.variants.byId(variantId),
      this.database.selectFrom('stock_level').selectAll().where('variant_id', '=', variantId).orderBy('location_id').execute(),
      this.database.selectFrom('reservation').selectAll().where('variant_id', '=', variantId).orderBy('created_at').orderBy('id').limit(500).execute(),
    ]);
    if (!found) return undefined;
    const { id, ...variant } = found;
    const locations = levels.map(toLocation);
    return {
      variant: { variantId: id, ...variant },
      total: totalOf(locations),
      locations,
      reservations: reservations.map((row) => ({ orderId: row.order_id, orderLineId: row.order_line_id, locationId: row.location_id, quantityMilli: row.quantity_milli, createdAt: row.created_at.toISOString() })),
    };
  }
}

function toLocation(row: Selectable<stock_level>) {
  const unavailableMilli = row.safety_milli + row.quality_control_milli + row.damaged_milli + row.refurbish_milli + row.quarantine_milli;
  const onHandMilli = row.sellable_milli + row.held_milli + row.committed_milli + row.allotted_milli + unavailableMilli;
  return {
    locationId: row.location_id,
    ...shownNumbers({ onHandMilli, unavailableMilli, committedMilli: row.committed_milli, allottedMilli: row.allotted_milli, heldMilli: row.held_milli, sellableMilli: row.sellable_milli, overrideMilli: row.override_milli }),
    safetyMilli: row.safety_milli,
    qualityControlMilli: row.quality_control_milli,
    damagedMilli: row.damaged_milli,
    refurbishMilli: row.refurbish_milli,
    quarantineMilli: row.quarantine_milli,
    version: row.version,
  };
}
