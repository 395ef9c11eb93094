import { minorUnitDigits } from './currency';

// Making an Intl.NumberFormat costs some 50 µs and a sheet shows thousands of amounts.
const formats = new Map<string, Intl.NumberFormat>();

/** An amount for people: 3520 EUR → "35,20 €" (de), "€35.20" (en-GB). Exact up to 7 × 10^13 units of the currency. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const digits = minorUnitDigits(currency);
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(amountMinor / 10 ** digits);
}
