import type { ImportCounts } from '@oneshelf/contracts';
import type { Finding, ProductDraft } from '../import-model';
import type { ProductDecision } from './decide-product';

export const noCounts = (): ImportCounts => ({
  productsNew: 0, productsChanged: 0, productsUnchanged: 0, productsRejected: 0, variantsNew: 0, variantsChanged: 0, variantsUnchanged: 0,
  rowsRejected: 0, skusMade: 0, prices: 0, pricesInOtherCurrencies: 0, stockLines: 0, errors: 0, warnings: 0,
});

/** Adds one decision to the table that the dry run shows. */
export function countDecision(counts: ImportCounts, decision: ProductDecision): void {
  switch (decision.kind) {
    case 'rejected':
      counts.productsRejected += 1;
      return;
    case 'unchanged':
      counts.productsUnchanged += 1;
      counts.variantsUnchanged += decision.draft.variants.length;
      break;
    case 'new':
      counts.productsNew += 1;
      break;
    case 'changed':
      counts.productsChanged += 1;
      break;
  }
  countVariants(counts, decision);
  counts.skusMade += decision.draft.variants.filter(({ skuMade }) => skuMade).length;
  counts.pricesInOtherCurrencies += decision.draft.pricesInOtherCurrencies;
}

function countVariants(counts: ImportCounts, decision: ProductDecision): void {
  if (decision.kind !== 'new' && decision.kind !== 'changed') return;
  for (const { kind, draft } of decision.variants) {
    if (kind === 'new') counts.variantsNew += 1;
    else if (kind === 'changed') counts.variantsChanged += 1;
    else counts.variantsUnchanged += 1;
    if (decision.pricesChanged && draft.priceMinor !== null) counts.prices += 1;
    if (kind === 'new' && draft.stockMilli) counts.stockLines += 1;
  }
}

export function countFindings(counts: ImportCounts, findings: Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  counts.errors = errors.length;
  counts.warnings = findings.length - errors.length;
  counts.rowsRejected = new Set(errors.map(({ row }) => row)).size;
}

export const rowsOf = (products: ProductDraft[]): number => products.reduce((total, { rows }) => total + rows.length, 0);
