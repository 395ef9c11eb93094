import * as fc from 'fast-check';
import { applyPromotions, discountsByLine } from './apply-promotions';
import type { Discount, LaneModes, Promotion, Reward } from './promotion';
import { aBasket, aLine, aPromotion } from './testing';

const discounts: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ percentBasisPoints: fc.integer({ min: 0, max: 12_000 }) }), fc.record({ amountOffMinor: fc.nat(5000) }), fc.record({ priceMinor: fc.nat(5000) }),
);
const selectors = fc.oneof(fc.constant({}), fc.constantFrom('boots', 'tents', 'sale').map((id) => ({ collectionIds: [id] })));
const quantities = fc.integer({ min: 1, max: 3 });
const steps = fc.array(fc.record({ from: fc.nat(9000), discount: discounts }), { maxLength: 3 });
const rewards: fc.Arbitrary<Reward> = fc.oneof(
  fc.record({ kind: fc.constant('lines' as const), per: fc.constantFrom('unit' as const, 'line' as const), on: selectors, discount: discounts }),
  fc.record({ kind: fc.constant('lines' as const), per: fc.constant('unit' as const), on: selectors, discount: discounts, furtherUnits: discounts, maxUnits: quantities }),
  fc.record({ kind: fc.constant('tiers' as const), on: selectors, by: fc.constantFrom('quantity' as const, 'spend' as const), steps }),
  fc.record({ kind: fc.constant('buy_get' as const), buy: fc.record({ on: selectors, quantity: fc.nat(2) }), get: fc.record({ on: selectors, quantity: quantities, discount: discounts, which: fc.constantFrom('cheapest' as const, 'dearest' as const, 'equal_or_less' as const), bySpend: steps }, { requiredKeys: ['on', 'quantity', 'discount', 'which'] }) }),
  fc.record({ kind: fc.constant('bundle' as const), parts: fc.array(fc.record({ on: selectors, quantity: quantities }), { minLength: 1, maxLength: 2 }), priceMinor: fc.nat(5000) }),
  fc.record({ kind: fc.constant('basket' as const), on: selectors, discount: discounts }),
);
const offers = fc.array(fc.record({ reward: rewards, priority: fc.nat(2), exclusive: fc.constantFrom(false, false, true, 'everywhere' as const), group: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }) }), { maxLength: 6 });
const baskets = fc.array(fc.record({ unitMinor: fc.nat(8000), units: fc.integer({ min: 1, max: 4 }), collectionIds: fc.subarray(['boots', 'tents', 'sale']) }), { maxLength: 6 });
const modes = fc.constantFrom<LaneModes>({ item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' }, { item: 'stacking', basket: 'stacking', shipping: 'stacking' }, { item: 'best_deal', basket: 'stacking', shipping: 'best_deal' });

type Offer = { reward: Reward; priority: number; exclusive: Promotion['exclusive'] & {}; group: string | undefined };
const promotionsOf = (given: Offer[]): Promotion[] =>
  given.map(({ reward, priority, exclusive, group }, index) => aPromotion(`p${index}`, reward, { priority, exclusive, ...(group === undefined ? {} : { group }) }));
const linesOf = (given: { unitMinor: number; units: number; collectionIds: string[] }[]) => given.map(({ unitMinor, ...more }, index) => aLine(`l${index}`, unitMinor, more));

describe('applyPromotions, for any basket', () => {
  it('PRM-6 [L-33] order changes nothing, discounts sum, nothing goes below zero', () => {
    fc.assert(
      fc.property(baskets, offers, modes, (given, some, mode) => {
        const [lines, promotions] = [linesOf(given), promotionsOf(some)];
        const outcome = applyPromotions(aBasket(lines), promotions, mode);
        expect(applyPromotions(aBasket([...lines].reverse()), [...promotions].reverse(), mode)).toEqual(outcome);
        let total = 0;
        for (const line of lines) {
          const discount = outcome.discountMinorByLine.get(line.lineId) ?? 0;
          expect(discount >= 0 && discount <= line.amountMinor).toBe(true);
          const applied = (outcome.traceByLine.get(line.lineId) ?? []).filter((trace) => trace.applied);
          expect(applied.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(discount);
          total += discount;
        }
        expect(outcome.discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(total);
      }),
      { numRuns: 400 },
    );
  });

  it('PRM-60 discounts without reasons are those with reasons, budgets or none', () => {
    fc.assert(
      fc.property(baskets, offers, fc.record({ mode: modes, budgetMinor: fc.option(fc.nat(3000)) }), (given, some, { mode, budgetMinor }) => {
        const promotions = promotionsOf(some).map((promotion) => (budgetMinor === null ? promotion : { ...promotion, limits: { budgetMinor } }));
        const basket = { ...aBasket(linesOf(given)), ...(budgetMinor === null ? {} : { usage: promotions.map(({ promotionId }) => ({ promotionId, uses: 0, spentMinor: 0 })) }) };
        expect(discountsByLine(basket, promotions, mode)).toEqual(applyPromotions(basket, promotions, mode).discountMinorByLine);
      }),
      { numRuns: 200 },
    );
  });

  it('PRM-2 one more promotion among best deals never makes the basket dearer', () => {
    const itemOffers = offers.map((some) => some.filter(({ reward }) => reward.kind !== 'basket'));
    fc.assert(
      fc.property(baskets, itemOffers, rewards, (given, some, reward) => {
        fc.pre(reward.kind !== 'basket');
        const lines = linesOf(given);
        const promotions = promotionsOf(some);
        const without = applyPromotions(aBasket(lines), promotions);
        const withOneMore = applyPromotions(aBasket(lines), [...promotions, aPromotion('q', reward)]);
        const off = (outcome: typeof without): number => outcome.discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        expect(off(withOneMore)).toBeGreaterThanOrEqual(off(without));
      }),
      { numRuns: 400 },
    );
  });
});
