import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, newId, recordAudit, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { mappedLayout, signatureOf } from '../formats/mapped-layout';
import { ImportRunRepository } from '../import-run.repository';
import { inspectFile, type InspectionRefusal } from '../inspect-file';
import { ReadRun } from '../read-run';

export interface UploadInput {
  fileName: string;
  content: Buffer;
  marketCode: string;
  actor: Actor;
}

export type UploadRefusal = InspectionRefusal | { kind: 'unknown_market'; message: string };

/** Takes a product file in: looks at all of it, recognises its format, keeps it for the dry run. The catalogue is not touched. */
@Injectable()
export class UploadImportUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportRunRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly reader: ReadRun,
  ) {}

  async run({ fileName, content, marketCode, actor }: UploadInput): Promise<Result<string, UploadRefusal>> {
    const { markets } = await this.organisation.read();
    if (!markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market "${marketCode}". Nothing was stored. Choose one of ${[...markets.keys()].join(', ')}.` });
    const inspected = await inspectFile(content, await this.reader.contextOf(marketCode));
    if (!inspected.ok) return inspected;
    const { file, layout } = inspected.value;
    // A mapping kept from an earlier file with these columns is taken at once; the screen still shows it.
    const kept = layout ? null : await this.repository.keptMapping(signatureOf(file.columns));
    const mapping = kept && mappedLayout(file.columns, kept).ok ? kept : null;
    const format = layout?.format ?? (mapping ? 'mapped' : 'unknown');
    const id = newId();
    await this.transactions.write(async (tx) => {
      await this.repository.insert(tx, { id, fileName, fileHash: createHash('sha256').update(content).digest('hex'), format, mapping, marketCode, createdBy: actor.name, file });
      await recordAudit(tx, { actor, action: 'upload', subject: 'import_run', subjectId: id, after: { fileName, format, marketCode, rows: file.rowsTotal } });
    });
    return ok(id);
  }
}
