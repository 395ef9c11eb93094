import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { nobodyWorksOn } from '../import-locks';
import { ImportRunRepository } from '../import-run.repository';

export type CancelRefusal = { kind: 'import_not_found' | 'import_already_ended'; message: string };

/**
 * Stops an import so that nothing of it stays. One that a worker writes is asked to stop and rolls back at its next
 * batch; one that nobody works on (queued, or its worker died) is cancelled at once.
 */
@Injectable()
export class CancelImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
  ) {}

  async run(importId: string, actor: Actor): Promise<Result<void, CancelRefusal>> {
    return this.transactions.run<void, CancelRefusal>(async (tx) => {
      const stopped =
        (await this.repository.move(tx, importId, ['uploaded', 'checked'], { status: 'cancelled' })) ||
        ((await nobodyWorksOn(tx, importId)) && (await this.repository.move(tx, importId, ['importing'], { status: 'cancelled' }))) ||
        (await this.repository.askCancel(tx, importId));
      if (stopped) {
        await recordAudit(tx, { actor, action: 'cancel', subject: 'import_run', subjectId: importId });
        return ok(undefined);
      }
      const run = await this.repository.find(importId, tx);
      if (!run) return refuse({ kind: 'import_not_found', message: 'There is no such import.' });
      return refuse({ kind: 'import_already_ended', message: 'This import has ended before. Nothing was cancelled.' });
    });
  }
}
