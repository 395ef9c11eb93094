import type { StorefrontVariant } from '@oneshelf/contracts';
import { firstVariant, optionsOf, withOption } from './product-options';
import { lowestPrice } from './lowest-price';

const variant = (colour: string, size: string, more: Partial<StorefrontVariant> = {}): StorefrontVariant => ({ id: `${colour}-${size}`, sku: 'S', title: `${colour} / ${size}`, optionValues: [colour, size], priceMinor: 5950, unit: 'piece', unitPrice: null, listMinor: 5950, lowestLast30DaysMinor: null, availableMilli: 1000, promise: null, ...more });
const variants = [variant('Navy', 'M', { availableMilli: 0 }), variant('Navy', 'L'), variant('Rust', 'L', { priceMinor: 4900 })];

describe('product options', () => {
  it('lists the values of each option once', () => {
    expect(optionsOf({ optionNames: ['Colour', 'Size'], variants })).toEqual([{ name: 'Colour', values: ['Navy', 'Rust'] }, { name: 'Size', values: ['M', 'L'] }]);
  });
  it('starts with something that can be bought', () => {
    expect(firstVariant({ variants })?.id).toBe('Navy-L');
    expect(firstVariant({ variants: [variant('Navy', 'M', { availableMilli: 0 })] })?.id).toBe('Navy-M');
  });
  it('keeps the other options where it can', () => {
    expect(withOption(variants, variants[1]!, { index: 0, value: 'Rust' }).id).toBe('Rust-L');
    expect(withOption(variants, variants[0]!, { index: 0, value: 'Rust' }).id).toBe('Rust-L');
  });
  it('shows the lowest price', () => {
    expect(lowestPrice(variants)).toEqual({ priceMinor: 4900, listMinor: 5950, isLowest: true });
    expect(lowestPrice([{ priceMinor: null, listMinor: null }])).toBeUndefined();
  });
});
