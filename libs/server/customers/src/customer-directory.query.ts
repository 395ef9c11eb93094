import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** What other modules may ask of customers. */
@Injectable()
export class CustomerDirectory {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Names by id; who is not there is not in the answer. */
  async names(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.selectFrom('customer').select(['id', 'name']).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** One customer; null where there is none. */
  async byId(id: string, tx: Tx | Database = this.database): Promise<{ id: string; name: string; email: string | null; groups: string[] } | null> {
    return (await tx.selectFrom('customer').select(['id', 'name', 'email', 'groups']).where('id', '=', id).executeTakeFirst()) ?? null;
  }

  /** Every group that somebody is in, by name. */
  async groups(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`SELECT DISTINCT unnest(groups) AS name FROM customer WHERE cardinality(groups) > 0 ORDER BY 1`.execute(this.database);
    return rows.map((row) => row.name);
  }
}
