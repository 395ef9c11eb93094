import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Transactions } from '@oneshelf/platform';
import { ImportRunRepository } from '../import-run.repository';
import { ApplyProducts } from '../plan/apply-products';
import { countFindings, noCounts } from '../plan/import-counts';
import { ReadRun, type ReadRunRefusal } from '../read-run';

export type CheckRefusal = ReadRunRefusal | { kind: 'import_not_found' | 'import_already_started'; message: string };

/** The dry run: decides everything that the import would do, writes nothing but counts and findings. */
@Injectable()
export class CheckImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
    private readonly reader: ReadRun,
    private readonly apply: ApplyProducts,
  ) {}

  async run(importId: string): Promise<Result<void, CheckRefusal>> {
    const run = await this.repository.find(importId);
    if (!run) return refuse({ kind: 'import_not_found', message: 'There is no such import.' });
    const input = await this.reader.read(run);
    if (!input.ok) return input;
    const { read, context, columns } = input.value;
    return this.transactions.run<void, CheckRefusal>(async (tx) => {
      const counts = { ...noCounts(), productsRejected: read.productsRejected };
      const clashes = await this.apply.run(tx, { importId, products: read.products, context, columns, counts, write: false, onBatch: () => Promise.resolve() });
      const findings = [...read.findings, ...clashes];
      countFindings(counts, findings);
      const moved = await this.repository.move(tx, importId, ['uploaded', 'checked'], { status: 'checked', counts });
      if (!moved) return refuse({ kind: 'import_already_started', message: 'This import was started or ended before. It was not checked again.' });
      await this.repository.replaceFindings(tx, importId, findings);
      return ok(undefined);
    });
  }
}
