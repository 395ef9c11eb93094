import * as fc from 'fast-check';
import { cashRounding, isCurrency, minorUnitDigits } from './currency';
import { decimalToMinor } from './decimal-to-minor';
import { formatMoney } from './format-money';
import { addMoney, compareMoney, money, subtractMoney } from './money';
import { parseMoney } from './parse-money';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const read = (text: string, locale = 'en-GB', currency = 'GBP'): number | string => {
  const result = parseMoney(text, { currency, locale });
  return result.ok ? result.value : result.refusal.kind;
};

describe('currencies', () => {
  it('KRN-3 know their digits', () => {
    expect(['GBP', 'EUR', 'JPY', 'KWD', 'CLF', 'ISK', 'HUF'].map(minorUnitDigits)).toEqual([2, 2, 0, 3, 4, 0, 2]);
    expect(isCurrency('XYZ')).toBe(false);
    expect(isCurrency('gbp')).toBe(false);
    expect(() => minorUnitDigits('XYZ')).toThrow('ISO 4217');
  });

  it('KRN-3 withdrawn ones keep their digits for old documents', () => {
    expect(['DEM', 'ITL', 'HRK', 'BGN'].map(minorUnitDigits)).toEqual([2, 0, 2, 2]);
    expect(['DEM', 'ITL', 'HRK', 'BGN', 'XAU', 'XXX'].filter(isCurrency)).toEqual([]);
    expect(() => minorUnitDigits('XAU')).toThrow('ISO 4217');
  });

  it('KRN-13 [L-47] cash has its own smallest step', () => {
    expect(['CHF', 'DKK', 'SEK', 'HUF', 'NZD', 'IQD', 'GBP', 'EUR', 'JPY'].map(cashRounding)).toEqual([5, 50, 100, 500, 10, 1000, 1, 1, 1]);
  });
});

describe('decimalToMinor', () => {
  const minor = (text: string, digits: number, more: Partial<Parameters<typeof decimalToMinor>[1]> = {}): number | string => {
    const result = decimalToMinor(text, { digits, mode: 'exact', ...more });
    return result.ok ? result.value : result.refusal.kind;
  };

  it('KRN-15 reads exactly and rounds once', () => {
    expect([minor('1.075', 2, { stepMinor: 5, mode: 'half_down' }), minor('1.075', 2, { stepMinor: 5, mode: 'half_up' })]).toEqual([105, 110]);
    expect([minor('35.2', 2), minor('35', 3), minor('-0.00', 2), minor('+7.500', 1), minor('1.00', 0)]).toEqual([3520, 35_000, 0, 75, 1]);
    expect([minor('-1.5', 2, { stepMinor: 100, mode: 'down' }), minor('0.125', 2, { mode: 'half_even' })]).toEqual([-100, 12]);
  });

  it('KRN-15 refuses what would be guessed or lost', () => {
    expect([minor('1.005', 2), minor('1.07', 2, { stepMinor: 5 })]).toEqual(['not_exact', 'not_exact']);
    expect(['1,5', '', '.5', '5.', '1e3', '£5', ' 5'].map((text) => minor(text, 2))).toEqual(Array(7).fill('not_a_decimal'));
    expect(minor('99999999999999999999', 2)).toBe('too_large');
  });
});

describe('money', () => {
  it('KRN-16 adds, takes away and compares in one currency', () => {
    expect(addMoney(money(100, 'GBP'), money(250, 'GBP'))).toEqual({ amountMinor: 350, currency: 'GBP' });
    expect(subtractMoney(money(100, 'GBP'), money(250, 'GBP')).amountMinor).toBe(-150);
    expect(compareMoney(money(100, 'GBP'), money(250, 'GBP'))).toBeLessThan(0);
    expect(() => money(0.5, 'GBP')).toThrow('whole number');
  });

  it('KRN-16 two currencies do not compile, and throw where the compiler cannot see', () => {
    const [pounds, euros] = [money(100, 'GBP'), money(100, 'EUR')];
    // @ts-expect-error pounds and euros have no sum
    expect(() => addMoney(pounds, euros)).toThrow('no common amount');
    // @ts-expect-error pounds and euros have no difference
    expect(() => subtractMoney(pounds, euros)).toThrow('no common amount');
    // @ts-expect-error pounds and euros are neither more nor less
    expect(() => compareMoney(pounds, euros)).toThrow('no common amount');
    const read: string = 'EUR';
    expect(() => addMoney(money(100, read), pounds)).toThrow('no common amount');
  });
});

