import { Injectable } from '@nestjs/common';
import type { ExpiredLotsMoved } from '@oneshelf/contracts';
import { type Actor, newId, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import type { StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { dayAt } from './lot-day';

/** Lots of one place that move together: few enough that tills which wait for them do not notice. */
const LOTS_AT_ONCE = 200;

/**
 * Goods whose day has passed leave the shelf: sellable → quarantine, reason 'expired', by the calendar of each place.
 * What is kept for orders, checkouts or registers stays where it is: it is not promised again, and another lot goes.
 */
@Injectable()
export class MoveExpiredLotsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
    private readonly ledger: StockLedgerRepository,
  ) {}

  /** For the schedule, and by hand. Who comes second finds nothing to move. A place's lots are one operation. */
  async run(actor: Actor, now: Date): Promise<ExpiredLotsMoved> {
    let [lots, unitsMilli] = [0, 0];
    for (const location of await this.organisation.locations()) {
      const moved = await this.transactions.write((tx) => this.moveAt(tx, { locationId: location.id, day: dayAt(location.timeZone, now), actor, now }));
      lots += moved.length;
      unitsMilli += moved.reduce((sum, entry) => sum + entry.quantityMilli, 0);
    }
    return { lots, unitsMilli };
  }

  private async moveAt(tx: Tx, { locationId, day, actor, now }: { locationId: string; day: string; actor: Actor; now: Date }): Promise<StockEntry[]> {
    const due = sql`FROM stock_lot_level at JOIN stock_lot lot ON lot.id = at.lot_id WHERE at.location_id = ${locationId}::uuid AND at.shelf_milli > 0 AND lot.expires_on < ${day}::date`;
    // The levels first, in their order: what is read of them stands until this is written. A lot that comes to another level meanwhile is for the next run.
    const { rows: held } = await sql<{ variantId: string }>`SELECT variant_id AS "variantId" FROM stock_level level WHERE location_id = ${locationId}::uuid AND has_lots AND sellable_milli > 0 AND variant_id IN (SELECT at.variant_id ${due}) ORDER BY variant_id FOR UPDATE`.execute(tx);
    const { rows } = await sql<{ lotId: string; variantId: string; shelf: number; before: number; sellable: number; code: string; expiresOn: string }>`
      SELECT at.lot_id AS "lotId", at.variant_id AS "variantId", at.shelf_milli AS shelf, lot.code, lot.expires_on AS "expiresOn", level.sellable_milli AS sellable,
        coalesce(sum(at.shelf_milli) OVER (PARTITION BY at.variant_id ORDER BY lot.expires_on, lot.code ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int8 AS before
      FROM (SELECT at.* ${due}) at JOIN stock_lot lot ON lot.id = at.lot_id JOIN stock_level level ON level.variant_id = at.variant_id AND level.location_id = at.location_id
      WHERE at.variant_id = ANY(${held.map(({ variantId }) => variantId)}::uuid[]) ORDER BY at.variant_id, lot.expires_on, lot.code LIMIT ${LOTS_AT_ONCE}`.execute(tx);
    const entries = rows.flatMap(({ variantId, lotId, shelf, before, sellable, code }): StockEntry[] => {
      const quantityMilli = Math.min(shelf, sellable - before);
      return quantityMilli > 0 ? [{ variantId, locationId, lotId, quantityMilli, from: 'sellable', to: 'quarantine', reason: `expired: ${code}` }] : [];
    });
    if (entries.length === 0) return [];
    const id = newId();
    const result = await this.ledger.apply(tx, { operationId: id, causeKind: 'adjustment', causeId: id, actor, occurredAt: now.toISOString(), entries });
    // A hold or a sale took them between the two reads: the next run looks again.
    if (!result.ok) return [];
    await recordAudit(tx, { actor, action: 'expire', subject: 'stock', subjectId: id, locationId, after: { day, lots: rows.map(({ code, expiresOn, variantId }) => ({ code, expiresOn, variantId })) } });
    return entries;
  }
}
