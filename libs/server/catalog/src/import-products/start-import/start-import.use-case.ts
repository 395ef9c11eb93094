import { Injectable } from '@nestjs/common';
import { ImportStarted } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, publish, recordAudit, Transactions } from '@oneshelf/platform';
import { ImportRunRepository } from '../import-run.repository';

export type StartRefusal = { kind: 'import_not_found' | 'import_not_checked'; message: string };

/** Hands a checked import to the worker. Starting it twice starts it once. */
@Injectable()
export class StartImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
  ) {}

  async run(importId: string, actor: Actor): Promise<Result<void, StartRefusal>> {
    return this.transactions.run<void, StartRefusal>(async (tx) => {
      if (await this.repository.move(tx, importId, ['checked'], { status: 'importing' })) {
        await publish(tx, { type: ImportStarted, key: importId, payload: { importId } });
        await recordAudit(tx, { actor, action: 'start', subject: 'import_run', subjectId: importId });
        return ok(undefined);
      }
      const run = await this.repository.find(importId, tx);
      if (!run) return refuse({ kind: 'import_not_found', message: 'There is no such import.' });
      if (run.status === 'importing') return ok(undefined);
      return refuse({ kind: 'import_not_checked', message: 'Only an import that was just checked can start. Nothing was imported. Check it first.' });
    });
  }
}
