import { applyPromotions } from './apply-promotions';
import type { LaneModes, Promotion } from './promotion';
import { aBasket, aLine, aPromotion, percentOff } from './testing';

const stacking: LaneModes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' };
const basket = aBasket([aLine('1', 10_000)], { shipping: [{ chargeId: 's', methodId: 'standard', amountMinor: 495 }] });
const alone = (percentBasisPoints: number, more: Partial<Promotion> = {}): Promotion => aPromotion('alone', { kind: 'basket', on: {}, discount: { percentBasisPoints } }, { exclusive: 'everywhere', ...more });
const others = [aPromotion('line', percentOff(1000), { priority: 9 }), aPromotion('free', { kind: 'shipping', discount: { percentBasisPoints: 10_000 } })];
const taken = (promotions: Promotion[], modes?: LaneModes): Record<string, number> => Object.fromEntries(applyPromotions(basket, promotions, modes).discounts.map(({ promotionId, amountMinor }) => [promotionId, amountMinor]));

describe('exclusive everywhere', () => {
  it('PRM-17 competes with all other promotions together', () => {
    expect(taken([alone(2000), ...others])).toEqual({ alone: 2000 });
    expect(taken([alone(1400), ...others])).toEqual({ free: 495, line: 1000 });
  });

  it('PRM-17 runs by priority where its lane stacks, and only if it takes something off', () => {
    expect(taken([alone(100), ...others], stacking)).toEqual({ alone: 100 });
    expect(taken([alone(100, { conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 20_000, of: 'list' }] }), ...others], stacking)).toEqual({ free: 495, line: 1000 });
    expect(taken([alone(0), ...others], stacking)).toEqual({ free: 495, line: 1000 });
    const second = aPromotion('second', percentOff(300), { exclusive: 'everywhere', priority: 1 });
    expect(taken([alone(100), second, ...others], stacking)).toEqual({ second: 300 });
  });

  it('PRM-17 the trace names what it shut out', () => {
    const outcome = applyPromotions(basket, [alone(2000), ...others]);
    expect(outcome.traceByLine.get('1')?.map(({ promotionId, because }) => [promotionId, because])).toEqual([['alone', 'exclusive'], ['line', 'exclusive_applies']]);
    expect(outcome.basketTrace.map(({ promotionId, because }) => [promotionId, because])).toEqual([['alone', 'exclusive'], ['free', 'exclusive_applies']]);
  });

  it('PRM-17 the parts of one offer stand alone together', () => {
    const parts = [alone(500, { partOf: 'offer' }), aPromotion('half', { kind: 'shipping', discount: { percentBasisPoints: 5000 } }, { exclusive: 'everywhere', partOf: 'offer' })];
    expect(taken([...parts, ...others], stacking)).toEqual({ alone: 500, half: 248 });
    expect(taken([...parts, ...others])).toEqual({ free: 495, line: 1000 });
    expect(taken([...parts, ...others.slice(1)])).toEqual({ alone: 500, half: 248 });
    const inLane = (partOf: string): Promotion[] => [aPromotion('a', percentOff(1000), { exclusive: true, partOf: 'x' }), aPromotion('b', percentOff(1000), { exclusive: true, partOf })];
    expect(taken(inLane('x'), stacking)).toEqual({ a: 1000, b: 900 });
    expect(taken(inLane('y'), stacking)).toEqual({ a: 1000 });
  });
});
