import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Row = [table: string, id: string, value: object | null];

/**
 * Keeps a simulator's records: in memory, and as a journal of JSON lines that is read again at start.
 * The changes of one request are one line, so that a killed process leaves either all of them or none.
 * Without a folder nothing is written. Records are never changed in place: put a new one.
 */
export class JournalStore<Tables extends Record<keyof Tables, object>> {
  private readonly tables = new Map<string, Map<string, object>>();
  private readonly file: string | null;
  private pending: Row[] = [];

  constructor(folder: string | undefined, name: string) {
    this.file = folder === undefined ? null : path.join(folder, `${name}.jsonl`);
    if (this.file !== null) this.load(this.file);
  }

  get<Name extends keyof Tables & string>(table: Name, id: string): Tables[Name] | undefined {
    return this.tables.get(table)?.get(id) as Tables[Name] | undefined;
  }

  /** All records of a table, the oldest first. */
  all<Name extends keyof Tables & string>(table: Name): Tables[Name][] {
    return [...(this.tables.get(table)?.values() ?? [])] as Tables[Name][];
  }

  entries<Name extends keyof Tables & string>(table: Name): [string, Tables[Name]][] {
    return [...(this.tables.get(table)?.entries() ?? [])] as [string, Tables[Name]][];
  }

  put<Name extends keyof Tables & string>(table: Name, id: string, value: Tables[Name]): void {
    this.apply([table, id, value]);
    this.pending.push([table, id, value]);
  }

  remove(table: keyof Tables & string, id: string): void {
    this.apply([table, id, null]);
    this.pending.push([table, id, null]);
  }

  /** Writes what was put since the last flush. Call it before an answer leaves. */
  flush(): void {
    const rows = this.pending;
    this.pending = [];
    if (this.file !== null && rows.length > 0) appendFileSync(this.file, `${JSON.stringify(rows)}\n`);
  }

  private apply([table, id, value]: Row): void {
    const records = this.tables.get(table) ?? new Map<string, object>();
    this.tables.set(table, records);
    if (value === null) records.delete(id);
    else records.set(id, value);
  }

  private load(file: string): void {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const rows = rowsOf(line);
      for (const row of rows) this.apply(row);
    }
    // One line a record again, else a simulator that is used for weeks starts slower and slower.
    const lines = [...this.tables].flatMap(([table, records]) => [...records].map(([id, value]) => JSON.stringify([[table, id, value]])));
    writeFileSync(`${file}.new`, lines.map((line) => `${line}\n`).join(''));
    renameSync(`${file}.new`, file);
  }
}

// A torn last line is a request that was never answered: leave it out.
function rowsOf(line: string): Row[] {
  if (line === '') return [];
  try {
    return JSON.parse(line) as Row[];
  } catch {
    return [];
  }
}
