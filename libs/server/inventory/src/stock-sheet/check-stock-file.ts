import { Inject, Injectable } from '@nestjs/common';
import type { StockFileAnswer } from '@oneshelf/contracts';
import { buckets } from '@oneshelf/domain-inventory';
import { fitsUnit, type QuantityUnit } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, type StaffActor } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { limitOf } from '../hand-limit';
import { isRestatement } from '../restatement';
import { type FileProblem, readStockFile, type StockFileRow } from './read-stock-file';

const SHOWN = 500;
const MOST_CHANGES = 5000;

export type FileChange = StockFileAnswer['changes'][number];
export interface CheckedFile { rows: number; changes: FileChange[]; problems: FileProblem[]; unchanged: number }
interface Then { onHandNow: number; sellableNow: number; then: number }
type Known = StockFileRow & { variantId: string; title: string; unit: QuantityUnit; locationId: string };

/**
 * What a file of levels would do. An absolute number becomes a difference to what was on hand at the file's instant by
 * the ledger, so that what was sold since stays sold; numbers that were corrected since count as if they had been right.
 */
@Injectable()
export class CheckStockFile {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(actor: StaffActor, { csv, asOf }: { csv: string; asOf: string }): Promise<CheckedFile> {
    const { rows, problems } = readStockFile(csv, asOf);
    const known = await this.resolve(actor, rows, problems);
    const then = await this.levelsThen(known);
    const changes: FileChange[] = [];
    for (const row of known) {
      const level = then.get(`${row.variantId}|${row.locationId}`) ?? { onHandNow: 0, sellableNow: 0, then: 0 };
      const deltaMilli = row.isDelta ? row.milli : row.milli - level.then;
      if (deltaMilli === 0) continue;
      if (deltaMilli < 0 && level.sellableNow + deltaMilli < 0) problems.push({ row: row.row, column: row.isDelta ? 'delta' : 'on_hand', code: 'below_zero', value: String(level.sellableNow / 1000) });
      changes.push({ row: row.row, variantId: row.variantId, sku: row.sku, title: row.title, unit: row.unit, locationId: row.locationId, fileMilli: row.milli, thenMilli: level.then, nowMilli: level.onHandNow, deltaMilli, afterMilli: level.onHandNow + deltaMilli });
    }
    if (changes.length > MOST_CHANGES) problems.push({ row: changes[MOST_CHANGES]?.row ?? 1, column: '', code: 'too_many_rows', value: String(changes.length) });
    return { rows: rows.length + problems.length, changes, problems: problems.sort((a, b) => a.row - b.row), unchanged: known.length - changes.length };
  }

  answerOf({ rows, changes, problems, unchanged }: CheckedFile): StockFileAnswer {
    return {
      rows, unchanged, changeCount: changes.length, unitsMilli: changes.reduce((sum, change) => sum + Math.abs(change.deltaMilli), 0),
      changes: changes.slice(0, SHOWN), problemCount: problems.length, problems: problems.slice(0, SHOWN),
    };
  }

  private async resolve(actor: StaffActor, rows: StockFileRow[], problems: FileProblem[]): Promise<Known[]> {
    const facts = await this.variants.bySkus([...new Set(rows.map((row) => row.sku))]);
    const places = (await this.organisation.locations()).filter((place) => place.kind !== 'marketplace');
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      const variant = facts.get(row.sku);
      const place = placeNamed(places, row.location);
      if (!variant) problems.push({ row: row.row, column: 'sku', code: 'unknown_sku', value: row.sku });
      if (variant?.kind === 'bundle') problems.push({ row: row.row, column: 'sku', code: 'bundle', value: row.sku });
      if (!place) problems.push({ row: row.row, column: 'location', code: 'unknown_location', value: row.location });
      if (!variant || variant.kind === 'bundle' || !place) return [];
      const key = `${variant.id}|${place.id}`;
      if (seen.has(key)) problems.push({ row: row.row, column: 'sku', code: 'twice', value: row.sku });
      else if (!limitOf(actor, [place.id])) problems.push({ row: row.row, column: 'location', code: 'not_allowed_here', value: row.location });
      else if (!fitsUnit(row.milli, variant.unit)) problems.push({ row: row.row, column: row.isDelta ? 'delta' : 'on_hand', code: 'not_whole', value: String(row.milli / 1000) });
      else {
        seen.add(key);
        return [{ ...row, variantId: variant.id, title: [variant.title, variant.variantTitle].filter(Boolean).join(' · '), unit: variant.unit, locationId: place.id }];
      }
      return [];
    });
  }

  /** Now, and at each row's instant, in one statement and so of one moment. */
  private async levelsThen(rows: Known[]): Promise<Map<string, Then>> {
    if (rows.length === 0) return new Map();
    const inside = [...buckets] as string[];
    const result = await sql<{ variant_id: string; location_id: string; now: number; sellable: number; moved: number }>`
      SELECT asked.variant_id, asked.location_id, level.sellable_milli AS sellable, coalesce(since.moved, 0) AS moved,
        level.sellable_milli + level.held_milli + level.committed_milli + level.allotted_milli + level.safety_milli + level.quality_control_milli + level.damaged_milli + level.refurbish_milli + level.quarantine_milli AS now
      FROM unnest(${rows.map((row) => row.variantId)}::uuid[], ${rows.map((row) => row.locationId)}::uuid[], ${rows.map((row) => row.asOf)}::timestamptz[]) AS asked (variant_id, location_id, instant)
      JOIN stock_level level USING (variant_id, location_id)
      LEFT JOIN LATERAL (
        SELECT sum(CASE WHEN to_bucket = ANY(${inside}::text[]) THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = ANY(${inside}::text[]) THEN quantity_milli ELSE 0 END)::int8 AS moved
        FROM stock_movement m WHERE m.variant_id = asked.variant_id AND m.location_id = asked.location_id AND m.occurred_at > asked.instant AND NOT ${isRestatement}
      ) since ON true`.execute(this.database);
    return new Map(result.rows.map((row) => [`${row.variant_id}|${row.location_id}`, { onHandNow: row.now, sellableNow: row.sellable, then: row.now - row.moved }]));
  }
}

const placeNamed = (places: Location[], name: string): Location | undefined => {
  const wanted = name.trim().toLowerCase();
  return places.find((place) => place.code.toLowerCase() === wanted) ?? places.find((place) => place.name.toLowerCase() === wanted);
};