describe('formatMoney', () => {
  it('KRN-4 shows all digits of the currency in the locale', () => {
    expect(plain(formatMoney(3520, 'EUR', 'de'))).toBe('35,20 €');
    expect(formatMoney(3520, 'EUR', 'en-GB')).toBe('€35.20');
    expect(formatMoney(-100050, 'GBP', 'en-GB')).toBe('-£1,000.50');
    expect(plain(formatMoney(3520, 'KWD', 'en-GB'))).toBe('KWD 3.520');
    expect(formatMoney(3520, 'JPY', 'en-GB')).toMatch(/3,520$/);
  });
});

describe('parseMoney', () => {
  it('KRN-5 reads what people paste', () => {
    expect(read('€ 35,20', 'de', 'EUR')).toBe(3520);
    expect(read('35,20 EUR', 'de', 'EUR')).toBe(3520);
    expect(read('35,20\u00a0€', 'en-GB', 'EUR')).toBe(3520);
    expect([read('1,000.50'), read('1,000.50', 'de')]).toEqual([100050, 100050]);
    expect([read('1.000,50'), read('1.000,50', 'de')]).toEqual([100050, 100050]);
    expect(read('1 000,50', 'fr', 'EUR')).toBe(100050);
    expect(read('1’000.50', 'de-CH', 'CHF')).toBe(100050);
    expect(read('1,234,567', 'en-GB')).toBe(123456700);
    expect([read('5'), read('.5'), read('5.'), read('0.50'), read('5.5')]).toEqual([500, 50, 500, 50, 550]);
    expect([read('-5'), read('−£5.00'), read('£-5'), read('-0')]).toEqual([-500, -500, -500, 0]);
    expect(read('12.3400')).toBe(1234);
    expect([read('$5', 'en-US', 'USD'), read('$5', 'en-CA', 'CAD'), read('35 zł', 'pl', 'PLN')]).toEqual([500, 500, 3500]);
  });

  it('KRN-5 takes three digits behind one separator for thousands only where the locale writes them so', () => {
    expect([read('1.000', 'de'), read('1,000', 'en-GB')]).toEqual([100000, 100000]);
    expect([read('1.000', 'en-GB'), read('9,999', 'de', 'EUR')]).toEqual(['ambiguous_amount', 'ambiguous_amount']);
    expect([read('1,000', 'de', 'JPY'), read('1.000', 'en-GB', 'JPY')]).toEqual([1000, 1000]);
    expect([read('1.000', 'en-GB', 'KWD'), read('1,000', 'en-GB', 'KWD')]).toEqual([1000, 1_000_000]);
  });

  it('KRN-5 refuses the rest and never rounds', () => {
    expect(['abc', '', '  ', '1,00,0', '1.00.0', '12 34', '5 apples', '1-2', '1e5', '--5', '.', '99999999999999999'].map((text) => read(text))).toEqual(Array(12).fill('not_an_amount'));
    expect([read('0,125', 'de', 'EUR'), read('1.505'), read('5.5', 'en-GB', 'JPY')]).toEqual(['too_many_decimals', 'ambiguous_amount', 'too_many_decimals']);
    expect([read('£5', 'en-GB', 'EUR'), read('$5'), read('5 USD'), read('¥5')]).toEqual(Array(4).fill('wrong_currency'));
    expect(parseMoney('£5', { currency: 'EUR', locale: 'de' })).toEqual({ ok: false, refusal: { kind: 'wrong_currency', text: '£5', expected: 'EUR' } });
  });

  it('KRN-5 reads back what formatMoney shows', () => {
    const locales = fc.constantFrom('en-GB', 'de', 'fr', 'de-CH', 'en-US', 'es', 'it');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), locales, fc.constantFrom('GBP', 'EUR', 'USD', 'CHF', 'KWD', 'JPY'), (amount, locale, currency) => {
        expect(parseMoney(formatMoney(amount, currency, locale), { currency, locale })).toEqual({ ok: true, value: amount });
      }),
    );
  });
});
