import { createHash } from 'node:crypto';
import type { ImportMapping } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { FileLayout } from '../import-model';

export type MappingRefusal = { kind: 'mapping_without_title' | 'mapping_unknown_column' | 'mapping_column_twice'; message: string };

/** Files with the same columns, in whatever order, share a mapping. */
export const signatureOf = (columns: string[]): string => createHash('sha256').update([...columns].sort().join('\n')).digest('hex');

/** The layout that a person's mapping makes of a file; refused where it names what the file does not have. */
export function mappedLayout(columns: string[], mapping: ImportMapping): Result<FileLayout, MappingRefusal> {
  const { option1, option2, option3, ...fields } = mapping.fields;
  const attributes = mapping.attributes ?? [];
  const used = [...Object.values(mapping.fields), ...attributes];
  if (!fields.title) return refuse({ kind: 'mapping_without_title', message: 'No column is mapped to the title. Say which column holds it.' });
  const unknown = used.find((column) => !columns.includes(column));
  if (unknown !== undefined) return refuse({ kind: 'mapping_unknown_column', message: `The file has no column "${unknown}".` });
  const twice = used.find((column, index) => used.indexOf(column) !== index);
  if (twice !== undefined) return refuse({ kind: 'mapping_column_twice', message: `The column "${twice}" is mapped twice.` });
  return ok({
    format: 'mapped', fields,
    options: [option1, option2, option3].filter((column) => column !== undefined).map((column) => ({ name: { fixed: column }, value: column })),
    optionSeparator: null, pricesByCurrency: [], facets: null, attributes: attributes.map((column) => ({ name: column, column, separator: '|' })), grouping: fields.handle ? 'handle' : 'row', machineNumbers: false,
  });
}
