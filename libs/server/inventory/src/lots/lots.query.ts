import { Inject, Injectable } from '@nestjs/common';
import type { LotListAnswer, LotListQuery, LotTrace } from '@oneshelf/contracts';
import { lotState, remainingDays } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { dayAt } from './lot-day';

const SHOWN_MOVES = 500;
const APART = sql`at.quality_control_milli + at.damaged_milli + at.refurbish_milli + at.quarantine_milli`;

/** Lots for screens: what expires soon, where a lot is, and where it went. */
@Injectable()
export class LotsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async list({ locationId, variantId, state, search, offset = 0, limit }: LotListQuery, now: Date): Promise<LotListAnswer> {
    const shortDays = await this.shortDays();
    const places = (await this.organisation.locations()).filter((one) => locationId === undefined || one.id === locationId);
    const days = new Map(places.map((one) => [one.id, dayAt(one.timeZone, now)]));
    const left = sql`(lot.expires_on - place.day)`;
    const wanted = { due: sql`${left} <= ${shortDays}`, short: sql`${left} BETWEEN 0 AND ${shortDays}`, expired: sql`${left} < 0`, fresh: sql`(${left} IS NULL OR ${left} > ${shortDays})`, all: sql`true` }[state];
    const { rows } = await sql<PlaceRow & { variant_id: string; code: string; lot_id: string; all_count: number }>`
      SELECT at.lot_id, at.variant_id, at.location_id, lot.code, lot.expires_on, at.shelf_milli AS shelf, ${APART} AS apart, count(*) OVER ()::int AS all_count
      FROM stock_lot_level at JOIN stock_lot lot ON lot.id = at.lot_id
      JOIN unnest(${[...days.keys()]}::uuid[], ${[...days.values()]}::date[]) AS place (location_id, day) ON place.location_id = at.location_id
      WHERE (at.shelf_milli <> 0 OR ${APART} <> 0) AND ${wanted} AND (${variantId ?? null}::uuid IS NULL OR at.variant_id = ${variantId ?? null}::uuid) AND (${search ?? ''} = '' OR position(lower(${search ?? ''}) IN lower(lot.code)) > 0)
      ORDER BY lot.expires_on NULLS LAST, lot.code, at.lot_id, at.location_id LIMIT ${limit} OFFSET ${offset}`.execute(this.database);
    const facts = await this.variants.byIds([...new Set(rows.map((row) => row.variant_id))]);
    const items = rows.map((row) => ({
      ...productOf(row.variant_id, facts.get(row.variant_id)), lotId: row.lot_id, code: row.code, expiresOn: row.expires_on, ...placeOf(row, { day: days.get(row.location_id) ?? '', shortDays }),
    }));
    return { items, count: rows[0]?.all_count ?? 0, shortDays };
  }

  /** Undefined: there is no such lot. */
  async trace(lotId: string, now: Date, most = SHOWN_MOVES): Promise<LotTrace | undefined> {
    const lot = await this.database.selectFrom('stock_lot').select(['id', 'variant_id', 'code', sql<string | null>`expires_on`.as('expiresOn')]).where('id', '=', lotId).executeTakeFirst();
    if (!lot) return undefined;
    const [shortDays, { locations }, facts, places, moves] = await Promise.all([
      this.shortDays(), this.organisation.read(), this.variants.byIds([lot.variant_id]), this.placesOf(lotId),
      sql<MoveRow>`SELECT id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, reason, actor, occurred_at, count(*) OVER ()::int AS all_count
        FROM stock_movement WHERE lot_id = ${lotId}::uuid ORDER BY recorded_at DESC, id DESC LIMIT ${most}`.execute(this.database).then(({ rows }) => rows),
    ]);
    return {
      product: productOf(lot.variant_id, facts.get(lot.variant_id)), lot: { lotId, code: lot.code, expiresOn: lot.expiresOn },
      places: places.map((row) => placeOf({ ...row, expires_on: lot.expiresOn }, { day: dayAt(locations.get(row.location_id)?.timeZone ?? 'UTC', now), shortDays })),
      moveCount: moves[0]?.all_count ?? 0, moves: moves.map(moveOf),
    };
  }

  private async placesOf(lotId: string): Promise<Omit<PlaceRow, 'expires_on'>[]> {
    const { rows } = await sql<Omit<PlaceRow, 'expires_on'>>`SELECT at.location_id, at.shelf_milli AS shelf, ${APART} AS apart FROM stock_lot_level at WHERE at.lot_id = ${lotId}::uuid AND (at.shelf_milli <> 0 OR ${APART} <> 0) ORDER BY at.location_id`.execute(this.database);
    return rows;
  }

  private async shortDays(): Promise<number> {
    return (await this.database.selectFrom('lot_rule').select('days').where('channel_code', '=', '').executeTakeFirst())?.days ?? 0;
  }
}

interface PlaceRow { location_id: string; expires_on: string | null; shelf: number; apart: number }
interface MoveRow { id: string; location_id: string; from_bucket: string; to_bucket: string; quantity_milli: number; cause_kind: string; cause_id: string; reason: string; actor: string; occurred_at: Date; all_count: number }

const productOf = (variantId: string, facts: { sku: string; title: string; variantTitle: string } | undefined) => ({ variantId, sku: facts?.sku ?? '', title: facts?.title ?? '', variantTitle: facts?.variantTitle ?? '' });

const placeOf = (row: PlaceRow, { day, shortDays }: { day: string; shortDays: number }) => ({
  locationId: row.location_id, state: lotState({ expiresOn: row.expires_on }, day, shortDays), remainingDays: remainingDays({ expiresOn: row.expires_on }, day), shelfMilli: row.shelf, apartMilli: row.apart,
});

const moveOf = (row: MoveRow) => ({
  id: row.id, locationId: row.location_id, from: row.from_bucket, to: row.to_bucket, quantityMilli: row.quantity_milli, causeKind: row.cause_kind, causeId: row.cause_id, reason: row.reason, actor: row.actor, occurredAt: row.occurred_at.toISOString(),
});
