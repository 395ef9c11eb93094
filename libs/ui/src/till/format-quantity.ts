/** Thousandths to the reader's notation: (2000, 'en') → 2, (1250, 'de') → 1,25. */
export function formatQuantity(quantityMilli: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantityMilli / 1000);
}
