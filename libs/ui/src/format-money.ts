/** Minor units to the reader's notation: (53358, 'GBP', 'en') → £533.58, (500, 'JPY', 'en') → ¥500. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const fractionDigits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** fractionDigits);
}
