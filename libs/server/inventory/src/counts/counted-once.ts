import type { CountScan } from '@oneshelf/contracts';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { lockSerials } from '../serials/serial-fold.repository';

type Piece = CountScan & { serialNumber: string };

const isPiece = (scan: CountScan): scan is Piece => scan.serialNumber !== undefined;
const keyOf = ({ countId, variantId, round, serialNumber }: Pick<Piece, 'countId' | 'variantId' | 'round' | 'serialNumber'>): string => `${countId} ${variantId} ${round} ${serialNumber}`;

/** Each piece counts once in a round, whoever scans it at which till (INV-138). */
export class CountedOnce {
  private constructor(private readonly counted: Set<string>) {}

  /** Waits for whoever scans one of these pieces just now. Statements: 0; with pieces 2. */
  static async read(tx: Tx, scans: readonly CountScan[]): Promise<CountedOnce> {
    const pieces = scans.filter(isPiece);
    if (pieces.length === 0) return new CountedOnce(new Set());
    await lockSerials(tx, pieces);
    const { rows } = await sql<Pick<Piece, 'countId' | 'variantId' | 'round' | 'serialNumber'>>`
      SELECT count_id AS "countId", variant_id AS "variantId", round, serial_number AS "serialNumber" FROM stock_count_scan
      WHERE count_id = ANY(${[...new Set(pieces.map((one) => one.countId))]}::uuid[]) AND variant_id = ANY(${[...new Set(pieces.map((one) => one.variantId))]}::uuid[]) AND serial_number = ANY(${pieces.map((one) => one.serialNumber)}::text[])
      GROUP BY 1, 2, 3, 4 HAVING sum(quantity_milli) > 0`.execute(tx);
    return new CountedOnce(new Set(rows.map(keyOf)));
  }

  /** False: it changes nothing, because the piece is counted, or to be taken back and not counted. */
  take(scan: CountScan): boolean {
    if (!isPiece(scan)) return true;
    const [key, isBack] = [keyOf(scan), scan.quantityMilli < 0];
    if (this.counted.has(key) !== isBack) return false;
    if (isBack) this.counted.delete(key);
    else this.counted.add(key);
    return true;
  }
}
