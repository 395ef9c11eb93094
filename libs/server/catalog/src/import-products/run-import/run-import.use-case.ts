import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, system, Transactions, type Tx } from '@oneshelf/platform';
import { lockForImport } from '../import-locks';
import { type ImportRunRow, ImportRunRepository } from '../import-run.repository';
import { ApplyProducts } from '../plan/apply-products';
import { countFindings, noCounts } from '../plan/import-counts';
import { ReadRun, type RunInput } from '../read-run';

type Stopped = { kind: 'cancelled' | 'not_importing' };

/** Thrown in the middle of a batch to roll back; never leaves this file. */
class CancelAsked extends Error {}

/**
 * Imports a file in one transaction: all of it or nothing. A worker that dies leaves nothing, the job's retry starts
 * again; a run that is done is not done again. Imports wait for one another.
 */
@Injectable()
export class RunImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
    private readonly reader: ReadRun,
    private readonly apply: ApplyProducts,
  ) {}

  async run(importId: string): Promise<void> {
    const run = await this.repository.find(importId);
    if (run?.status !== 'importing') return;
    try {
      const input = await this.reader.read(run);
      if (!input.ok) throw new Error(input.refusal.message);
      const outcome = await this.write(run, input.value);
      if (!outcome.ok && outcome.refusal.kind === 'cancelled') await this.cancel(importId);
    } catch (error) {
      await this.repository.noteFailure(importId, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private async write(run: ImportRunRow, input: RunInput): Promise<Result<void, Stopped>> {
    try {
      return await this.transactions.run<void, Stopped>((tx) => this.importAll(tx, run, input));
    } catch (error) {
      if (error instanceof CancelAsked) return refuse({ kind: 'cancelled' });
      throw error;
    }
  }

  private async importAll(tx: Tx, run: ImportRunRow, { read, context, columns }: RunInput): Promise<Result<void, Stopped>> {
    await lockForImport(tx, run.id);
    const now = await this.repository.find(run.id, tx);
    if (now?.status !== 'importing') return refuse({ kind: 'not_importing' });
    const counts = { ...noCounts(), productsRejected: read.productsRejected };
    let rowsDone = 0;
    const onBatch = async (rows: number) => {
      rowsDone += rows;
      if (await this.repository.reportProgress(run.id, rowsDone)) throw new CancelAsked();
    };
    const clashes = await this.apply.run(tx, { importId: run.id, products: read.products, context, columns, counts, write: true, onBatch });
    const findings = [...read.findings, ...clashes];
    countFindings(counts, findings);
    await this.repository.replaceFindings(tx, run.id, findings);
    await recordAudit(tx, { actor: system('import'), action: 'import', subject: 'import_run', subjectId: run.id, after: counts });
    // Last statement: a cancel that came until here wins, one that comes later is told that it is too late.
    return (await this.repository.move(tx, run.id, ['importing'], { status: 'done', counts })) ? ok(undefined) : refuse({ kind: 'cancelled' });
  }

  private cancel(importId: string): Promise<boolean> {
    return this.transactions.write((tx) => this.repository.move(tx, importId, ['importing'], { status: 'cancelled' }));
  }
}
