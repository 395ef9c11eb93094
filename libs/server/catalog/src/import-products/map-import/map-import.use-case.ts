import { Injectable } from '@nestjs/common';
import type { ImportMapping } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { mappedLayout, type MappingRefusal, signatureOf } from '../formats/mapped-layout';
import { ImportRunRepository } from '../import-run.repository';

export type MapRefusal = MappingRefusal | { kind: 'import_not_found' | 'import_already_started'; message: string };

/** Says which column holds what. Kept by the file's columns, so the next such file needs no hand. */
@Injectable()
export class MapImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
  ) {}

  async run(importId: string, mapping: ImportMapping, actor: Actor): Promise<Result<void, MapRefusal>> {
    const run = await this.repository.find(importId);
    if (!run) return refuse({ kind: 'import_not_found', message: 'There is no such import.' });
    const layout = mappedLayout(run.columns, mapping);
    if (!layout.ok) return layout;
    return this.transactions.run<void, MapRefusal>(async (tx) => {
      const moved = await this.repository.move(tx, importId, ['uploaded', 'checked'], { status: 'uploaded', format: 'mapped', mapping });
      if (!moved) return refuse({ kind: 'import_already_started', message: 'This import was started or ended before. Its mapping was not changed.' });
      await this.repository.keepMapping(tx, signatureOf(run.columns), { name: run.fileName, mapping });
      await recordAudit(tx, { actor, action: 'map', subject: 'import_run', subjectId: importId, before: run.mapping, after: mapping });
      return ok(undefined);
    });
  }
}
