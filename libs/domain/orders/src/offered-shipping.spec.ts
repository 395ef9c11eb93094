import { offeredShipping, type Parcel, type ShippingMethod } from './offered-shipping';

describe('offeredShipping', () => {
  const methods: ShippingMethod[] = [
    { methodId: 'letter', feeMinor: 150, maxWeightGrams: 500 }, { methodId: 'parcel', feeMinor: 499, countries: ['GB', 'IE'] },
    { methodId: 'free', feeMinor: 0, minItemsMinor: 5000, countries: ['GB'] }, { methodId: 'bulky', feeMinor: 900, isPerUnit: true, minWeightGrams: 20_000 },
  ];
  const offered = (more: Partial<Parcel>): [string, number][] => offeredShipping(methods, { itemsMinor: 2000, weightGrams: 400, units: 1, country: 'GB', ...more }).map(({ methodId, amountMinor }) => [methodId, amountMinor]);

  it('ORD-7 goes by value, weight and country, the bounds included', () => {
    expect(offered({})).toEqual([['letter', 150], ['parcel', 499]]);
    expect(offered({ itemsMinor: 5000, weightGrams: 500 })).toEqual([['letter', 150], ['parcel', 499], ['free', 0]]);
    expect(offered({ itemsMinor: 4999, weightGrams: 501 })).toEqual([['parcel', 499]]);
    expect(offered({ country: 'FR', weightGrams: 501 })).toEqual([]);
  });

  it('ORD-7 counts a fee for each piece where it is said so', () => {
    expect(offered({ weightGrams: 20_000, units: 3, country: 'FR' })).toEqual([['bulky', 2700]]);
  });
});
