import { sql, type Insertable, type Kysely } from 'kysely';
import type { DB } from '../generated/database';

/**
 * Writes all rows in one statement: they travel as one JSON parameter, so 8,000 rows stay below PostgreSQL's limit of
 * 65,535 parameters. Every row must name the same columns; columns that no row names get their default.
 */
export async function insertRows<T extends keyof DB & string>(db: Kysely<DB>, table: T, rows: Insertable<DB[T]>[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const target = sql.table(table);
  await sql`insert into ${target} (${columns}) select ${columns} from json_populate_recordset(null::${target}, ${JSON.stringify(rows)}::json)`.execute(db);
}
