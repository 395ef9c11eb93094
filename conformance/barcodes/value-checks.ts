import { isOfSet, valueProblem } from '@oneshelf/domain-barcodes';
import { type CaseResult, resultOf } from '../report';
import { barcodeRules } from './rules';

export interface ValueCase { linter: string; value: string; valid: boolean; error: string | null }

type Check = Parameters<typeof valueProblem>[0];

// The published names of the checks, and ours.
const checks: Record<string, Check> = {
  csum: 'check', csumalpha: 'checkPair', couponcode: 'coupon', couponposoffer: 'posOffer', hasnondigit: 'notAllDigits', hh: 'hours', hhmi: 'hoursMinutes', hyphen: 'minus', iban: 'iban', importeridx: 'importerIndex',
  iso3166: 'country', iso3166999: 'countryOrSeveral', iso3166alpha2: 'countryLetters', iso4217: 'currency', iso5218: 'sex', latitude: 'latitude', longitude: 'longitude', mediatype: 'mediaType', mi: 'minutes',
  nonzero: 'notZero', nozeroprefix: 'noLeadingZero', packagetype: 'packageType', pcenc: 'percentEncoded', pieceoftotal: 'pieceOfTotal', posinseqslash: 'positionOfTotal', ss: 'seconds', winding: 'winding',
  yesno: 'yesOrNo', yymmd0: 'dayOrMonth', yymmdd: 'day', yyyymmd0: 'longDayOrMonth', yyyymmdd: 'longDay', zero: 'zero',
};
const sets: Record<string, Parameters<typeof isOfSet>[0]> = { csetnumeric: 'N', cset82: 'X', cset39: 'Y', cset64: 'Z' };

/** A check of one value: right or not. */
export function judgeValue({ linter, value, valid, error }: ValueCase): CaseResult {
  const name = `${linter} ${JSON.stringify(value)}`;
  const [check, set] = [checks[linter], sets[linter]];
  if (linter.startsWith('gcppos')) return resultOf(name, [barcodeRules.companyPrefixes], []);
  if (linter === 'packagetype' && !valid) return resultOf(name, [barcodeRules.packageTypes], []);
  // A check that only says what checks do is none.
  if (linter === 'linter') return resultOf(name, [barcodeRules.noCheck], []);
  if (!check && !set) return resultOf(name, [], [`There is no check ${linter}.`]);
  const isRight = set ? isOfSet(set, value) : check !== undefined && valueProblem(check, value) === null;
  return resultOf(name, [], isRight === valid ? [] : [`Published as ${valid ? 'right' : `wrong (${error})`}; ours says ${isRight ? 'right' : 'wrong'}.`]);
}
