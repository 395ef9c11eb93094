import * as fc from 'fast-check';
import { type Contents, unitPrice, type UnitPriceRule } from './unit-price';

const said = (...[priceMinor, quantityMilli, unit, rule = 'whole']: [priceMinor: number, quantityMilli: number, unit: Contents['unit'], rule?: UnitPriceRule]): string => {
  const price = unitPrice(priceMinor, { quantityMilli, unit }, rule);
  return price === null ? 'nothing' : `${price.amountMinor} per ${price.quantity} ${price.unit}`;
};

describe('unitPrice', () => {
  it('PRC-99 says what a kilogram, litre, metre, square metre or piece costs, half up', () => {
    expect([said(350, 250_000, 'g'), said(899, 750_000, 'ml'), said(899, 750, 'l'), said(1000, 3000, 'm'), said(4999, 2500, 'm2'), said(1400, 8000, 'piece')])
      .toEqual(['1400 per 1 kg', '1199 per 1 l', '1199 per 1 l', '333 per 1 m', '2000 per 1 m2', '175 per 1 piece']);
    expect([said(1, 2000, 'm'), said(1_000_000_000, 1, 'g')]).toEqual(['1 per 1 m', '1000000000000000 per 1 kg']);
  });

  it('PRC-100 goes by 100 g and 100 ml for small contents where the market says so', () => {
    const small = 'hundred_when_small';
    expect([said(350, 250_000, 'g', small), said(350, 0.25 * 1000, 'kg', small), said(350, 251_000, 'g', small), said(500, 200_000, 'ml', small), said(500, 200, 'm', small)])
      .toEqual(['140 per 100 g', '140 per 100 g', '1394 per 1 kg', '250 per 100 ml', '2500 per 1 m']);
  });

  it('PRC-101 says nothing that the price says already', () => {
    expect([said(350, 1000, 'kg'), said(350, 1_000_000, 'g'), said(350, 1000, 'piece'), said(350, 100_000, 'g', 'hundred_when_small'), said(350, 0, 'g')]).toEqual(Array(5).fill('nothing'));
    expect(said(350, 100_000, 'g')).toBe('3500 per 1 kg');
  });

  it('PRC-99 is the same in grams and in kilograms', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom<UnitPriceRule>('whole', 'hundred_when_small'), (price, milli, rule) => {
      expect(said(price, milli * 1000, 'g', rule)).toBe(said(price, milli, 'kg', rule));
    }));
  });
});
