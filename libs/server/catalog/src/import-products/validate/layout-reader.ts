import type { ImportField } from '@oneshelf/contracts';
import type { Cell, FileLayout, RowDraft } from '../import-model';

interface OptionAt {
  name: { at: number; column: string } | { fixed: string };
  value: { at: number; column: string };
}

/** Reads rows by the layout: keeps only the cells that are used and finds them by field. */
export class LayoutReader {
  readonly columnsNotUsed: string[];
  private readonly used: { column: string; index: number }[] = [];
  private readonly at = new Map<string, number>();
  private readonly options: OptionAt[];

  constructor(
    readonly layout: FileLayout,
    columns: string[],
  ) {
    const optionColumns = layout.options.flatMap(({ name, value }) => ('column' in name ? [name.column, value] : [value]));
    const wanted = new Set([...Object.values(layout.fields), ...optionColumns, ...layout.pricesByCurrency.map(({ column }) => column), ...(layout.facets ? [layout.facets] : []), ...layout.attributes.map(({ column }) => column)]);
    for (const [index, column] of columns.entries()) {
      if (!wanted.has(column)) continue;
      this.at.set(column, this.used.length);
      this.used.push({ column, index });
    }
    this.columnsNotUsed = columns.filter((column) => !wanted.has(column));
    const place = (column: string) => ({ at: this.at.get(column) ?? -1, column });
    this.options = layout.options.map(({ name, value }) => ({ name: 'column' in name ? place(name.column) : name, value: place(value) }));
  }

  draft(row: number, cells: string[]): RowDraft {
    return { row, cells: this.used.map(({ index }) => cells[index] ?? '') };
  }

  /** The cell of a field; undefined when the file has no such column. */
  cell(draft: RowDraft, field: ImportField): Cell | undefined {
    const column = this.layout.fields[field];
    return column === undefined ? undefined : { column, text: draft.cells[this.at.get(column) ?? -1] ?? '' };
  }

  text(draft: RowDraft, field: ImportField): string {
    return this.cell(draft, field)?.text ?? '';
  }

  /** Name and value of each option that the row fills; a name may be blank below a product's first row. */
  optionsOf(draft: RowDraft): { name: string; value: Cell }[] {
    const { optionSeparator } = this.layout;
    return this.options.flatMap(({ name, value }) => {
      const nameText = 'fixed' in name ? name.fixed : (draft.cells[name.at] ?? '');
      const valueText = draft.cells[value.at] ?? '';
      if (optionSeparator === null) return valueText === '' ? [] : [{ name: nameText, value: { column: value.column, text: valueText } }];
      const names = nameText.split(optionSeparator);
      return valueText === '' ? [] : valueText.split(optionSeparator).map((text, index) => ({ name: names[index]?.trim() ?? '', value: { column: value.column, text: text.trim() } }));
    });
  }

  /** Prices of the row as the file writes them; currency null: the market's own. */
  pricesOf(draft: RowDraft): { currency: string | null; cell: Cell }[] {
    const own = this.cell(draft, 'price');
    const currency = this.text(draft, 'currency').toUpperCase();
    const columns = this.layout.pricesByCurrency.map((price) => ({ currency: price.currency, cell: { column: price.column, text: draft.cells[this.at.get(price.column) ?? -1] ?? '' } }));
    return [...(own ? [{ currency: currency || null, cell: own }] : []), ...columns].filter(({ cell }) => cell.text !== '');
  }

  /** "category:Shoes|brand:Acme" → { category: ['Shoes'], brand: ['Acme'] }, keys in small letters. */
  facetsOf(draft: RowDraft): Record<string, string[]> {
    const { facets } = this.layout;
    const text = facets === null ? '' : (draft.cells[this.at.get(facets) ?? -1] ?? '');
    const found: Record<string, string[]> = {};
    for (const [key, value] of text.split('|').map((facet) => facet.split(':'))) {
      if (key && value) (found[key.trim().toLowerCase()] ??= []).push(value.trim());
    }
    return found;
  }

  /** Each column that is kept as an attribute. */
  attributesOf(draft: RowDraft): { name: string; separator: string | null; cell: Cell }[] {
    return this.layout.attributes.map(({ name, column, separator }) => ({ name, separator, cell: { column, text: draft.cells[this.at.get(column) ?? -1] ?? '' } }));
  }

  /** The column to name when a whole row is meant. */
  get keyColumn(): string {
    return this.layout.fields.title ?? this.layout.fields.handle ?? '';
  }
}
