import { eventFacts } from './event-facts';

describe('eventFacts', () => {
  it('reads amounts, units, place and promotions', () => {
    expect(eventFacts({ data: { totalMinor: 21340, discounts: [{ name: 'Autumn knit', amountMinor: 960 }], locationName: 'London Soho', lines: [{ quantityMilli: 1000 }, { quantityMilli: 500 }] } })).toEqual({
      amountMinor: 21340, units: 1.5, place: 'London Soho', promotions: [{ name: 'Autumn knit', amountMinor: 960 }],
    });
  });
  it('gives nothing for data of another shape', () => {
    expect(eventFacts({ data: { amountMinor: 'lots', lines: 'two', discounts: [null, { name: 3 }], shelf: '' } })).toEqual({ promotions: [] });
  });
});
