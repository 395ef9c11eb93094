import { decimalToMinor, divideRounded, minorUnitDigits, type Ratio, type RemainderTo, roundToStep, type RoundingMode, shareByRatio } from '@oneshelf/domain-kernel';
import { type CaseResult, resultOf } from '../report';
import { judged } from './rules';

/** Fields of the forms that the cases come in; which of them are there says what is to be done. */
export interface ArithmeticCase {
  op: string;
  mode: string;
  amount?: string;
  amountMinor?: number;
  currency?: string;
  cashStepMinor?: number | null;
  stepMinor?: number;
  ratios?: string[];
  parts?: number;
  dividend?: number;
  divisor?: number;
  power?: number;
  expected?: unknown;
  expectedMinor?: unknown;
}

export function judgeArithmetic(given: ArithmeticCase): CaseResult {
  const { op, mode, expected, expectedMinor, ...input } = given;
  const name = `${op} ${mode} ${JSON.stringify({ ...input, source: undefined })}`;
  if (given.ratios !== undefined || given.parts !== undefined) return judgeShares(name, given);
  const digits = given.currency === undefined ? 0 : minorUnitDigits(given.currency);
  const theirs = typeof expected === 'string' ? minorOf(expected, digits) : (expectedMinor ?? expected);
  const ours = rounded(given, digits);
  // What is expected to be refused says so by something else than a number.
  const agrees = typeof theirs === 'number' ? ours === theirs : ours === 'refused';
  return resultOf(name, [], agrees ? [] : [`ours ${ours}, theirs ${String(expected ?? expectedMinor)}`]);
}

function rounded({ mode, dividend, divisor, amount, amountMinor, power, stepMinor }: ArithmeticCase, digits: number): number | 'refused' {
  const named = roundingMode(mode);
  if (dividend !== undefined && divisor !== undefined) return divideRounded(dividend, divisor, modeThatRounds(named));
  if (amountMinor !== undefined) return roundToStep(amountMinor, power === undefined ? (stepMinor ?? 1) : Number(`1e${power}`), modeThatRounds(named));
  const answer = decimalToMinor(amount ?? '', { digits, stepMinor: stepMinor ?? 1, mode: named });
  return answer.ok ? answer.value : 'refused';
}

function judgeShares(name: string, { mode, amount, amountMinor, currency, cashStepMinor, ratios, parts, expected, expectedMinor }: ArithmeticCase): CaseResult {
  const digits = currency === undefined ? 0 : minorUnitDigits(currency);
  const whole = amountMinor ?? minorOf(amount ?? '', digits);
  const theirs = Array.isArray(expectedMinor) ? (expectedMinor as number[]) : Array.isArray(expected) ? expected.map((share) => minorOf(String(share), digits)) : undefined;
  if (typeof whole !== 'number' || !theirs?.every((share) => typeof share === 'number')) return resultOf(name, [], ['its amounts are no whole minor units']);
  const shared = shareByRatio(whole, ratios?.map(ratioOf) ?? Array<number>(parts ?? 0).fill(1), { stepMinor: cashStepMinor ?? 1, remainderTo: remainderTo(mode) });
  // Where the remainder is kept apart it stands behind the shares.
  const ours = theirs.length > shared.shares.length ? [...shared.shares, shared.restMinor] : shared.shares;
  const same = ours.length === theirs.length && ours.every((share, index) => share === theirs[index]);
  const { rules, problems } = judged(same ? [] : [{ kind: 'shares', amountMinor: whole, ours, theirs }]);
  return resultOf(name, rules, problems);
}

function minorOf(text: string, digits: number): number | 'refused' {
  const read = decimalToMinor(text, { digits, mode: 'exact' });
  return read.ok ? read.value : 'refused';
}

/** "3", "0.5" or "1/3". */
function ratioOf(text: string | number): Ratio {
  const [numerator = '', denominator] = String(text).split('/');
  if (denominator !== undefined) return { numerator: Number(numerator), denominator: Number(denominator) };
  const decimals = numerator.split('.')[1] ?? '';
  return { numerator: Number(numerator.replace('.', '')), denominator: Number(`1${'0'.repeat(decimals.length)}`) };
}

const remainders: Record<string, RemainderTo> = {
  FloorToFirst: 'first', ToFirst: 'first', FloorToLargestRemainder: 'largest_remainder', LargestRemainder: 'largest_remainder', FloorToLargestRatio: 'largest_ratio',
  LargestRatioFirst: 'largest_ratio', FloorSeparate: 'nobody', Separate: 'nobody', BlockSeparate: 'nobody_in_sets',
};

/** "LargestRemainder(moneyphp)" says in brackets who calls it so. */
const remainderTo = (mode: string): RemainderTo => named(remainders, mode.replace(/\(.*\)$/, ''));

// Three vocabularies, told apart by how they are spelt. "down" is towards zero in the first, towards minus infinity in the others.
const roundingModes: Record<string, RoundingMode | 'exact'> = {
  Up: 'up', Down: 'down', Ceiling: 'ceiling', Floor: 'floor', HalfUp: 'half_up', HalfDown: 'half_down', HalfEven: 'half_even', HalfCeiling: 'half_ceiling', HalfFloor: 'half_floor', Unnecessary: 'exact',
  UP: 'ceiling', DOWN: 'floor', HALF_UP: 'half_up', HALF_DOWN: 'half_down', HALF_EVEN: 'half_even', HALF_ODD: 'half_odd', HALF_POSITIVE_INFINITY: 'half_ceiling', HALF_NEGATIVE_INFINITY: 'half_floor',
  up: 'ceiling', down: 'floor', halfUp: 'half_ceiling', halfDown: 'half_floor', halfEven: 'half_even', halfOdd: 'half_odd', halfTowardsZero: 'half_down', halfAwayFromZero: 'half_up',
};

const roundingMode = (mode: string): RoundingMode | 'exact' => named(roundingModes, mode);

function modeThatRounds(mode: RoundingMode | 'exact'): RoundingMode {
  if (mode === 'exact') throw new Error('a division by integers has no mode that forbids rounding');
  return mode;
}

function named<Meaning>(meanings: Record<string, Meaning>, mode: string): Meaning {
  const meaning = Object.hasOwn(meanings, mode) ? meanings[mode] : undefined;
  if (meaning === undefined) throw new Error(`the mode ${mode} is not known`);
  return meaning;
}
