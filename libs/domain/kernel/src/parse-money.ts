import { isCurrency, minorUnitDigits } from './currency';
import { ok, refuse, type Result } from './result';

export type MoneyRefusal =
  | { kind: 'not_an_amount'; text: string }
  | { kind: 'ambiguous_amount'; text: string }
  | { kind: 'too_many_decimals'; text: string; allowed: number }
  | { kind: 'wrong_currency'; text: string; expected: string };

/**
 * Reads an amount that a person typed or pasted and gives minor units: "€ 35,20" → 3520, "1,000.50" → 100050. Never
 * rounds and never guesses: what could mean two amounts in this locale is refused (KRN-5). A minus sign is kept.
 */
export function parseMoney(text: string, context: { currency: string; locale: string }): Result<number, MoneyRefusal> {
  const stripped = withoutCurrency(text, context);
  if (stripped === null) return refuse({ kind: 'wrong_currency', text, expected: context.currency });
  const match = /^([-−]?)\s*(\d[\d.,\s'’]*|[.,]\d+)$/.exec(stripped);
  if (!match) return refuse({ kind: 'not_an_amount', text });
  const digits = minorUnitDigits(context.currency);
  const parts = splitDecimals(match[2] ?? '', digits, marksOf(context.locale, context.currency).group);
  if (parts === 'not_an_amount' || parts === 'ambiguous_amount') return refuse({ kind: parts, text });
  const decimals = parts.decimals.replace(/0+$/, '').padEnd(digits, '0');
  if (decimals.length > digits) return refuse({ kind: 'too_many_decimals', text, allowed: digits });
  const amount = Number(parts.whole + decimals);
  if (!Number.isSafeInteger(amount)) return refuse({ kind: 'not_an_amount', text });
  return ok(match[1] && amount > 0 ? -amount : amount);
}

interface Decimal {
  whole: string;
  decimals: string;
}

const groupedBy = (separator: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(${separator}\\d{3})+$`);

function splitDecimals(body: string, digits: number, group: string | undefined): Decimal | 'not_an_amount' | 'ambiguous_amount' {
  // Blanks and apostrophes only ever group: 1 000,50 and 1’000.50.
  if (/[\s'’]/.test(body)) {
    const [, whole = '', , decimals = ''] = /^([^.,]+)([.,](\d+))?$/.exec(body) ?? [];
    return groupedBy("[\\s'’]").test(whole) ? { whole: whole.replace(/\D/g, ''), decimals } : 'not_an_amount';
  }
  const separators = body.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return { whole: body, decimals: '' };
  const at = body.lastIndexOf(last);
  const whole = body.slice(0, at);
  const decimals = body.slice(at + 1);
  if (separators.some((separator) => separator !== last)) return mixed({ whole, decimals }, last);
  const grouped = groupedBy(`\\${last}`).test(body);
  if (separators.length > 1) return grouped ? { whole: body.replace(/\D/g, ''), decimals: '' } : 'not_an_amount';
  // One separator and three digits behind it: "1.000" is a thousand in German and one in English.
  if (!grouped) return { whole, decimals };
  if (last === group || digits === 0) return { whole: body.replace(/\D/g, ''), decimals: '' };
  return digits === 3 ? { whole, decimals } : 'ambiguous_amount';
}

/** Both separators occur: the last is the decimal one, the other must group by three. */
function mixed({ whole, decimals }: Decimal, last: string): Decimal | 'not_an_amount' {
  return groupedBy(last === ',' ? '\\.' : ',').test(whole) ? { whole: whole.replace(/\D/g, ''), decimals } : 'not_an_amount';
}

/** The text without its currency; null when it names another one than expected. */
function withoutCurrency(text: string, { currency, locale }: { currency: string; locale: string }): string | null {
  const plain = text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim();
  const name = marksOf(locale, currency).names.find((candidate) => plain.includes(candidate));
  if (name !== undefined) return plain.replace(name, '').trim();
  const [other] = /\p{Sc}|[A-Z]{3}/u.exec(plain) ?? [];
  return other !== undefined && (other.length === 1 || isCurrency(other)) ? null : plain;
}

interface Marks {
  group: string | undefined;
  /** How the currency may be written, the longest first: "US$" before "$". */
  names: string[];
}

// A pasted column holds thousands of cells, and making Intl formats costs more than reading one.
const marksByContext = new Map<string, Marks>();

function marksOf(locale: string, currency: string): Marks {
  const key = `${locale} ${currency}`;
  const known = marksByContext.get(key);
  if (known) return known;
  const partOf = (type: string, options: Intl.NumberFormatOptions): string | undefined =>
    new Intl.NumberFormat(locale, options).formatToParts(1_000_000).find((part) => part.type === type)?.value;
  const symbols = (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => partOf('currency', { style: 'currency', currency, currencyDisplay }));
  const names = [currency, ...symbols].filter((name) => name !== undefined).sort((a, b) => b.length - a.length);
  const marks = { group: partOf('group', { useGrouping: true }), names };
  marksByContext.set(key, marks);
  return marks;
}
