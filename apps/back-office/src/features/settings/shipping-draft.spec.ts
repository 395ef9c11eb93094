import type { ShippingMethodText } from '@oneshelf/contracts';
import { emptyMethod, gapsOf, mistakesOf, moved } from './shipping-draft';

const method = (more: Partial<ShippingMethodText> = {}): ShippingMethodText => ({ code: 'standard', names: { en: 'Standard', de: 'Standard' }, feeMinor: 395, countries: ['GB'], minItemsMinor: null, maxItemsMinor: null, taxClass: null, ...more });

describe('a draft of shipping methods', () => {
  it('names what is missing or the wrong way round', () => {
    expect(mistakesOf(method())).toEqual([]);
    expect(mistakesOf(method({ names: { en: ' ', de: '' }, countries: [], minItemsMinor: 2, maxItemsMinor: 1 }))).toEqual(['no_name_en', 'no_name_de', 'no_country', 'bounds']);
  });

  it('begins a method with a code of its own, and moves one', () => {
    const methods = [method(), method({ code: 'method-3' })];
    expect(emptyMethod(methods, 'GB').code).toBe('method-4');
    expect(moved(methods, 1, -1).map(({ code }) => code)).toEqual(['method-3', 'standard']);
  });

  it('finds values that no method takes', () => {
    expect(gapsOf([method({ maxItemsMinor: 7499 }), method({ code: 'free', minItemsMinor: 7500 })])).toEqual([]);
    expect(gapsOf([method({ maxItemsMinor: 7499 }), method({ code: 'free', minItemsMinor: 8000 })])).toEqual([{ country: 'GB', atMinor: 7500 }]);
    expect(gapsOf([method({ minItemsMinor: 100 }), method({ countries: ['DE'] })])).toEqual([{ country: 'GB', atMinor: 0 }]);
    expect(gapsOf([])).toEqual([]);
  });
});
