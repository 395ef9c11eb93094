import { Inject, Injectable } from '@nestjs/common';
import type { AttributeValueList, AttributeValueQuery, ProductAttributeList } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

const SHOWN = 200;
/** A name or a value that is longer goes into no promotion. */
const LONGEST = { name: 80, value: 200 };

/** The attributes that the catalogue has now, as pricing knows them. */
@Injectable()
export class AttributesQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async names(): Promise<ProductAttributeList> {
    const { rows } = await sql<{ name: string }>`
      SELECT DISTINCT a.name FROM variant_pricing_fact f CROSS JOIN LATERAL jsonb_object_keys(f.attributes) AS a (name)
      WHERE f.to_revision IS NULL AND length(a.name) <= ${LONGEST.name} ORDER BY 1`.execute(this.database);
    return { names: rows.map(({ name }) => name) };
  }

  async values({ name, q = '' }: AttributeValueQuery): Promise<AttributeValueList> {
    const { rows } = await sql<{ value: string; variants: number; total: number }>`
      SELECT s.value, count(*)::int AS variants, (count(*) OVER ())::int AS total
      FROM variant_pricing_fact f
        CROSS JOIN LATERAL (SELECT f.attributes -> ${name} AS given) g
        CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(g.given) WHEN 'array' THEN g.given WHEN 'string' THEN jsonb_build_array(g.given) ELSE '[]'::jsonb END) AS e (item)
        CROSS JOIN LATERAL (SELECT e.item #>> '{}' AS value) s
      WHERE f.to_revision IS NULL AND g.given IS NOT NULL AND jsonb_typeof(e.item) = 'string' AND length(s.value) <= ${LONGEST.value} AND strpos(lower(s.value), lower(${q})) > 0
      GROUP BY s.value ORDER BY 2 DESC, 1 LIMIT ${SHOWN}`.execute(this.database);
    return { values: rows.map(({ value, variants }) => ({ value, variants })), total: rows[0]?.total ?? 0 };
  }
}
