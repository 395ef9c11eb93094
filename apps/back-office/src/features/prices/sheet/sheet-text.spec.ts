import fc from 'fast-check';
import { sheetText } from './sheet-text';
import { priceColumn } from './testing';

const euro = priceColumn('euro', { currency: 'EUR' });

it('reads and writes as the locale does', () => {
  const german = sheetText('de');
  expect(german.parseMoney('€ 1.000,50', euro)).toEqual({ ok: true, amountMinor: 100_050 });
  expect(german.parseMoney('£5', euro)).toEqual({ ok: false });
  expect(german.formatMoney(-100_050, euro)).toBe('-1000,50');
  expect(german.formatMargin(-198_200)).toBe('-1.982\u00a0%');
  expect(sheetText('en-GB').formatMoney(5, euro)).toBe('0.05');
  expect(sheetText('en-GB').formatMargin(5_649)).toBe('56%');
});

it('reads back every amount that it wrote', () => {
  const column = fc.constantFrom(['GBP', 2], ['EUR', 2], ['JPY', 0], ['KWD', 3]).map(([currency, fractionDigits]) =>
    priceColumn('any', { currency: String(currency), fractionDigits: Number(fractionDigits) }));
  fc.assert(fc.property(fc.constantFrom('en-GB', 'de', 'fr', 'de-CH'), column, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (locale, target, amountMinor) => {
    const text = sheetText(locale);
    expect(text.parseMoney(text.formatMoney(amountMinor, target), target)).toEqual({ ok: true, amountMinor });
  }));
});
