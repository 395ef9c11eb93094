import { Inject, Injectable } from '@nestjs/common';
import type { ReceivedWeight } from '@oneshelf/contracts';
import { averageWeightMilli } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

/** What a piece of a product weighed as it came. Undefined for a product that does not exist. */
@Injectable()
export class ReceivedWeightQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  async run(variantId: string): Promise<ReceivedWeight | undefined> {
    const variant = (await this.variants.byIds([variantId])).get(variantId);
    if (!variant) return undefined;
    const { rows } = await sql<{ quantityMilli: number; weightMilli: number }>`
      SELECT coalesce(sum(good_milli + checked_milli + damaged_milli), 0)::int8 AS "quantityMilli", coalesce(sum(weight_milli), 0)::int8 AS "weightMilli"
      FROM goods_receipt_line WHERE variant_id = ${variantId} AND weight_milli IS NOT NULL`.execute(this.database);
    const [came = { quantityMilli: 0, weightMilli: 0 }] = rows;
    return { usualWeightGrams: variant.usualWeightGrams, ...came, averageMilli: averageWeightMilli(came) };
  }
}
