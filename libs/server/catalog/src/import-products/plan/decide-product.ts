import type { Finding, ProductDraft, VariantDraft } from '../import-model';
import { Findings, rejectSiblings } from '../validate/findings';
import { contentHashOf, formatHashes, parseHashes, priceHashOf } from './content-hash';
import type { ExistingCatalogue, ExistingProduct, ExistingVariant } from './existing-catalogue';

export interface DecidedVariant {
  draft: VariantDraft;
  kind: 'new' | 'changed' | 'unchanged';
  /** Null for a new one: the id is made when it is written. */
  id: string | null;
}

export type ProductDecision =
  | { kind: 'rejected'; draft: ProductDraft; findings: Finding[] }
  | { kind: 'unchanged'; draft: ProductDraft }
  | { kind: 'new' | 'changed'; draft: ProductDraft; productId: string | null; contentHash: string; variants: DecidedVariant[]; pricesChanged: boolean };

export interface DecisionScope {
  existing: ExistingCatalogue;
  marketCode: string;
  /** Columns to name when a SKU, a barcode or a whole row is meant. */
  columns: { sku: string; barcode: string; key: string };
}

/** What an import does with one valid product, given what the catalogue holds. Pure. */
export function decideProduct(draft: ProductDraft, scope: DecisionScope): ProductDecision {
  const known = knownProduct(draft, scope.existing);
  const findings = clashes(draft, known, scope);
  if (findings.length > 0) return { kind: 'rejected', draft, findings };
  const hashes = parseHashes(known?.contentHash ?? '');
  const [content, prices] = [contentHashOf(draft), priceHashOf(draft)];
  const contentChanged = hashes.content !== content;
  const pricesChanged = prices !== '' && hashes.pricesByMarket.get(scope.marketCode) !== prices;
  if (known && !contentChanged && !pricesChanged) return { kind: 'unchanged', draft };
  const pricesByMarket = prices === '' ? hashes.pricesByMarket : new Map(hashes.pricesByMarket).set(scope.marketCode, prices);
  return {
    kind: known ? 'changed' : 'new', draft, productId: known?.id ?? null, contentHash: formatHashes({ content, pricesByMarket }),
    variants: draft.variants.map((variant) => decideVariant(variant, scope.existing.variantsBySku.get(variant.sku))), pricesChanged,
  };
}

/** A product is known by the file's handle; where the handle is ours, by its first SKU. */
function knownProduct(draft: ProductDraft, existing: ExistingCatalogue): ExistingProduct | undefined {
  const byHandle = existing.productsByHandle.get(draft.handle);
  if (!draft.handleMade) return byHandle;
  const variant = existing.variantsBySku.get(draft.variants[0]?.sku ?? '');
  return (variant && existing.productsById.get(variant.productId)) ?? byHandle;
}

function clashes(draft: ProductDraft, known: ExistingProduct | undefined, { existing, columns }: DecisionScope): Finding[] {
  const findings = new Findings();
  for (const variant of draft.variants) {
    const owner = existing.variantsBySku.get(variant.sku);
    const product = owner && existing.productsById.get(owner.productId);
    if (owner && owner.productId !== known?.id) {
      findings.error(variant.row, { column: columns.sku, text: variant.sku }, { code: 'sku_of_another_product', message: `This SKU belongs to "${product?.title ?? ''}" (${product?.handle ?? ''}). Correct the SKU or the handle.` });
    }
    const bearer = variant.barcode === null ? undefined : existing.skuByBarcode.get(variant.barcode);
    if (bearer !== undefined && bearer !== variant.sku) {
      findings.error(variant.row, { column: columns.barcode, text: variant.barcode ?? '' }, { code: 'barcode_of_another_variant', message: `This barcode belongs to SKU ${bearer}.` });
    }
  }
  // A handle that we made is no proof of being the same product: one of the SKUs must be the same too.
  const sharesSku = draft.variants.some(({ sku, skuMade }) => skuMade || existing.variantsBySku.get(sku)?.productId === known?.id);
  if (known && draft.handleMade && !sharesSku) {
    findings.error(draft.row, { column: columns.key, text: draft.title }, { code: 'handle_taken', message: `"${known.title}" (${known.handle}) has this name and other SKUs. Map a column to the handle to tell them apart.` });
  }
  // A list of single SKUs knows neither title nor options of a product that has several; it would spoil both.
  if (known && draft.handleMade && known.optionNames.length > 0 && draft.optionNames.length === 0) {
    findings.error(draft.row, { column: columns.sku, text: draft.variants[0]?.sku ?? '' }, { code: 'handle_needed', message: `This SKU is one of several variants of "${known.title}". Map a column to the handle to change it.` });
  }
  rejectSiblings(findings, draft.rows, columns.key);
  return findings.all;
}

function decideVariant(draft: VariantDraft, known: ExistingVariant | undefined): DecidedVariant {
  if (!known) return { draft, kind: 'new', id: null };
  const same =
    known.title === draft.title &&
    JSON.stringify(known.optionValues) === JSON.stringify(draft.optionValues) &&
    (draft.costMinor === undefined || draft.costMinor === known.costMinor) &&
    (draft.weightGrams === undefined || draft.weightGrams === known.weightGrams) &&
    (draft.contents === undefined || (draft.contents.quantityMilli === known.contentsMilli && draft.contents.unit === known.contentsUnit)) &&
    (draft.imageUrl === undefined || draft.imageUrl === known.imageUrl);
  return { draft, kind: same ? 'unchanged' : 'changed', id: known.id };
}
