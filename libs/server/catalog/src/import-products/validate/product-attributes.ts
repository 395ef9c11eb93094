import type { ProductDraft, RowDraft } from '../import-model';
import type { Findings } from './findings';
import type { LayoutReader } from './layout-reader';

const MOST_VALUES = 100;
const LONGEST = 200;
/** Facets that have a field of their own. */
const OWN_FACETS = new Set(['category', 'brand', 'make', 'collection', 'promo']);

/** What the file says of a product beyond our own fields, by name; null where its cell is blank. Undefined: it has no such column. */
export function readAttributes(head: RowDraft, reader: LayoutReader, findings: Findings): ProductDraft['attributes'] {
  const given = reader.attributesOf(head);
  const facets = Object.entries(reader.facetsOf(head)).filter(([name]) => !OWN_FACETS.has(name));
  if (given.length === 0 && facets.length === 0) return undefined;
  const read = given.map(({ name, separator, cell }): [string, string | string[] | null] => {
    const values = (separator === null ? [cell.text] : cell.text.split(separator)).map((text) => text.trim()).filter((text) => text !== '');
    const kept = [...new Set(values)].filter((text) => text.length <= LONGEST).slice(0, MOST_VALUES);
    if (kept.length < new Set(values).size) findings.warning(head.row, cell, { code: 'attribute_left_out', message: `An attribute has at most ${MOST_VALUES} values of ${LONGEST} characters; the others are left out.` });
    return [name, oneOrMany(kept, separator !== null)];
  });
  return Object.fromEntries([...facets.map(([name, values]): [string, string | string[] | null] => [name, oneOrMany(values, values.length > 1)]), ...read]);
}

const oneOrMany = (values: string[], isList: boolean): string | string[] | null => (values.length === 0 ? null : isList ? values : (values[0] ?? null));
