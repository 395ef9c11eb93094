import { invariant } from './invariant';

// ISO 4217 as of 2026 by the digits after the point, funds codes among them. Metals and test codes have no minor unit.
const codesByDigits: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
    COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
    JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
    NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

// Gone from ISO 4217 since the eighties: nothing is sold in them, but documents of those years are still shown.
const withdrawnByDigits: Record<number, string> = {
  0: 'ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TRL',
  2: `ANG ATS AZM BGL BGN CSK CUC CYP DDM DEM EEK FIM FRF GHC HRK IEP LTL LVL MRO MTL MXP MZM NLG PLZ ROL RUR SDD SIT SKK SLL
    SRG STD SUR TMM UAK VEB VEF YUM ZMK ZWD ZWL`,
};

// The smallest step of cash in minor units where it is more than one: the coins that are left (CLDR), and where a law or the
// central bank has prices rounded in cash though the smaller unit lives on (AUD, ILS, MYR, NZD).
const codesByCashStep: Record<number, string> = {
  5: 'AUD CAD CHF MYR',
  10: 'ILS NZD',
  50: 'DKK',
  100: `AFN ALL AMD COP CRC CZK GYD IDR IRR KPW LAK LBP MGA MMK MNT MUR NOK PKR RSD SEK SOS SYP TWD TZS UZS YER`,
  500: 'HUF',
  1000: 'IQD',
};

const byCode = (codes: Record<number, string>): ReadonlyMap<string, number> =>
  new Map(Object.entries(codes).flatMap(([value, list]) => list.split(/\s+/).map((code): [string, number] => [code, Number(value)])));

const digitsByCode = byCode(codesByDigits);
const withdrawnDigitsByCode = byCode(withdrawnByDigits);
const cashStepByCode = byCode(codesByCashStep);

/** Whether amounts can be asked in it today. */
export const isCurrency = (code: string): boolean => digitsByCode.has(code);

/** Digits after the point of a currency's amounts: GBP 2, JPY 0, KWD 3. An unknown code is a bug: check input by `isCurrency`. */
export function minorUnitDigits(currency: string): number {
  const digits = digitsByCode.get(currency) ?? withdrawnDigitsByCode.get(currency);
  invariant(digits !== undefined, `minorUnitDigits: ${currency} is no currency of ISO 4217`);
  return digits;
}

/** What a payment in cash is a multiple of, in minor units: CHF 5, SEK 100, GBP 1 (KRN-13). */
export const cashRounding = (currency: string): number => cashStepByCode.get(currency) ?? 1;
