import { ImportStarted } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import { RunImportUseCase } from './run-import.use-case';

/** Not a TransactionHandler: the import opens its own transaction, so that progress can be seen from outside. */
@HandlesEvent({ id: 'catalog.run-import', event: ImportStarted, queue: 'database' })
export class RunImportHandler implements OutsideHandler<{ importId: string }> {
  constructor(private readonly runImport: RunImportUseCase) {}

  async perform({ importId }: { importId: string }): Promise<void> {
    await this.runImport.run(importId);
  }
}
