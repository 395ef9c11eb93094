import { gs1CheckDigit } from '@oneshelf/domain-barcodes';

// Odd and no multiple of five, so that number → number × SCATTER mod 10^10 never gives one result twice.
const SCATTER = 6_364_136_223;

/** A barcode of the range 20 to 29, which GS1 leaves to each retailer: it belongs to no maker. One per SKU number below 100,000. */
export function inStoreBarcode(skuNumber: number): string {
  const body = String((skuNumber * SCATTER) % 10_000_000_000).padStart(10, '0');
  const twelve = `24${body}`;
  return `${twelve}${gs1CheckDigit(twelve)}`;
}
