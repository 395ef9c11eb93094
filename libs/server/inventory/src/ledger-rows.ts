import { type RawBuilder, sql } from 'kysely';

/** A column with its type, as a definition of columns says it: `quantity int8`. */
export type TypedColumn = `${string} ${string}`;

interface RowSource {
  rows: readonly Readonly<Record<string, unknown>>[];
  columns: readonly TypedColumn[];
  /** WHERE …, or nothing. */
  condition?: RawBuilder<unknown>;
}

const nothing = sql``;

/**
 * Rows as a part of the ledger's statement. One row, as most operations have it, is sent as plain values: reading JSON
 * takes PostgreSQL a seventh of the whole statement. Several are one JSON value, which costs a third of an array for
 * each column. The limit takes nothing away: by it the planner reckons with few rows, and so reaches the levels by their
 * key, however few they were when it planned. The text hangs on whether there is one, and on nothing else of the rows.
 */
export function ledgerRows({ rows, columns, condition = nothing }: RowSource): RawBuilder<unknown> {
  const [only] = rows;
  if (only && rows.length === 1) return sql`SELECT ${sql.join(columns.map((column) => valueOf(only, column)))} ${condition}`;
  return sql`SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (${sql.raw(columns.join(', '))}) ${condition} LIMIT ${rows.length}::int8`;
}

const parts = new Map<TypedColumn, { name: string; cast: RawBuilder<unknown> }>();

function valueOf(row: Readonly<Record<string, unknown>>, column: TypedColumn): RawBuilder<unknown> {
  const { name, cast } = parts.get(column) ?? partsOf(column);
  return sql`${row[name] ?? null}${cast}`;
}

function partsOf(column: TypedColumn) {
  const [name = '', type = ''] = column.split(' ');
  const made = { name, cast: sql.raw(`::${type} AS ${name}`) };
  parts.set(column, made);
  return made;
}
