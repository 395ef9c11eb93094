import { minorUnitDigits, ok, parseMoney, refuse, type Result } from '@oneshelf/domain-kernel';

export interface ValueRefusal {
  kind: string;
  message: string;
}

export interface NumberStyle {
  currency: string;
  locale: string;
}

const ASK = 'Write it as 1299.00.';

/** A price in minor units; never rounded and never guessed. */
export function parsePrice(text: string, style: NumberStyle): Result<number, ValueRefusal> {
  const parsed = parseMoney(text, style);
  if (!parsed.ok) {
    switch (parsed.refusal.kind) {
      case 'not_an_amount':
        return refuse({ kind: 'bad_price', message: `This is not an amount. ${ASK}` });
      case 'ambiguous_amount':
        return refuse({ kind: 'ambiguous_price', message: `This could mean two amounts. ${ASK}` });
      case 'too_many_decimals':
        return refuse({ kind: 'bad_price', message: `${style.currency} has ${parsed.refusal.allowed} decimals; this has more. Round it in the file.` });
      case 'wrong_currency':
        return refuse({ kind: 'bad_price', message: `The amount names another currency than ${style.currency}.` });
    }
  }
  if (parsed.value < 0) return refuse({ kind: 'negative_price', message: 'A price cannot be below zero.' });
  return parsed;
}

/** A cost: like a price, but files of suppliers carry more decimals (12.0278 → 1203, half up); nobody pays it at a till. */
export function parseCost(text: string, style: NumberStyle): Result<number, ValueRefusal> {
  const [, whole = '', decimals = ''] = /^(\d*)\.(\d{3,})$/.exec(text) ?? [];
  if (decimals === '') return parsePrice(text, style);
  const digits = minorUnitDigits(style.currency);
  const kept = BigInt(`${whole}${decimals.slice(0, digits)}` || '0') + (Number(decimals[digits] ?? '0') >= 5 ? 1n : 0n);
  return kept <= BigInt(Number.MAX_SAFE_INTEGER) ? ok(Number(kept)) : refuse({ kind: 'bad_price', message: 'This amount is too large.' });
}

/** Pieces with up to three decimals → thousandths: "2.5" → 2500. */
export function parseStock(text: string): Result<number, ValueRefusal> {
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text);
  if (!match) return refuse({ kind: 'bad_stock', message: 'This is not a quantity. Write it as 12 or 2.5.' });
  const milli = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'));
  if (match[1] && milli > 0) return refuse({ kind: 'negative_stock', message: 'Opening stock cannot be below zero. Correct it to 0 or to what is there.' });
  return ok(milli);
}

const gramsPer: Record<string, number> = { '': 1, g: 1, gram: 1, grams: 1, kg: 1000, lb: 453.592_37, lbs: 453.592_37, oz: 28.349_523_125 };

/** Grams, whole: "2.5", "lb" → 1134. */
export function parseWeight(text: string, unit: string): Result<number, ValueRefusal> {
  const factor = gramsPer[unit.toLowerCase()];
  if (factor === undefined) return refuse({ kind: 'unknown_unit', message: `The unit "${unit}" is not known; the weight is left out. Use g, kg, lb or oz.` });
  const weight = /^\d{1,9}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (Number.isNaN(weight) || weight * factor > 100_000_000) return refuse({ kind: 'bad_weight', message: 'This is not a weight; it is left out.' });
  return ok(Math.round(weight * factor));
}

/**
 * A code that a scanner can read. A GTIN (8, 12, 13 or 14 digits) must carry its check digit: no scanner would ever
 * send a wrong one, so the code is a typing error and is left out, with a warning.
 */
export function parseBarcode(text: string): Result<string, ValueRefusal> {
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(text)) return refuse({ kind: 'barcode_damaged', message: 'A spreadsheet has turned this barcode into a number; it is left out. Format the column as text and export again.' });
  if (!/^[\x21-\x7e]{1,48}$/.test(text)) return refuse({ kind: 'bad_barcode', message: 'A barcode has at most 48 letters, digits and signs and no blanks; it is left out.' });
  if (/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(text) && !hasCheckDigit(text)) {
    return refuse({ kind: 'barcode_check_digit', message: `The last digit should be ${checkDigit(text.slice(0, -1))}; the barcode is left out, the product is imported.` });
  }
  return ok(text);
}

const hasCheckDigit = (code: string): boolean => code.endsWith(checkDigit(code.slice(0, -1)));

/** GS1 modulo 10: from the right, weights 3, 1, 3, … */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}
