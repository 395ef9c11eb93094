import { Inject, Injectable } from '@nestjs/common';
import type { StockPolicyListAnswer, StockPolicyListQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

type Row = Omit<StockPolicyListAnswer['items'][number], 'sku' | 'title' | 'variantTitle'>;

/** Which products are sold before they are there, and how far. */
@Injectable()
export class PoliciesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  /** A page of them; the cursor is the last row's product and channel. */
  async run({ cursor, limit }: StockPolicyListQuery): Promise<StockPolicyListAnswer> {
    const [variantId, channelCode] = cursor?.split('_') ?? [];
    const { rows } = await sql<Row>`
      SELECT variant_id AS "variantId", nullif(channel_code, '') AS "channelCode", kind, limit_milli AS "limitMilli", promised_milli AS "promisedMilli", available_on::text AS "availableOn"
      FROM stock_policy WHERE ${variantId ?? null}::uuid IS NULL OR (variant_id, channel_code) > (${variantId ?? null}::uuid, ${channelCode ?? ''})
      ORDER BY variant_id, channel_code LIMIT ${limit + 1}`.execute(this.database);
    const page = rows.slice(0, limit);
    const facts = await this.variants.byIds([...new Set(page.map((row) => row.variantId))]);
    const last = page.at(-1);
    return {
      items: page.map((row) => {
        const { sku = '', title = '', variantTitle = '' } = facts.get(row.variantId) ?? {};
        return { ...row, sku, title, variantTitle };
      }),
      nextCursor: rows.length > limit && last ? `${last.variantId}_${last.channelCode ?? ''}` : null,
    };
  }
}
