import { Injectable } from '@nestjs/common';
import type { CountScan, KindOfGoods, TakeCountScansAnswer } from '@oneshelf/contracts';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import { type DeviceActor, Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';
import { CountRepository } from './count.repository';
import { CountedOnce } from './counted-once';

type Outcome = TakeCountScansAnswer['results'][number]['outcome'];
interface Line { countId: string; variantId: string; round: number; firstPeople: string[] }

/** Scans of a till: each is taken once, however often it is sent; what cannot count is said, scan by scan. */
@Injectable()
export class TakeScansUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly counts: CountRepository,
    private readonly variants: VariantDirectory,
  ) {}

  async run(till: DeviceActor, said: readonly CountScan[]): Promise<TakeCountScansAnswer> {
    const scans = said.map(asKept);
    const known = await this.variants.byIds([...new Set(scans.map((scan) => scan.variantId))]);
    return this.transactions.write(async (tx) => {
      const statuses = await shareCounts(tx, scans, till.locationId);
      const taken = new Set((await tx.selectFrom('stock_count_scan').select('id').where('id', 'in', scans.map(({ id }) => id)).execute()).map(({ id }) => id));
      const [lines, pieces] = [await linesOf(tx, scans), await CountedOnce.read(tx, scans)];
      const results = scans.map((scan): { scan: CountScan; outcome: Outcome } => {
        if (taken.has(scan.id)) return { scan, outcome: 'taken' };
        const outcome = outcomeOf(scan, { status: statuses.get(scan.countId), kind: known.get(scan.variantId)?.kind, line: lineOf(lines, scan) });
        return { scan, outcome: outcome === 'taken' && !pieces.take(scan) ? 'counted_already' : outcome };
      });
      const fresh = results.filter(({ scan, outcome }) => outcome === 'taken' && !taken.has(scan.id)).map(({ scan }) => scan);
      for (const countId of new Set(fresh.map((scan) => scan.countId))) {
        const found = [...new Set(fresh.filter((scan) => scan.countId === countId && !lineOf(lines, scan)).map((scan) => scan.variantId))];
        await this.counts.addLines(tx, countId, { variantIds: found, planned: false });
      }
      await writeScans(tx, till, fresh);
      return { results: results.map(({ scan, outcome }) => ({ id: scan.id, outcome })) };
    });
  }
}

/** A serial as it is kept. */
const asKept = ({ serialNumber, ...scan }: CountScan): CountScan => (serialNumber === undefined ? scan : { ...scan, serialNumber: normaliseSerial(serialNumber) ?? serialNumber });

const lineOf = (lines: readonly Line[], { countId, variantId }: CountScan): Line | undefined => lines.find((line) => line.countId === countId && line.variantId === variantId);

function outcomeOf(scan: CountScan, { status, kind, line }: { status: string | undefined; kind: KindOfGoods | undefined; line: Line | undefined }): Outcome {
  if (status === undefined) return 'unknown_count';
  if (kind === undefined) return 'unknown_product';
  if (kind === 'bundle') return 'bundle';
  if (status === 'posted' || status === 'cancelled') return 'count_closed';
  // A scan of the first round that was on its way when the round was closed still says what was there.
  if (scan.round === 1) return 'taken';
  if (line?.round !== 2) return 'not_to_recount';
  return line.firstPeople.includes(scan.personId) ? 'same_person' : 'taken';
}

/** The status of each count of this place; it cannot be closed or posted before these scans are in. */
async function shareCounts(tx: Tx, scans: readonly CountScan[], locationId: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('stock_count').select(['id', 'status']).where('id', 'in', [...new Set(scans.map((scan) => scan.countId))]).where('location_id', '=', locationId).orderBy('id').forShare().execute();
  return new Map(rows.map(({ id, status }) => [id, status]));
}

async function linesOf(tx: Tx, scans: readonly CountScan[]): Promise<Line[]> {
  const { rows } = await sql<Line>`
    SELECT line.count_id AS "countId", line.variant_id AS "variantId", line.round,
      coalesce((SELECT array_agg(DISTINCT s.person_id) FROM stock_count_scan s WHERE s.count_id = line.count_id AND s.variant_id = line.variant_id AND s.round = 1), '{}') AS "firstPeople"
    FROM stock_count_line line WHERE line.count_id = ANY(${[...new Set(scans.map((scan) => scan.countId))]}::uuid[]) AND line.variant_id = ANY(${[...new Set(scans.map((scan) => scan.variantId))]}::uuid[])`.execute(tx);
  return rows;
}

/** A clock that goes ahead must not move the instant of a scan into the future, where sales of meanwhile would be lost. */
async function writeScans(tx: Tx, till: DeviceActor, scans: readonly CountScan[]): Promise<void> {
  if (scans.length === 0) return;
  await sql`
    INSERT INTO stock_count_scan (id, count_id, variant_id, round, quantity_milli, person_id, person_name, device_id, scanned_at, serial_number)
    SELECT id, count_id, variant_id, round, quantity, person_id, person_name, ${till.id}::uuid, least(scanned_at, clock_timestamp()), serial_number FROM unnest(
      ${scans.map((scan) => scan.id)}::uuid[], ${scans.map((scan) => scan.countId)}::uuid[], ${scans.map((scan) => scan.variantId)}::uuid[], ${scans.map((scan) => scan.round)}::int4[], ${scans.map((scan) => scan.quantityMilli)}::int8[],
      ${scans.map((scan) => scan.personId)}::text[], ${scans.map((scan) => scan.personName)}::text[], ${scans.map((scan) => scan.scannedAt)}::timestamptz[], ${scans.map((scan) => scan.serialNumber ?? null)}::text[]) AS given (id, count_id, variant_id, round, quantity, person_id, person_name, scanned_at, serial_number)
    ON CONFLICT (id) DO NOTHING`.execute(tx);
}
