import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

const MAX_AGE_MS = 1000;

export interface PricingFacts {
  taxClass: string;
  collectionIds: string[];
  productId?: string;
  attributes?: Record<string, string | string[]>;
}

/** What pricing must know of each variant, its tax class, its product and the collections it is in, now and at each earlier revision. */
@Injectable()
export class VariantPricingFacts {
  private known: { at: number; revision: Promise<number> } | null = null;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Rises with each change of these facts; at most a second old. */
  revision(): Promise<number> {
    const now = Date.now();
    if (!this.known || now - this.known.at > MAX_AGE_MS) {
      const revision = this.readRevision();
      this.known = { at: now, revision };
      revision.catch(() => { this.known = null; });
    }
    return this.known.revision;
  }

  /** As they were at the revision, by variant id, with the attributes that are named. */
  async at(revision: number, attributeNames: readonly string[] = []): Promise<Record<string, PricingFacts>> {
    const named = sql<Record<string, unknown> | null>`(SELECT jsonb_object_agg(a.key, a.value ORDER BY a.key) FROM jsonb_each(variant_pricing_fact.attributes) a WHERE a.key = ANY(${attributeNames}::text[]))`;
    const rows = await this.database
      .selectFrom('variant_pricing_fact')
      // A variant never changes its product, so this part has no revisions; of one that is deleted it is not known any more.
      .leftJoin('variant', 'variant.id', 'variant_pricing_fact.variant_id')
      .select(['variant_id', 'tax_class', 'collection_ids', 'product_id'])
      .$if(attributeNames.length > 0, (query) => query.select(named.as('attributes')))
      .where('from_revision', '<=', revision)
      .where((where) => where.or([where('to_revision', 'is', null), where('to_revision', '>', revision)]))
      // Keys in their order: the same facts have the same bytes.
      .orderBy('variant_id')
      .execute();
    return Object.fromEntries(rows.map((row) => [row.variant_id, {
      taxClass: row.tax_class, collectionIds: row.collection_ids ?? [], ...(row.product_id === null ? {} : { productId: row.product_id }), ...attributesIn(row.attributes),
    }]));
  }

  /** What a price is compared with, by variant id: cost in its currency, and tax class. Also what is no longer sold. */
  async costs(): Promise<Map<string, { taxClass: string; costMinor: number | null; costCurrency: string | null }>> {
    // By tax class and currency, each as two long texts: a hundred thousand rows of their own would keep the driver busy.
    const { rows } = await sql<{ taxClass: string; costCurrency: string | null; ids: string; costs: string }>`
      SELECT p.tax_class AS "taxClass", v.cost_currency AS "costCurrency", string_agg(v.id::text, ',') AS ids, string_agg(coalesce(v.cost_minor::text, ''), ',') AS costs
      FROM variant v JOIN product p ON p.id = v.product_id GROUP BY p.tax_class, v.cost_currency`.execute(this.database);
    const costs = new Map<string, { taxClass: string; costMinor: number | null; costCurrency: string | null }>();
    for (const { taxClass, costCurrency, ids, costs: amounts } of rows) {
      const minor = amounts.split(',');
      ids.split(',').forEach((id, place) => costs.set(id, { taxClass, costMinor: minor[place] ? Number(minor[place]) : null, costCurrency }));
    }
    return costs;
  }

  private async readRevision(): Promise<number> {
    return (await this.database.selectFrom('pricing_facts_revision').select('last').executeTakeFirstOrThrow()).last;
  }
}

/** Names in their order: the same facts have the same bytes. What is neither a text nor texts says nothing. */
function attributesIn(given: Record<string, unknown> | null | undefined): Pick<PricingFacts, 'attributes'> {
  const said = Object.entries(given ?? {}).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[name, value]];
    const texts = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    return texts.length > 0 ? [[name, texts]] : [];
  });
  return said.length === 0 ? {} : { attributes: Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
