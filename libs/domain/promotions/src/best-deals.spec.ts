import * as fc from 'fast-check';
import { bestDeals, type DiscountableLine, type PercentOff } from './best-deals';

const promotion = (promotionId: string, percentBasisPoints: number, more: Partial<PercentOff> = {}): PercentOff => ({
  promotionId, name: `Promotion ${promotionId}`, collectionId: 'boots', percentBasisPoints, channelCodes: [],
  startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z', ...more,
});
const line = (lineId: string, amountMinor: number, collectionIds = ['boots']): DiscountableLine => ({ lineId, amountMinor, collectionIds });
const context = { channelCode: 'till', at: '2026-11-20T10:00:00Z' };
const percents = fc.array(
  fc.record({ collectionId: fc.constantFrom('boots', 'tents', 'sale'), percentBasisPoints: fc.integer({ min: 0, max: 12_000 }), channelCodes: fc.constantFrom<string[][]>([], ['till'], ['web']) }),
  { maxLength: 6 },
);
const baskets = fc.array(fc.record({ amountMinor: fc.nat(1_000_000), collectionIds: fc.subarray(['boots', 'tents', 'sale']) }), { maxLength: 15 });

describe('bestDeals', () => {
  it('PRM-1 goes by collection, channel and date', () => {
    const promotions = [
      promotion('a', 1000, { channelCodes: ['web'] }), promotion('b', 1000, { startsAt: '2026-11-20T10:00:00.001Z' }),
      promotion('c', 1000, { endsAt: '2026-11-20T10:00:00.000Z' }), promotion('d', 9000, { collectionId: 'tents' }),
    ];
    const deals = bestDeals([line('1', 5000), line('2', 5000, [])], promotions, context);
    expect(deals.discountMinorByLine).toEqual(new Map());
    expect(deals.discounts).toEqual([]);
    expect(deals.traceByLine.get('1')?.map(({ promotionId, because, applied }) => [promotionId, because, applied])).toEqual([
      ['a', 'other_channel', false], ['b', 'not_started', false], ['c', 'ended', false],
    ]);
    expect(deals.traceByLine.has('2')).toBe(false);
    const web = bestDeals([line('1', 5000)], promotions, { channelCode: 'web', at: '2026-11-01T00:00:00.000Z' });
    expect(web.discountMinorByLine).toEqual(new Map([['1', 500]]));
  });

  it('PRM-2 only the best deal of a line applies', () => {
    const deals = bestDeals([line('1', 5000)], [promotion('a', 1000), promotion('b', 2000), promotion('c', 2000)], context);
    expect(deals.traceByLine.get('1')).toEqual([
      { promotionId: 'b', name: 'Promotion b', applied: true, amountMinor: 1000, because: 'best_deal' },
      { promotionId: 'a', name: 'Promotion a', applied: false, amountMinor: 500, because: 'better_deal_applies' },
      { promotionId: 'c', name: 'Promotion c', applied: false, amountMinor: 1000, because: 'better_deal_applies' },
    ]);
    expect(deals.discounts).toEqual([{ promotionId: 'b', name: 'Promotion b', amountMinor: 1000 }]);
  });

  it('PRM-3 is computed once on the sum and shared out', () => {
    const deals = bestDeals([line('c', 5), line('a', 5), line('b', 5)], [promotion('p', 1000)], context);
    expect(deals.discounts).toEqual([{ promotionId: 'p', name: 'Promotion p', amountMinor: 2 }]);
    expect(['a', 'b', 'c'].map((id) => deals.discountMinorByLine.get(id))).toEqual([1, 1, 0]);
  });

  it('PRM-4 [L-32] takes the percentage of the list price, never of another discount or on top of it', () => {
    const deals = bestDeals([line('1', 10_000, ['boots', 'sale'])], [promotion('a', 4000), promotion('b', 7000, { collectionId: 'sale' })], context);
    expect(deals.discountMinorByLine.get('1')).toBe(7000);
  });

  it('PRM-5 [L-41] never makes a line cost less than nothing', () => {
    expect(bestDeals([line('1', 500), line('2', 0)], [promotion('a', 15_000)], context).discountMinorByLine).toEqual(new Map([['1', 500], ['2', 0]]));
    expect(() => bestDeals([], [promotion('a', -1)], context)).toThrow('percentage');
  });

  it('PRM-6 [L-33] does not depend on the order of lines or promotions, and sums', () => {
    fc.assert(
      fc.property(baskets, percents, (given, offers) => {
        const lines = given.map((entry, index) => ({ ...entry, lineId: `l${index}` }));
        const promotions = offers.map((offer, index) => promotion(`p${index}`, offer.percentBasisPoints, offer));
        const deals = bestDeals(lines, promotions, context);
        const reversed = bestDeals([...lines].reverse(), [...promotions].reverse(), context);
        expect(reversed.discounts).toEqual(deals.discounts);
        let total = 0;
        for (const one of lines) {
          const discount = deals.discountMinorByLine.get(one.lineId) ?? 0;
          expect(reversed.discountMinorByLine.get(one.lineId) ?? 0).toBe(discount);
          expect(reversed.traceByLine.get(one.lineId)).toEqual(deals.traceByLine.get(one.lineId));
          expect(discount >= 0 && discount <= one.amountMinor).toBe(true);
          total += discount;
        }
        expect(deals.discounts.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(total);
      }),
    );
  });
});
