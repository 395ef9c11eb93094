import { eventFacts } from './event-facts';

describe('eventFacts', () => {
  it('reads amounts, units, place and promotions', () => {
    expect(eventFacts({ data: { totalMinor: 21340, discounts: [{ name: 'Autumn knit', amountMinor: 960 }], locationName: 'London Soho', lines: [{ quantityMilli: 1000 }, { quantityMilli: 500 }] } })).toEqual({
      amountMinor: 21340, units: 1.5, place: 'London Soho', parts: [], products: [], promotions: [{ name: 'Autumn knit', amountMinor: 960 }],
    });
  });
  it('reads the places of a routing and the products of a short pick', () => {
    expect(eventFacts({ data: { parts: [{ locationName: 'London Soho', quantityMilli: 2000 }, { locationName: 'Leeds', quantityMilli: 1000 }] } }).parts).toEqual([{ place: 'London Soho', units: 2 }, { place: 'Leeds', units: 1 }]);
    expect(eventFacts({ data: { locationId: 'l-1', lines: [{ title: 'Leather belt', quantityMilli: 1000 }], skus: ['BEL-1'] } })).toEqual({ units: 1, locationId: 'l-1', parts: [], products: ['Leather belt', 'BEL-1'], promotions: [] });
  });
  it('gives nothing for data of another shape', () => {
    expect(eventFacts({ data: { amountMinor: 'lots', lines: 'two', discounts: [null, { name: 3 }], shelf: '' } })).toEqual({ parts: [], products: [], promotions: [] });
  });
});
