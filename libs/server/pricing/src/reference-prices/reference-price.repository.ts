import { Inject, Injectable } from '@nestjs/common';
import type { ReferenceKind } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface ReferencePrice {
  variantId: string;
  kind: ReferenceKind;
  source: string;
  amountMinor: number;
  seenAt: Date;
}

@Injectable()
export class ReferencePriceRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async ofMarket(marketCode: string, tx: Database | Tx = this.database): Promise<ReferencePrice[]> {
    const rows = await tx
      .selectFrom('reference_price')
      .select(['variant_id as variantId', 'kind', 'source', 'amount_minor as amountMinor', 'seen_at as seenAt'])
      .where('market_code', '=', marketCode)
      .orderBy('kind')
      .orderBy('source')
      .execute();
    return rows.map((row) => ({ ...row, kind: row.kind as ReferenceKind }));
  }

  /** The makers' limits by variant; of several the highest. */
  async limits(marketCode: string): Promise<Map<string, number>> {
    const rows = await this.database
      .selectFrom('reference_price')
      .select((reference) => ['variant_id as variantId', reference.fn.max('amount_minor').as('mapMinor')])
      .where('market_code', '=', marketCode)
      .where('kind', '=', 'map')
      .groupBy('variant_id')
      .execute();
    return new Map(rows.map(({ variantId, mapMinor }) => [variantId, mapMinor]));
  }

  async write(tx: Tx, marketCode: string, references: readonly ReferencePrice[]): Promise<void> {
    await sql`
      INSERT INTO reference_price (market_code, kind, source, variant_id, amount_minor, seen_at)
      SELECT ${marketCode}, r.kind, r.source, r.variant_id, r.amount_minor, r.seen_at
      FROM unnest(${references.map((each) => each.kind)}::text[], ${references.map((each) => each.source)}::text[], ${references.map((each) => each.variantId)}::uuid[], ${references.map((each) => each.amountMinor)}::int8[], ${references.map((each) => each.seenAt.toISOString())}::timestamptz[]) AS r(kind, source, variant_id, amount_minor, seen_at)
      ON CONFLICT (market_code, kind, source, variant_id) DO UPDATE SET amount_minor = excluded.amount_minor, seen_at = excluded.seen_at`.execute(tx);
  }

  async remove(tx: Tx, marketCode: string, references: readonly Pick<ReferencePrice, 'kind' | 'source' | 'variantId'>[]): Promise<void> {
    await sql`
      DELETE FROM reference_price p USING unnest(${references.map((each) => each.kind)}::text[], ${references.map((each) => each.source)}::text[], ${references.map((each) => each.variantId)}::uuid[]) AS r(kind, source, variant_id)
      WHERE p.market_code = ${marketCode} AND p.kind = r.kind AND p.source = r.source AND p.variant_id = r.variant_id`.execute(tx);
  }

  /** One import of a market after the other: each counts what is new against what is there. */
  async lock(tx: Tx, marketCode: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`reference-prices:${marketCode}`}))`.execute(tx);
  }
}
