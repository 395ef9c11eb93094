import { posOfferProblem, couponProblem } from './coupon-values';
import { hasCheckDigit } from './check-digit';
import { countryLetters, countryNumbers, currencyNumbers, mediaTypes } from './code-lists';
import { dateProblem, type DateForm, isHour, isSixtieth } from './date-values';

/** What a value must say. Freight unit types (UN/ECE recommendation 21) are taken as they come. */
export type ValueCheck =
  | 'check' | 'checkPair' | 'companyPrefix' | 'coupon' | 'country' | 'countryLetters' | 'countryOrSeveral' | 'currency' | 'day' | 'dayOrMonth' | 'hours' | 'hoursMinutes' | 'iban' | 'importerIndex'
  | 'latitude' | 'longDay' | 'longDayOrMonth' | 'longitude' | 'mediaType' | 'minus' | 'minutes' | 'noLeadingZero' | 'notAllDigits' | 'notZero' | 'packageType' | 'percentEncoded'
  | 'pieceOfTotal' | 'posOffer' | 'positionOfTotal' | 'seconds' | 'sex' | 'winding' | 'yesOrNo' | 'zero';

const date = (form: DateForm) => (value: string): string | null => dateProblem(value, form);
const must = (problem: string, holds: (value: string) => boolean) => (value: string): string | null => (holds(value) ? null : problem);
const matches = (problem: string, pattern: RegExp) => must(problem, (value) => pattern.test(value));

const checks: Record<ValueCheck, (value: string) => string | null> = {
  check: must('wrong_check_digit', hasCheckDigit),
  checkPair: must('wrong_check_pair', hasCheckPair),
  companyPrefix: matches('no_company_prefix', /^\d{4}/),
  coupon: couponProblem,
  country: must('unknown_country', (value) => countryNumbers.has(value)),
  countryLetters: must('unknown_country', (value) => countryLetters.has(value)),
  countryOrSeveral: must('unknown_country', (value) => value === '999' || countryNumbers.has(value)),
  currency: must('unknown_currency', (value) => currencyNumbers.has(value)),
  day: date('YYMMDD'),
  dayOrMonth: date('YYMMD0'),
  longDay: date('YYYYMMDD'),
  longDayOrMonth: date('YYYYMMD0'),
  hours: must('not_an_hour', isHour),
  minutes: must('not_a_minute', isSixtieth),
  seconds: must('not_a_second', isSixtieth),
  hoursMinutes: must('not_a_time', (value) => value.length === 4 && isHour(value.slice(0, 2)) && isSixtieth(value.slice(2))),
  iban: must('not_an_iban', isIban),
  importerIndex: matches('not_an_importer_index', /^[\w-]$/),
  latitude: must('not_a_latitude', (value) => /^\d{10}$/.test(value) && Number(value) <= 1_800_000_000),
  longitude: must('not_a_longitude', (value) => /^\d{10}$/.test(value) && Number(value) <= 3_600_000_000),
  mediaType: must('unknown_media_type', (value) => mediaTypes.has(value)),
  minus: matches('not_a_minus', /^-+$/),
  noLeadingZero: matches('leading_zero', /^[1-9]\d*$/),
  notAllDigits: matches('only_digits', /\D/),
  notZero: matches('zero', /^0*[1-9]\d*$/),
  packageType: () => null,
  percentEncoded: matches('broken_percent_sequence', /^(?:[^%]|%[\dA-Fa-f]{2})*$/),
  pieceOfTotal: must('not_a_piece_of_a_total', isPieceOfTotal),
  posOffer: posOfferProblem,
  positionOfTotal: must('not_a_position', isPositionOfTotal),
  sex: matches('not_a_code_of_iso_5218', /^[0129]$/),
  winding: matches('not_a_winding', /^[019]$/),
  yesOrNo: matches('not_zero_or_one', /^[01]$/),
  zero: matches('not_zero', /^0+$/),
};

/** What is wrong with a value by one check; null when nothing is. */
export const valueProblem = (check: ValueCheck, value: string): string | null => checks[check](value);

const sets = { N: /^\d*$/, X: /^[!"%&'()*+,\-./\d:;<=>?A-Z_a-z]*$/, Y: /^[#\-/\dA-Z]*$/, Z: /^[\w-]*={0,2}$/ };

/** Whether a text is of a GS1 character set: N digits, X of 82, Y of 39, Z of 64. */
export const isOfSet = (set: keyof typeof sets, text: string): boolean => sets[set].test(text) && (set !== 'Z' || !text.includes('=') || hasRightPadding(text));

// Three bytes are four signs: one sign of padding follows two bytes, two follow one.
const hasRightPadding = (text: string): boolean => text.length % 4 !== 1 && text.replace(/=+$/, '').length > 0 && (text.replace(/=+$/, '').length + /=*$/.exec(text)![0].length) % 3 === 0;

const pairSigns = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const pairDigits = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** One prime for each place from the right, for up to 97 signs before the pair. */
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311, 313, 317, 331, 337, 347, 349, 353, 359, 367, 373, 379, 383, 389, 397, 401, 409, 419, 421, 431, 433, 439, 443, 449, 457, 461, 463, 467, 479, 487, 491, 499, 503, 509];

/** The two check characters of a Global Model Number (GS1 General Specifications, "GMN check character pair"). */
function hasCheckPair(value: string): boolean {
  const payload = value.slice(0, -2);
  if (value.length < 2 || payload.length > primes.length || !isOfSet('X', payload)) return false;
  const sum = [...payload].reduceRight((total, sign, place) => total + pairSigns.indexOf(sign) * (primes[payload.length - 1 - place] ?? 0), 0) % 1021;
  return value.slice(-2) === `${pairDigits[sum >> 5]}${pairDigits[sum & 31]}`;
}

/** ISO 13616: the digits of the rearranged number, letters as 10 to 35, leave 1 when divided by 97. */
function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{1,30}$/.test(value) || !countryLetters.has(value.slice(0, 2))) return false;
  return [...value.slice(4), ...value.slice(0, 4)].reduce((rest, sign) => Number(`${rest}${parseInt(sign, 36)}`) % 97, 0) === 1;
}

function isPieceOfTotal(value: string): boolean {
  if (!/^(?:\d\d)+$/.test(value)) return false;
  const [piece, total] = [Number(value.slice(0, value.length / 2)), Number(value.slice(value.length / 2))];
  return piece > 0 && piece <= total;
}

function isPositionOfTotal(value: string): boolean {
  const [, position, total] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  return position !== undefined && Number(position) <= Number(total);
}
