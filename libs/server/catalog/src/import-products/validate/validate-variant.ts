import type { ImportField } from '@oneshelf/contracts';
import type { Result } from '@oneshelf/domain-kernel';
import type { ImportContext, VariantDraft } from '../import-model';
import type { Findings } from './findings';
import type { LayoutReader } from './layout-reader';
import { parseBarcode, parseCost, parsePrice, parseStock, parseWeight, type NumberStyle, type ValueRefusal } from './parse-values';
import { parseContents } from './parse-contents';
import { webAddress } from './text-values';
import type { VariantRows } from './variant-rows';

export interface VariantScope {
  reader: LayoutReader;
  context: ImportContext;
  findings: Findings;
}

const MAX_OPTION = 100;

/** Reads a variant by itself; what needs the rest of the product or of the file is checked by the callers. */
export function validateVariant(variant: VariantRows, optionNames: string[], scope: VariantScope): Omit<VariantDraft, 'skuMade'> & { pricesInOtherCurrencies: number } {
  const { reader, context, findings } = scope;
  const [draft] = variant.rows;
  const read = reading(scope, draft);
  for (const { value } of variant.options) {
    if (value.text.length > MAX_OPTION) findings.error(draft.row, value, { code: 'too_long', message: `An option's value has at most ${MAX_OPTION} characters.` });
  }
  const sku = reader.cell(draft, 'sku');
  if (sku && sku.text.length > 64) findings.error(draft.row, sku, { code: 'too_long', message: 'A SKU has at most 64 characters.' });
  const style: NumberStyle = { currency: context.currency, locale: reader.layout.machineNumbers ? 'en' : context.locale };
  const prices = readPrices(variant, style, scope);
  const optionValues = optionNames.map((_, index) => variant.options[index]?.value.text ?? '');
  return {
    row: draft.row,
    sku: sku?.text ?? '',
    title: optionValues.filter((text) => text !== '').join(' / '),
    optionValues,
    barcode: read('barcode', parseBarcode, 'warning') ?? null,
    costMinor: isOwnCurrency(reader.text(draft, 'currency'), context) ? read('cost', (text) => parseCost(text, style), 'error') : undefined,
    weightGrams: read('weight', (text) => parseWeight(text, reader.text(draft, 'weightUnit')), 'warning'),
    contents: read('contents', (text) => parseContents(text, reader.text(draft, 'contentsUnit')), 'warning'),
    imageUrl: webAddress(reader.text(draft, 'imageUrl')),
    priceMinor: prices.own,
    pricesInOtherCurrencies: prices.others,
    stockMilli: read('stock', parseStock, 'error') ?? null,
    stockLocation: reader.text(draft, 'stockLocation') || undefined,
  };
}

const isOwnCurrency = (currency: string, context: ImportContext): boolean => currency === '' || currency.toUpperCase() === context.currency;

/** A cell's value; blank is nothing, wrong is a finding and nothing. */
const reading =
  ({ reader, findings }: VariantScope, draft: VariantRows['rows'][0]) =>
  <Value>(field: ImportField, parse: (text: string) => Result<Value, ValueRefusal>, severity: 'error' | 'warning'): Value | undefined => {
    const cell = reader.cell(draft, field);
    if (!cell || cell.text === '') return undefined;
    const parsed = parse(cell.text);
    if (parsed.ok) return parsed.value;
    findings[severity](draft.row, cell, { code: parsed.refusal.kind, message: parsed.refusal.message });
    return undefined;
  };

/** The price in the market's currency and how many others there are. A price of zero is left out: a till would give the goods away. */
function readPrices(variant: VariantRows, style: NumberStyle, { reader, context, findings }: VariantScope): { own: number | null; others: number } {
  let own: number | null = null;
  let others = 0;
  for (const draft of variant.rows) {
    for (const { currency, cell } of reader.pricesOf(draft)) {
      if (currency !== null && currency !== context.currency) {
        others += 1;
        continue;
      }
      const parsed = parsePrice(cell.text, style);
      if (!parsed.ok) findings.error(draft.row, cell, { code: parsed.refusal.kind, message: parsed.refusal.message });
      else if (parsed.value === 0) findings.warning(draft.row, cell, { code: 'zero_price', message: 'A price of zero is left out; the product is imported without a price.' });
      else own ??= parsed.value;
    }
  }
  return { own, others };
}
