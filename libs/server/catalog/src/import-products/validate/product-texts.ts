import type { ImportField } from '@oneshelf/contracts';
import type { ProductDraft, RowDraft } from '../import-model';
import type { Findings } from './findings';
import type { LayoutReader } from './layout-reader';
import { readAttributes } from './product-attributes';
import { pathOf, plainText, slug, statusOf, taxClassOf, webAddress } from './text-values';

type Texts = Pick<ProductDraft, 'title' | 'description' | 'brand' | 'department' | 'category' | 'taxClass' | 'status' | 'imageUrl' | 'attributes' | 'collections'>;

const limits: Partial<Record<ImportField, number>> = {
  title: 255, handle: 200, description: 50_000, brand: 255, department: 255, category: 255, collections: 1000, sku: 64, stockLocation: 255,
};

/** What a product says once, from its first row. Missing title and over-long texts are errors. */
export function readProductTexts(head: RowDraft, reader: LayoutReader, findings: Findings): Texts {
  for (const [field, limit] of Object.entries(limits) as [ImportField, number][]) {
    const cell = reader.cell(head, field);
    if (cell && cell.text.length > limit) findings.error(head.row, cell, { code: 'too_long', message: `This is longer than ${limit} characters.` });
  }
  const title = reader.cell(head, 'title') ?? { column: reader.keyColumn, text: '' };
  if (title.text === '') findings.error(head.row, title, { code: 'missing_title', message: 'The product has no title.' });
  const facets = reader.facetsOf(head);
  return {
    title: title.text,
    description: optional(reader, head, 'description', plainText),
    brand: reader.cell(head, 'brand')?.text ?? facets['brand']?.[0] ?? facets['make']?.[0],
    ...placeInRange(head, reader, facets),
    taxClass: understood(head, { reader, findings }, { field: 'taxClass', read: taxClassOf, instead: 'standard' }),
    status: understood(head, { reader, findings }, { field: 'status', read: statusOf, instead: 'draft' }),
    imageUrl: optional(reader, head, 'imageUrl', webAddress),
    attributes: readAttributes(head, reader, findings),
    collections: [...reader.text(head, 'collections').split(/[|;,]/), ...(facets['collection'] ?? []), ...(facets['promo'] ?? [])].map((text) => text.trim()).filter((text) => slug(text) !== ''),
  };
}

const optional = <Value>(reader: LayoutReader, head: RowDraft, field: ImportField, read: (text: string) => Value): Value | undefined => {
  const cell = reader.cell(head, field);
  return cell === undefined ? undefined : read(cell.text);
};

/** Department is the first level of the hierarchy, category the rest. */
function placeInRange(head: RowDraft, reader: LayoutReader, facets: Record<string, string[]>): Pick<Texts, 'department' | 'category'> {
  const department = reader.cell(head, 'department')?.text;
  const category = reader.cell(head, 'category')?.text;
  const path = category === undefined ? (facets['category'] ?? []) : pathOf(category);
  const [first, ...rest] = path;
  if (rest.length > 0) return { department: first, category: rest.join(' > ') };
  if (department) return { department, category: first ?? '' };
  if (first !== undefined) return { department: first, category: '' };
  return { department, category };
}

/** A value of a closed list; one that says nothing to us is replaced, with a warning. */
function understood(head: RowDraft, { reader, findings }: { reader: LayoutReader; findings: Findings }, rule: { field: 'taxClass' | 'status'; read: (text: string) => string | undefined; instead: string }): string | undefined {
  const cell = reader.cell(head, rule.field);
  if (cell === undefined) return undefined;
  const value = rule.read(cell.text);
  if (value === undefined) findings.warning(head.row, cell, { code: rule.field === 'status' ? 'unknown_status' : 'unknown_tax_class', message: `This is not known here; "${rule.instead}" is taken.` });
  return value ?? rule.instead;
}
