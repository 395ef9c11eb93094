import { findClashes, type ClashQuestion } from './find-clashes';
import type { Good } from './probe-basket';
import { aPromotion, percentOff } from './testing';
import type { Promotion } from './promotion';
import { withCandidate } from './with-candidate';

const boot: Good = { variantId: 'boot', collectionIds: ['boots'], unitMinor: 10_000, costMinor: 4500 };
const sock: Good = { variantId: 'sock', collectionIds: ['socks'], unitMinor: 1000 };
const at = '2026-11-10T00:00:00Z';
const clashes = (promotions: Promotion[], more: Partial<ClashQuestion> = {}) => findClashes({ promotions, goods: [boot, sock], at, ...more }).clashes;
const kinds = (promotions: Promotion[], more: Partial<ClashQuestion> = {}) => clashes(promotions, more).map(({ kind, winnerId }) => [kind, winnerId]);
const ten = aPromotion('ten', percentOff(1000, 'boots'));
const twenty = aPromotion('twenty', percentOff(2000, 'boots'));

describe('findClashes', () => {
  it('PRM-45 finds two only where a shopper can have both before them', () => {
    expect(clashes([ten, { ...twenty, startsAt: ten.endsAt, endsAt: '2027-01-01T00:00:00Z' }])).toEqual([]);
    expect(clashes([{ ...ten, channelCodes: ['web'] }, { ...twenty, channelCodes: ['till'] }])).toEqual([]);
    expect(clashes([{ ...ten, locationIds: ['s1'] }, { ...twenty, locationIds: ['s2'] }])).toEqual([]);
    expect(clashes([{ ...ten, customerGroups: ['staff'] }, { ...twenty, customerGroups: ['members'] }])).toEqual([]);
    expect(clashes([ten, aPromotion('socks', percentOff(2000, 'socks'))])).toEqual([]);
    expect(clashes([ten, aPromotion('shipping', { kind: 'shipping', discount: { percentBasisPoints: 10_000 } })])).toEqual([]);
    expect(clashes([{ ...ten, partOf: 'offer' }, { ...twenty, partOf: 'offer' }])).toEqual([]);
    expect(clashes([ten, twenty], { at: '2026-12-24T00:00:00Z' })).toEqual([]);
    expect(clashes([ten, twenty], { about: 'other' })).toEqual([]);
    const monday = (fromHour: number, toHour: number) => [{ weekday: 1, fromMinute: fromHour * 60, toMinute: toHour * 60 }];
    expect(clashes([{ ...ten, hours: monday(9, 12) }, { ...twenty, hours: monday(12, 14) }])).toEqual([]);
    expect(clashes([{ ...ten, hours: monday(9, 12) }, { ...twenty, hours: monday(11, 14) }])).toHaveLength(1);
    const tier = (name: string): Partial<Promotion> => ({ conditions: [{ kind: 'loyalty_tier', tiers: [name] }] });
    expect(clashes([{ ...ten, ...tier('gold') }, { ...twenty, ...tier('silver') }])).toEqual([]);
  });

  it('PRM-45 makes the basket that both ask for, with codes, units and spend', () => {
    const big: Promotion = { ...twenty, coupon: { codes: ['BIG'] }, conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 25_000, of: 'list' }, { kind: 'order_number', from: 1, to: 1 }] };
    const bundle = aPromotion('bundle', { kind: 'bundle', parts: [{ on: { collectionIds: ['boots'] }, quantity: 1 }, { on: { collectionIds: ['socks'] }, quantity: 2 }], priceMinor: 9000 });
    expect(clashes([ten, big])).toMatchObject([{ kind: 'competes', winnerId: 'twenty', goods: 1, from: at, to: ten.endsAt, probe: { variantId: 'boot', units: 3, amountMinor: 30_000, firstMinor: 3000, secondMinor: 6000, togetherMinor: 6000 } }]);
    expect(clashes([ten, bundle])).toHaveLength(1);
    expect(clashes([ten, { ...twenty, conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 1_000_000_000, of: 'list' }] }])).toEqual([]);
  });

  it('PRM-46 says which one never applies, and which two only compete', () => {
    expect(kinds([ten, twenty])).toEqual([['shadowed', 'twenty']]);
    expect(kinds([ten, { ...twenty, startsAt: '2026-11-15T00:00:00Z' }])).toEqual([['competes', 'twenty']]);
    expect(kinds([aPromotion('ten', percentOff(1000)), twenty])).toEqual([['competes', 'twenty']]);
    expect(kinds([ten, { ...twenty, coupon: { codes: ['BIG'] } }])).toEqual([['competes', 'twenty']]);
    expect(kinds([ten, { ...twenty, limits: { uses: 10 } }])).toEqual([['competes', 'twenty']]);
    const fiver = aPromotion('fiver', { kind: 'lines', on: {}, per: 'unit', discount: { amountOffMinor: 500 } });
    expect(clashes([aPromotion('all', percentOff(1000)), fiver])).toMatchObject([{ kind: 'competes', goods: 2 }]);
  });

  it('PRM-47 says what two take off together, and where that is deep', () => {
    const basket = (percentBasisPoints: number) => aPromotion('basket', { kind: 'basket', on: {}, discount: { percentBasisPoints } });
    expect(clashes([aPromotion('thirty', percentOff(3000, 'boots')), basket(4000)])).toMatchObject([{ kind: 'combines', winnerId: null, isDeep: true, probe: { togetherMinor: 5800 } }]);
    expect(clashes([ten, basket(1000)])).toMatchObject([{ kind: 'combines', isDeep: false, isBelowCost: false, probe: { togetherMinor: 1900 } }]);
    expect(clashes([ten, basket(1000)], { deepBasisPoints: 1900 })).toMatchObject([{ isDeep: true }]);
    expect(kinds([ten, twenty], { modes: { item: 'stacking', basket: 'stacking', shipping: 'stacking' } })).toEqual([['combines', null]]);
  });

  it('PRM-48 points out what is left below cost, heaviest first', () => {
    const found = clashes([aPromotion('thirty', percentOff(3000, 'boots')), ten, aPromotion('basket', { kind: 'basket', on: {}, discount: { percentBasisPoints: 4000 } })]);
    expect(found.map(({ firstId, secondId, isBelowCost }) => [firstId, secondId, isBelowCost])).toEqual([['basket', 'thirty', true], ['ten', 'thirty', false], ['basket', 'ten', false]]);
  });
});

