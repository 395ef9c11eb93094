import { Inject, Injectable } from '@nestjs/common';
import type { CountAccuracyAnswer, CountAnswer, CountListAnswer, CountListQuery, TillCountsAnswer } from '@oneshelf/contracts';
import { accuracyTargetBasisPoints, varianceMilli, varianceMinor } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';
import { cursorOf, readCursor } from '../page-cursor';
import { scannedPieces } from './counted-pieces';
import { type CountHeadRow, countHead, headRows } from './count-head';
import { type CountLineRow, readCountLines } from './count-lines';

/** Counts for screens and tills. */
@Injectable()
export class CountsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  async list({ status, locationId, cursor, limit }: CountListQuery): Promise<CountListAnswer> {
    const after = cursor === undefined ? null : readCursor(cursor);
    const which = status === undefined ? sql`true` : status === 'running' ? sql`c.status IN ('open', 'recount', 'review')` : sql`c.status = ${status}`;
    const { rows } = await sql<CountHeadRow>`${headRows(sql`${which}
      AND (${locationId ?? null}::uuid IS NULL OR c.location_id = ${locationId ?? null}::uuid)
      AND (${after?.at ?? null}::timestamptz IS NULL OR (c.created_at, c.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))`)} ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`.execute(this.database);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(countHead), nextCursor: rows.length > limit && last ? cursorOf({ at: last.created_at, id: last.id }) : null };
  }

  /** One count with its lines. Blind: what is expected is told from the review on. */
  async one(id: string): Promise<CountAnswer | null> {
    const { rows } = await sql<CountHeadRow>`${headRows(sql`c.id = ${id}::uuid`)}`.execute(this.database);
    const head = rows[0];
    if (!head) return null;
    const lines = await readCountLines(this.database, id);
    const [facts, kept] = await Promise.all([
      this.variants.byIds(lines.map((line) => line.variantId)),
      this.database.selectFrom('stock_count_line').select(['id', 'expected_milli', 'counted_milli']).where('count_id', '=', id).execute(),
    ]);
    const keptOf = new Map(kept.map((line) => [line.id, line]));
    const isTold = head.status === 'review' || head.status === 'posted';
    const shown = lines.map((line) => {
      const stored = keptOf.get(line.id);
      // A posted count shows the numbers that it was posted with, whatever has come in since.
      const counted = head.status === 'posted' ? (stored?.counted_milli ?? null) : line.counted;
      const expected = head.status === 'posted' ? (stored?.expected_milli ?? null) : line.expected;
      const variant = facts.get(line.variantId);
      const both = isTold && counted !== null && expected !== null ? { countedMilli: counted, expectedMilli: expected, costMinor: variant?.stockCostMinor ?? null } : null;
      return {
        id: line.id, variantId: line.variantId, sku: variant?.sku ?? '', title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', department: variant?.department ?? '', unit: variant?.unit ?? 'piece', planned: line.planned, round: line.round,
        countedMilli: counted, firstCountMilli: isTold ? line.firstCount : null, expectedMilli: both?.expectedMilli ?? null, varianceMilli: both ? varianceMilli(both) : null, varianceMinor: both ? varianceMinor(both) : null,
        countedAt: line.countedAt?.toISOString() ?? null, counters: line.counters, reason: line.reason, movedSinceMilli: isTold ? line.moved : null,
      };
    });
    return { ...countHead(head), recountUnitsMilli: head.recount_units_milli, recountValueMinor: head.recount_value_minor, lines: shown.sort((a, b) => `${a.title} ${a.sku}`.localeCompare(`${b.title} ${b.sku}`)) };
  }

  /** What is to count at a place, with nothing of what is expected. */
  async atPlace(locationId: string): Promise<TillCountsAnswer> {
    const { rows } = await sql<CountHeadRow>`${headRows(sql`c.location_id = ${locationId}::uuid AND c.status IN ('open', 'recount')`)} ORDER BY c.created_at`.execute(this.database);
    return { items: await Promise.all(rows.map(async (row) => {
      const round = row.status === 'open' ? 1 : 2;
      const lines = (await readCountLines(this.database, row.id)).filter((line) => line.round === round);
      const pieces = await this.piecesOf(row.id, round);
      return { id: row.id, number: row.number, title: row.title, status: countHead(row).status, mode: countHead(row).mode, round, lines: lines.map((line) => ({ ...blind(line), serials: pieces.get(line.variantId) ?? [] })) };
    })) };
  }

  private async piecesOf(countId: string, round: number): Promise<Map<string, string[]>> {
    const { rows } = await sql<{ variant_id: string; serials: string[] }>`
      SELECT variant_id, array_agg(serial_number ORDER BY scanned_at) AS serials FROM (${scannedPieces}) piece WHERE count_id = ${countId}::uuid AND round = ${round} GROUP BY variant_id`.execute(this.database);
    return new Map(rows.map((row) => [row.variant_id, row.serials]));
  }

  /** Share of right numbers by place and month of posting (C-28). */
  async accuracy(): Promise<CountAccuracyAnswer> {
    const { rows } = await sql<{ locationId: string; month: string; counts: number; countedLines: number; rightLines: number }>`
      SELECT location_id AS "locationId", to_char(posted_at, 'YYYY-MM') AS month, count(*)::int AS counts, sum(counted_lines)::int AS "countedLines", sum(right_lines)::int AS "rightLines"
      FROM stock_count WHERE status = 'posted' AND counted_lines > 0 AND posted_at > now() - interval '12 months' GROUP BY 1, 2 ORDER BY 2 DESC, 1`.execute(this.database);
    return { targetBasisPoints: accuracyTargetBasisPoints, items: rows.map((row) => ({ ...row, accuracyBasisPoints: Math.floor((row.rightLines * 10_000) / row.countedLines) })) };
  }

  /** Counts that wait for a person: to be reviewed, or asked for by a pick that failed. */
  async waiting(limit: number): Promise<{ count: number; first: { id: string; number: string; locationId: string; status: string; lineCount: number; at: Date }[] }> {
    const { rows } = await sql<CountHeadRow & { all_count: number }>`SELECT *, count(*) OVER ()::int AS all_count FROM (${headRows(sql`c.status = 'review' OR (c.status = 'open' AND c.source = 'short_pick')`)}) c ORDER BY created_at LIMIT ${limit}`.execute(this.database);
    return { count: rows[0]?.all_count ?? 0, first: rows.map((row) => ({ id: row.id, number: row.number, locationId: row.location_id, status: row.status, lineCount: row.line_count, at: row.created_at })) };
  }
}

const blind = (line: CountLineRow) => ({ variantId: line.variantId, countedMilli: line.counted, firstCounterIds: line.round === 2 ? line.firstCounterIds : [] });
