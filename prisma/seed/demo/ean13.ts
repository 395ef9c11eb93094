/** The check digit of 12 digits: weights 1 and 3 in turn, up to the next ten (GS1 General Specifications 7.9). */
export function ean13CheckDigit(twelveDigits: string): number {
  const sum = [...twelveDigits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

// Odd and no multiple of five, so that number → number × SCATTER mod 10^10 never gives one result twice.
const SCATTER = 6_364_136_223;

/** A barcode of the range 20 to 29, which GS1 leaves to each retailer: it belongs to no maker. One per SKU number below 100,000. */
export function inStoreBarcode(skuNumber: number): string {
  const body = String((skuNumber * SCATTER) % 10_000_000_000).padStart(10, '0');
  const twelve = `24${body}`;
  return `${twelve}${ean13CheckDigit(twelve)}`;
}
