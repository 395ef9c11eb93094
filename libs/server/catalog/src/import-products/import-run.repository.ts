import { Inject, Injectable } from '@nestjs/common';
import type { ImportCounts, ImportMapping, ImportStatus } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { Finding } from './import-model';
import type { ProductFile } from './read-file/open-product-file';

export interface ImportRunRow {
  id: string;
  fileName: string;
  content: Buffer;
  format: string;
  mapping: ImportMapping | null;
  columns: string[];
  marketCode: string;
  status: ImportStatus;
  cancelAsked: boolean;
}

export interface NewImportRun {
  id: string;
  fileName: string;
  fileHash: string;
  format: string;
  mapping: ImportMapping | null;
  marketCode: string;
  createdBy: string;
  file: ProductFile;
}

@Injectable()
export class ImportRunRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async insert(tx: Tx, run: NewImportRun): Promise<void> {
    await tx
      .insertInto('import_run')
      .values({
        id: run.id, file_name: run.fileName, file_hash: run.fileHash, content: run.file.content, format: run.format, mapping: run.mapping && JSON.stringify(run.mapping),
        columns: run.file.columns, samples: JSON.stringify(run.file.samples), market_code: run.marketCode, status: 'uploaded', rows_total: run.file.rowsTotal, created_by: run.createdBy,
      })
      .execute();
  }

  /** The run with its file; undefined when there is none. Outside of a transaction unless one is given. */
  async find(id: string, on: Database | Tx = this.database): Promise<ImportRunRow | undefined> {
    const row = await on.selectFrom('import_run').select(['id', 'file_name', 'content', 'format', 'mapping', 'columns', 'market_code', 'status', 'cancel_asked']).where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    return {
      id: row.id, fileName: row.file_name, content: row.content, format: row.format, mapping: row.mapping as ImportMapping | null, columns: row.columns,
      marketCode: row.market_code, status: row.status as ImportStatus, cancelAsked: row.cancel_asked,
    };
  }

  /** Moves the run on if it is still in one of these states; false when somebody else was first. */
  async move(tx: Tx, id: string, from: ImportStatus[], to: { status: ImportStatus; format?: string; mapping?: ImportMapping; counts?: ImportCounts }): Promise<boolean> {
    const isEnd = to.status === 'done' || to.status === 'cancelled' || to.status === 'failed';
    const moved = await tx
      .updateTable('import_run')
      .set({
        status: to.status,
        ...(to.format ? { format: to.format } : {}),
        ...(to.mapping ? { mapping: JSON.stringify(to.mapping) } : {}),
        ...(to.counts ? { counts: JSON.stringify(to.counts) } : {}),
        ...(to.status === 'importing' ? { rows_done: 0, failure: null, cancel_asked: false } : {}),
        ...(to.status === 'done' ? { rows_done: sql<number>`rows_total` } : {}),
        ...(isEnd ? { finished_at: sql<Date>`now()`, failure: null } : {}),
      })
      .where('id', '=', id)
      .where('status', 'in', from)
      .$if(to.status === 'done', (query) => query.where('cancel_asked', '=', false))
      .returning('id')
      .executeTakeFirst();
    return moved !== undefined;
  }

  async replaceFindings(tx: Tx, runId: string, findings: Finding[]): Promise<void> {
    await tx.deleteFrom('import_error').where('run_id', '=', runId).execute();
    const CHUNK = 5000;
    for (let from = 0; from < findings.length; from += CHUNK) {
      await sql`
        INSERT INTO import_error (run_id, "row", "column", code, message, value, severity)
        SELECT ${runId}::uuid, "row", "column", code, message, value, severity
        FROM jsonb_to_recordset(${JSON.stringify(findings.slice(from, from + CHUNK))}::jsonb) AS r("row" int, "column" text, code text, message text, value text, severity text)
        ON CONFLICT DO NOTHING`.execute(tx);
    }
  }

  /** On a connection of its own, so that others see it while the import's transaction is open. True: a person wants it to stop. */
  async reportProgress(id: string, rowsDone: number): Promise<boolean> {
    const row = await this.database.updateTable('import_run').set({ rows_done: rowsDone }).where('id', '=', id).returning('cancel_asked').executeTakeFirst();
    return row?.cancel_asked ?? true;
  }

  /** Kept beside the failed job, so that the screen says why nothing goes on. */
  async noteFailure(id: string, failure: string): Promise<void> {
    await this.database.updateTable('import_run').set({ failure, rows_done: 0 }).where('id', '=', id).where('status', '=', 'importing').execute();
  }

  async askCancel(tx: Tx, id: string): Promise<boolean> {
    const row = await tx.updateTable('import_run').set({ cancel_asked: true }).where('id', '=', id).where('status', '=', 'importing').returning('id').executeTakeFirst();
    return row !== undefined;
  }

  async keepMapping(tx: Tx, signature: string, kept: { name: string; mapping: ImportMapping }): Promise<void> {
    const values = { name: kept.name, mapping: JSON.stringify(kept.mapping), updated_at: new Date() };
    await tx.insertInto('import_mapping').values({ signature, ...values }).onConflict((conflict) => conflict.column('signature').doUpdateSet(values)).execute();
  }

  async keptMapping(signature: string): Promise<ImportMapping | null> {
    const row = await this.database.selectFrom('import_mapping').select('mapping').where('signature', '=', signature).executeTakeFirst();
    return (row?.mapping as ImportMapping | undefined) ?? null;
  }
}
