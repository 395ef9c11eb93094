import { type Result, ok } from '@oneshelf/domain-kernel';
import { mappedLayout } from './formats/mapped-layout';
import type { ImportContext } from './import-model';
import { inspectFile, type InspectionRefusal } from './inspect-file';
import { readProducts, type ReadProducts } from './read-products';

export interface FilePreview {
  format: string;
  columns: string[];
  rowsTotal: number;
  /** Null: no mapping can be guessed, a person must map the columns. */
  read: ReadProducts | null;
}

/** What would be read from a file, by its own format or the mapping that its columns suggest. Asks no database. */
export async function previewFile(content: Buffer, context: ImportContext): Promise<Result<FilePreview, InspectionRefusal>> {
  const inspected = await inspectFile(content, context);
  if (!inspected.ok) return inspected;
  const { file, layout, guess } = inspected.value;
  const guessed = guess && mappedLayout(file.columns, guess);
  const used = layout ?? (guessed?.ok ? guessed.value : null);
  return ok({ format: used?.format ?? 'unknown', columns: file.columns, rowsTotal: file.rowsTotal, read: used && (await readProducts(file, used, context)) });
}
