import { cashRounding, isCurrency, minorUnitDigits } from '@oneshelf/domain-kernel';
import { type CaseResult, resultOf } from '../report';
import { judged, type Difference } from './rules';

/** The tables speak of what is in use; ours is of this day. */
const today = '2026-11-01';

export type Row = Record<string, string>;

/** The tables that we know, by their columns. */
export const currencyTables: { columns: string[]; judge: (rows: Row[]) => CaseResult[] }[] = [
  { columns: ['AlphabeticCode', 'MinorUnit', 'WithdrawalDate'], judge: judgeIso },
  { columns: ['currency', 'isoMinorUnits', 'cldrDigits', 'cldrCashDigits', 'cldrCashRounding'], judge: (rows) => rows.map(judgeCrossChecked) },
  { columns: ['Code', 'DecPlaces'], judge: (rows) => rows.map(judgeDecimalPlaces) },
  { columns: ['Country', 'Currency'], judge: (rows) => rows.map(({ Country, Currency = '' }) => inUse(`the currency of ${Country}`, [withoutComment(Currency)])) },
  { columns: ['FromCurrencyCode', 'ToCurrencyCode'], judge: judgeRates },
];

/** One case a code. A code may be withdrawn in one country and live on in another. */
function judgeIso(rows: Row[]): CaseResult[] {
  const codes = [...new Set(rows.map(({ AlphabeticCode = '' }) => AlphabeticCode).filter((code) => code !== ''))];
  return codes.map((code) => {
    const current = rows.find(({ AlphabeticCode, WithdrawalDate }) => AlphabeticCode === code && WithdrawalDate === '');
    // "-" stands for no minor unit: metals, units of account, codes for testing.
    const digits = current && /^\d+$/.test(current.MinorUnit ?? '') ? Number(current.MinorUnit) : undefined;
    if (digits === undefined) return notInUse(`ISO 4217 ${code}, ${current ? 'without a minor unit' : 'withdrawn'}`, code);
    return withDigits(`ISO 4217 ${code}`, { code, digits, source: 'iso' });
  });
}

function judgeCrossChecked({ currency = '', isoMinorUnits, cldrCashDigits, cldrCashRounding }: Row): CaseResult {
  const digits: Difference[] = digitsOf(currency) === Number(isoMinorUnits) ? [] : [{ kind: 'digits', source: 'iso', ours: digitsOf(currency), theirs: Number(isoMinorUnits) }];
  const { rules, problems } = judged([...digits, ...cashDifference(currency, { digits: Number(cldrCashDigits), rounding: Number(cldrCashRounding) })]);
  return resultOf(`minor unit and cash of ${currency}`, rules, problems);
}

function judgeDecimalPlaces({ Code = '', DecPlaces = '' }: Row): CaseResult {
  const [digits, comment] = [withoutComment(DecPlaces), DecPlaces.split('#')[1]?.trim()];
  const name = `decimal places of ${Code}`;
  if (Number(digits) < 0) return notInUse(name, Code);
  // Withdrawn ones ("Old, now EUR"; "Special") keep their digits for documents of their time.
  if (!/^(Old|Special)/.test(comment ?? '')) return withDigits(name, { code: Code, digits: Number(digits), source: 'joda' });
  const { rules, problems } = judged(digitsOf(Code) === Number(digits) ? [] : [{ kind: 'digits', source: 'joda', ours: digitsOf(Code), theirs: Number(digits) }]);
  return resultOf(name, rules, [...problems, ...(isCurrency(Code) ? [`${Code} is withdrawn, yet can be sold in`] : [])]);
}

/** Rates of years ago: their amounts must still have a meaning. */
function judgeRates(rows: Row[]): CaseResult[] {
  const codes = new Set(rows.flatMap(({ FromCurrencyCode = '', ToCurrencyCode = '' }) => [FromCurrencyCode, ToCurrencyCode]));
  return [...codes].map((code) => resultOf(`rates of ${code}`, [], digitsOf(code) === undefined ? [`${code} has no digits`] : []));
}

export interface CldrCurrencies {
  fractions: Record<string, { _digits: string; _rounding: string; _cashDigits?: string; _cashRounding?: string }>;
  region: Record<string, Record<string, { _from?: string; _to?: string; _tender?: string }>[]>;
}

/** A case for each currency that CLDR says something about, and one for each region: what is tender there can be sold in. */
export function judgeCldr({ fractions, region }: CldrCurrencies): CaseResult[] {
  const currencies = Object.entries(fractions).filter(([code]) => code !== 'DEFAULT').map(([code, fraction]) => {
    const theirs = Number(fraction._digits);
    const differences: Difference[] = digitsOf(code) === theirs ? [] : [{ kind: 'digits', source: 'cldr', ours: digitsOf(code), theirs }];
    if (isCurrency(code)) differences.push(...cashDifference(code, { digits: Number(fraction._cashDigits ?? fraction._digits), rounding: Number(fraction._cashRounding ?? fraction._rounding) }));
    const { rules, problems } = judged(differences);
    return resultOf(`CLDR on ${code}`, rules, problems);
  });
  const regions = Object.entries(region).map(([code, history]) => {
    const tender = history.flatMap((entry) => Object.entries(entry)).filter(([, { _to, _tender }]) => _tender !== 'false' && (_to === undefined || _to >= today));
    return inUse(`CLDR on the tender of ${code}`, tender.map(([currency]) => currency));
  });
  return [...currencies, ...regions];
}

function withDigits(name: string, { code, digits, source }: { code: string; digits: number; source: 'iso' | 'joda' }): CaseResult {
  const { rules, problems } = judged(digitsOf(code) === digits ? [] : [{ kind: 'digits', source, ours: digitsOf(code), theirs: digits }]);
  return resultOf(name, rules, [...problems, ...(isCurrency(code) ? [] : [`${code} cannot be sold in`])]);
}

const inUse = (name: string, codes: string[]): CaseResult => resultOf(name, [], codes.filter((code) => !isCurrency(code)).map((code) => `${code} cannot be sold in`));

const withoutComment = (value: string): string => (value.split('#')[0] ?? '').trim();

const notInUse = (name: string, code: string): CaseResult => resultOf(name, [], isCurrency(code) ? [`${code} can be sold in`] : []);

const digitsOf = (code: string): number | undefined => {
  try {
    return minorUnitDigits(code);
  } catch {
    return undefined;
  }
};

/** Cash digits and a multiple of them as one step of the minor unit: of 2 digits, 0 in cash and by 5 are 500. */
function cashDifference(code: string, { digits, rounding }: { digits: number; rounding: number }): Difference[] {
  const theirs = Number(`1e${Math.max(0, (digitsOf(code) ?? digits) - digits)}`) * Math.max(1, rounding);
  return cashRounding(code) === theirs ? [] : [{ kind: 'cash', ours: cashRounding(code), theirs }];
}
