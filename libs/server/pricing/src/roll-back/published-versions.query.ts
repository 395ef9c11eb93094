import { Inject, Injectable } from '@nestjs/common';
import { PricePrediction } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface PublishedVersion {
  marketCode: string;
  currency: string;
  /** Null: it never was live. */
  from: Date | null;
  /** Null: it is. */
  to: Date | null;
  /** Variants whose price it changed. */
  changedIds: Set<string>;
  /** What past sales said of it before it was published; null: nobody asked them. */
  predicted: { prediction: PricePrediction; madeAt: Date } | null;
}

@Injectable()
export class PublishedVersions {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** From when to when a version was live, what it changed and what was predicted of it. Null: there is no such version. */
  async find(versionId: string): Promise<PublishedVersion | null> {
    const { rows } = await sql<{ marketCode: string; currency: string; from: Date | null; to: Date | null; prediction: unknown; madeAt: Date | null }>`
      SELECT b.market_code AS "marketCode", b.currency, v.published_at AS "from", p.prediction, p.made_at AS "madeAt",
        (SELECT min(later.published_at) FROM price_book_version later WHERE later.book_id = v.book_id AND later.release_number > v.release_number) AS "to"
      FROM price_book_version v JOIN price_book b ON b.id = v.book_id
      LEFT JOIN LATERAL (
        SELECT * FROM price_prediction p WHERE p.market_code = b.market_code AND p.drafts @> jsonb_build_array(jsonb_build_object('versionId', v.id, 'revision', v.revision)) ORDER BY p.made_at DESC LIMIT 1
      ) p ON true
      WHERE v.id = ${versionId}::uuid`.execute(this.database);
    const [row] = rows;
    if (!row) return null;
    const changes = await this.database.selectFrom('price_draft_change').select('variant_id').distinct().where('version_id', '=', versionId).execute();
    return {
      marketCode: row.marketCode, currency: row.currency, from: row.from, to: row.to, changedIds: new Set(changes.map((change) => change.variant_id)),
      predicted: row.madeAt === null ? null : { prediction: PricePrediction.parse(row.prediction), madeAt: row.madeAt },
    };
  }
}