it('PRM-45 says where there were more pairs than it could ask about', () => {
  const goods = Array.from({ length: 40 }, (_, index): Good => ({ variantId: `v${index}`, collectionIds: ['boots'], unitMinor: 1000 + index * 100 }));
  const many = Array.from({ length: 8 }, (_, index) => aPromotion(`p${index}`, percentOff(1000 + index * 50, 'boots')));
  const some = findClashes({ promotions: many, goods, at, mostTrials: 30 });
  expect([some.isWhole, some.clashes.length]).toEqual([false, 6]);
  expect(findClashes({ promotions: many, goods, at }).isWhole).toBe(true);
  const about = findClashes({ promotions: many, goods, at, about: 'p0' });
  expect([about.isWhole, about.clashes.length, new Set(about.clashes.map(({ kind }) => kind))]).toEqual([true, 7, new Set(['shadowed'])]);
});

describe('withCandidate', () => {
  it('PRM-49 stands in the place of the one that it replaces, by its dates or as if it always ran', () => {
    const changed = aPromotion('ten', percentOff(1500, 'boots'));
    expect(withCandidate([ten, twenty], changed, 'by_its_dates')).toEqual([twenty, changed]);
    expect(withCandidate([twenty], { ...changed, startsAt: '2030-01-01T00:00:00Z' }, 'always').at(-1)).toMatchObject({ promotionId: 'ten', startsAt: '1970-01-01T00:00:00Z', endsAt: '9999-12-31T00:00:00Z' });
  });
});
