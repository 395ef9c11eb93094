import { unitPriceWords } from './unit-price-words';

it('says a unit price as the law asks for it, in the market’s way of writing', () => {
  const german = { currency: 'EUR', locale: 'de-DE', piece: 'Stück' };
  expect(unitPriceWords({ amountMinor: 350, quantity: 100, unit: 'g' }, german).replace('\u00a0', ' ')).toBe('3,50 € / 100 g');
  expect(unitPriceWords({ amountMinor: 175, quantity: 1, unit: 'piece' }, { currency: 'GBP', locale: 'en-GB', piece: 'piece' })).toBe('£1.75 / 1 piece');
  expect(unitPriceWords({ amountMinor: 2000, quantity: 1, unit: 'm2' }, { currency: 'GBP', locale: 'en-GB', piece: 'piece' })).toBe('£20.00 / 1 m²');
});
