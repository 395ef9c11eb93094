import { Inject, Injectable } from '@nestjs/common';
import type { StockDetailAnswer, StockDetailQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { FindVariantsQuery } from '@oneshelf/server-catalog';
import type { stock_level } from '@oneshelf/database-types';
import { type Selectable, sql } from 'kysely';
import { readPosition } from '../stock-as-of/ledger-position';
import { type PastLevel, StockAsOfQuery } from '../stock-as-of/stock-as-of.query';
import { shownNumbers, totalOf } from './stock-numbers';

/** One product's stock: each location, who holds units of it, and what is on its way. Undefined for a product that does not exist. */
@Injectable()
export class ShowStockQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: FindVariantsQuery,
    private readonly asOf: StockAsOfQuery,
  ) {}

  async run(variantId: string, { at }: StockDetailQuery = {}): Promise<StockDetailAnswer | undefined> {
    const position = at === undefined ? null : readPosition(at);
    const [found, locations, kept] = await Promise.all([
      this.variants.byId(variantId),
      position === null ? this.now(variantId) : this.asOf.run({ variantId, position }).then((levels) => levels.map(pastLocation)),
      position === null ? this.kept(variantId) : NOTHING_RECORDED,
    ]);
    if (!found) return undefined;
    const { id, ...variant } = found;
    return { variant: { variantId: id, ...variant }, total: totalOf(locations), locations, ...kept, at: position?.recordedAt ?? null };
  }

  private async now(variantId: string) {
    return (await this.database.selectFrom('stock_level').selectAll().where('variant_id', '=', variantId).orderBy('location_id').execute()).map(toLocation);
  }

  private async kept(variantId: string): Promise<Pick<StockDetailAnswer, 'reservations' | 'holds' | 'incoming'>> {
    const [reservations, holds, incoming] = await Promise.all([
      this.database.selectFrom('reservation').selectAll().where('variant_id', '=', variantId).orderBy('created_at').orderBy('id').limit(SHOWN).execute(),
      this.database.selectFrom('stock_hold').selectAll().where('variant_id', '=', variantId).orderBy('expires_at').orderBy('id').limit(SHOWN).execute(),
      this.database.selectFrom('expected_receipt').selectAll().select(sql<string>`to_char(expected_on, 'YYYY-MM-DD')`.as('on')).where('variant_id', '=', variantId).orderBy('expected_on').orderBy('source_id').limit(SHOWN).execute(),
    ]);
    return {
      reservations: reservations.map((row) => ({ orderId: row.order_id, orderLineId: row.order_line_id, locationId: row.location_id, quantityMilli: row.quantity_milli, createdAt: row.created_at.toISOString() })),
      holds: holds.map((row) => ({ holdId: row.id, lineId: row.line_id, locationId: row.location_id, quantityMilli: row.quantity_milli, heldFor: row.held_for, heldAt: row.held_at.toISOString(), expiresAt: row.expires_at.toISOString() })),
      incoming: incoming.map((row) => ({ sourceKind: row.source_kind, sourceId: row.source_id, locationId: row.location_id, quantityMilli: row.quantity_milli, expectedOn: row.on })),
    };
  }
}

const SHOWN = 500;
const NOTHING_RECORDED = { reservations: [], holds: [], incoming: [] };

/** Holds of then are not recorded, so what they kept counts as free. */
const pastLocation = ({ locationId, ...level }: PastLevel) =>
  toLocation({
    location_id: locationId, held_milli: 0, version: 0, sellable_milli: level.sellable, override_milli: Math.max(0, -level.sellable), committed_milli: level.committed, allotted_milli: level.allotted,
    safety_milli: level.safety, quality_control_milli: level.quality_control, damaged_milli: level.damaged, refurbish_milli: level.refurbish, quarantine_milli: level.quarantine,
  });

function toLocation(row: Omit<Selectable<stock_level>, 'variant_id' | 'has_lots'>) {
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
