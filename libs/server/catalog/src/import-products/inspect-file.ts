import type { ImportMapping } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { guessMapping } from './formats/guess-mapping';
import { isTranslations, recogniseLayout } from './formats/recognise-layout';
import type { FileLayout, ImportContext } from './import-model';
import { type FileRefusal, openProductFile, type ProductFile } from './read-file/open-product-file';

export interface InspectedFile {
  file: ProductFile;
  /** Null: nobody knows these columns, a person maps them. */
  layout: FileLayout | null;
  /** What the names of the columns suggest, where nobody knows them. */
  guess: ImportMapping | null;
}

export type InspectionRefusal = FileRefusal | { kind: 'translations_only'; message: string };

/** What a file is: a known export, a table to be mapped, or nothing that can be imported, with the reason. */
export async function inspectFile(content: Buffer, context: ImportContext): Promise<Result<InspectedFile, InspectionRefusal>> {
  const opened = await openProductFile(content);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (isTranslations(file.columns)) {
    return refuse({ kind: 'translations_only', message: 'This file translates products and holds no products itself. Nothing was stored. Import the file of products.' });
  }
  const layout = recogniseLayout(file.columns, context);
  return ok({ file, layout, guess: layout ? null : guessMapping(file.columns, context.locale) });
}
