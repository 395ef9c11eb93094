import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface FailedImport {
  id: string;
  fileName: string;
  marketCode: string;
  failure: string;
  createdAt: string;
}

/** Imports that broke off since then, the newest first. */
@Injectable()
export class FailedImports {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async since(since: Date): Promise<FailedImport[]> {
    const rows = await this.database
      .selectFrom('import_run').select(['id', 'file_name', 'market_code', 'failure', 'created_at'])
      .where('status', '=', 'failed').where('created_at', '>', since)
      .orderBy('created_at', 'desc').limit(100).execute();
    return rows.map((row) => ({ id: row.id, fileName: row.file_name, marketCode: row.market_code, failure: row.failure ?? '', createdAt: row.created_at.toISOString() }));
  }
}
