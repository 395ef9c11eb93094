import { parseMoney } from '@oneshelf/domain-kernel';
import { formatAmount } from './format-amount';
import type { SheetText } from './sheet-types';

/**
 * Reads and writes amounts as people of a locale do, by the rules of the kernel: `€ 35,20`, `1.000,50` in German.
 * Cells are written without currency and groups, so that a spreadsheet takes them as numbers.
 */
export function sheetText(locale: string): SheetText {
  const decimalSeparator = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return {
    parseMoney: (text, { currency }) => {
      const result = parseMoney(text, { currency, locale });
      return result.ok ? { ok: true, amountMinor: result.value } : { ok: false };
    },
    formatMoney: (amountMinor, { fractionDigits }) => formatAmount(amountMinor, fractionDigits, decimalSeparator),
    formatDifference: (basisPoints) => signed.format(basisPoints / 10_000),
    formatMargin: (marginBasisPoints) => percent.format(marginBasisPoints / 10_000),
  };
}
