import { selects } from './line-selector';
import { namedAttributes } from './named-attributes';
import { aLine, aPromotion, percentOff } from './testing';

const asks = (name: string) => ({ attributes: [{ name, value: 'x' }] });

it('PRM-50 an attribute of several values is met by any of them, and only by a whole one', () => {
  const line = aLine('1', 1000, { attributes: { tags: ['summer', 'sale'], brand: 'Ridge' } });
  const met = (name: string, value: string) => selects({ attributes: [{ name, value }] }, line);
  expect([met('tags', 'sale'), met('tags', 'sal'), met('brand', 'Ridge'), met('brand', 'R'), met('toString', 'x'), met('colour', 'red')]).toEqual([true, false, true, false, false, false]);
});

it('PRM-51 names the attributes that rewards and conditions ask for, each once, in order', () => {
  const promotions = [
    aPromotion('a', { kind: 'buy_get', buy: { on: asks('brand'), quantity: 1 }, get: { on: asks('colour'), quantity: 1, discount: { percentBasisPoints: 1 }, which: 'cheapest' } }),
    aPromotion('b', percentOff(1000), { conditions: [{ kind: 'spend_at_least', on: asks('tags'), amountMinor: 1, of: 'list' }, { kind: 'loyalty_tier', tiers: ['gold'] }] }),
    aPromotion('c', { kind: 'bundle', parts: [{ on: asks('brand'), quantity: 1 }], priceMinor: 1 }),
  ];
  expect(namedAttributes(promotions)).toEqual(['brand', 'colour', 'tags']);
  expect(namedAttributes([aPromotion('d', percentOff(1000))])).toEqual([]);
});
