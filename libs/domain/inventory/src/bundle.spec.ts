import * as fc from 'fast-check';
import { assemblyMoves } from './assembly';
import { bundleAvailability, bundlesAmong, explodeDemand, faultOfRecipe, MOST_COMPONENTS, promisable, type Recipe, wholeBundles } from './bundle';
import { decideHolds, type HoldLine, levelKey } from './decide-holds';
import { checkDemand, sumDemand } from './demand';

const campSet: Recipe = [{ variantId: 'mug', quantityMilli: 2000 }, { variantId: 'pot', quantityMilli: 1000 }];
const trailSet: Recipe = [{ variantId: 'mug', quantityMilli: 1000 }, { variantId: 'bottle', quantityMilli: 1000 }];
const recipes = new Map([['camp', campSet], ['trail', trailSet]]);
const units = (variantId: string, count: number) => ({ variantId, quantityMilli: count * 1000 });
const shelf = (there: Record<string, number>) => (variantId: string) => (there[variantId] ?? 0) * 1000;

describe('a bundle', () => {
  it('INV-70 gives way to its components, and what they share is summed before it is checked', () => {
    const demand = explodeDemand([units('camp', 2), units('trail', 1), units('mug', 3)], recipes);
    expect(demand[0]).toEqual({ variantId: 'mug', quantityMilli: 4000, bundle: { variantId: 'camp', perBundleMilli: 2000, parts: 2 } });
    expect(sumDemand(demand)).toEqual([units('bottle', 1), units('mug', 8), units('pot', 2)]);
  });

  it('INV-70 [L-18] two bundles and the component alone do not each look at the same shelf', () => {
    const wanted = [units('camp', 1), units('trail', 1), units('mug', 1)];
    const free = shelf({ mug: 3, pot: 5, bottle: 5 });
    for (const line of wanted) expect(checkDemand(explodeDemand([line], recipes), free).ok).toBe(true);
    expect(checkDemand(explodeDemand(wanted, recipes), free)).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', short: [{ variantId: 'mug', wantedMilli: 4000, availableMilli: 3000 }] } });
  });

  it('INV-147 gets no stock of its own; a kit and goods do, and what nobody knows is not called a bundle', () => {
    const kinds = new Map([['camp', 'bundle'], ['coffee', 'kit'], ['mug', 'stock']] as const);
    expect(bundlesAmong(['mug', 'camp', 'coffee', 'camp', 'nothing'], (id) => kinds.get(id as 'camp'))).toEqual(['camp']);
  });

  it('INV-71 is there as often as the scarcest of its components makes it whole', () => {
    expect(bundleAvailability(campSet, shelf({ mug: 7, pot: 9 }))).toEqual({ availableMilli: 3000, limitedBy: 'mug' });
    expect(bundleAvailability(campSet, shelf({ mug: 7, pot: 1 }))).toEqual({ availableMilli: 1000, limitedBy: 'pot' });
    expect(bundleAvailability(campSet, shelf({ mug: -2, pot: 1 }))).toEqual({ availableMilli: 0, limitedBy: 'mug' });
    expect(bundleAvailability([], shelf({}))).toEqual({ availableMilli: 0, limitedBy: null });
  });

  it('INV-71 n bundles are available exactly when the demand of n passes the check', () => {
    const recipe = fc.uniqueArray(fc.record({ variantId: fc.constantFrom('a', 'b', 'c', 'd'), quantityMilli: fc.integer({ min: 1, max: 5000 }) }), { minLength: 1, maxLength: 4, selector: ({ variantId }) => variantId });
    const there = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -3000, max: 60_000 }));
    fc.assert(fc.property(recipe, there, fc.integer({ min: 1, max: 40 }), (components, stock, count) => {
      const free = (variantId: string) => (Object.hasOwn(stock, variantId) ? (stock[variantId] ?? 0) : 0);
      const isThere = bundleAvailability(components, free).availableMilli >= count * 1000;
      expect(checkDemand(explodeDemand([units('bundle', count)], new Map([['bundle', components]])), free).ok).toBe(isThere);
    }));
  });

  it('INV-73 is whole only while each of its components is there', () => {
    expect(wholeBundles([{ quantityMilli: 4000, perBundleMilli: 2000 }, { quantityMilli: 3000, perBundleMilli: 1000 }], 2)).toBe(2000);
    expect(wholeBundles([{ quantityMilli: 4000, perBundleMilli: 2000 }], 2)).toBeNull();
  });

  it('INV-74 is not promised, although its components may be', () => {
    expect(promisable([units('camp', 1), units('mug', 1)], recipes)).toEqual([units('mug', 1)]);
  });

  it('INV-72 is made of 1 to 50 goods of their own, none twice, and is in no other', () => {
    const fault = (components: Recipe, isComponent = false) => faultOfRecipe({ variantId: 'camp', kind: 'bundle', isComponent }, components, (id) => (id === 'trail' ? 'bundle' : 'stock'));
    const many = (count: number): Recipe => Array.from({ length: count }, (_, index) => ({ variantId: `v${index}`, quantityMilli: 1000 }));
    expect(fault(campSet)).toBeNull();
    expect(fault(many(MOST_COMPONENTS))).toBeNull();
    expect(fault([])).toBe('no_component');
    expect(fault(many(MOST_COMPONENTS + 1))).toBe('too_many_components');
    expect(fault([...campSet, { variantId: 'mug', quantityMilli: 1000 }])).toBe('component_twice');
    expect(fault([{ variantId: 'camp', quantityMilli: 1000 }])).toBe('component_of_itself');
    expect(fault([{ variantId: 'mug', quantityMilli: 0 }])).toBe('component_not_whole');
    expect(fault([{ variantId: 'trail', quantityMilli: 1000 }])).toBe('component_is_bundle');
    expect(fault(campSet, true)).toBe('component_of_bundle');
  });

  it('INV-155 has nothing in it that is weighed at the counter, and is no such goods itself', () => {
    const fault = (weighed: string) => faultOfRecipe({ variantId: 'camp', kind: 'bundle', isComponent: false }, campSet, (id) => (id === weighed ? 'catch_weight' : 'stock'));
    expect([fault('mug'), fault('camp'), fault('tent')]).toEqual(['component_catch_weight', 'component_catch_weight', null]);
  });
});

describe('a kit', () => {
  it('INV-75 is packed from its components in one operation, and taken apart the same way back', () => {
    const pack = assemblyMoves({ variantId: 'camp', recipe: campSet, act: 'pack', quantityMilli: 3000 });
    expect(pack).toEqual([
      { variantId: 'mug', quantityMilli: 6000, from: 'sellable', to: 'assembly' },
      { variantId: 'pot', quantityMilli: 3000, from: 'sellable', to: 'assembly' },
      { variantId: 'camp', quantityMilli: 3000, from: 'assembly', to: 'sellable' },
    ]);
    expect(assemblyMoves({ variantId: 'camp', recipe: campSet, act: 'unpack', quantityMilli: 3000 })).toEqual(pack.map(({ from, to, ...goods }) => ({ ...goods, from: to, to: from })));
  });
});

describe('a hold of a bundle', () => {
  const held = (variantId: string, count: number, lineId = variantId): HoldLine[] => explodeDemand([{ lineId, variantId, locationId: 's1', quantityMilli: count * 1000 }], recipes);
  const free = (there: Record<string, number>) => new Map(Object.entries(there).map(([variantId, count]) => [levelKey({ variantId, locationId: 's1' }), count * 1000]));
  const kept = (lines: readonly HoldLine[]) => lines.map(({ lineId, variantId, quantityMilli }) => [lineId, variantId, quantityMilli / 1000]);

  it('INV-73 keeps whole bundles of what is there, and leaves the rest of the components to others', () => {
    const [first, second] = decideHolds([{ mode: 'part', lines: held('camp', 3) }, { mode: 'part', lines: held('mug', 2) }], free({ mug: 5, pot: 9 }));
    expect(kept(first?.kept ?? [])).toEqual([['camp', 'mug', 4], ['camp', 'pot', 2]]);
    expect(kept(second?.kept ?? [])).toEqual([['mug', 'mug', 1]]);
  });

  it('INV-73 keeps nothing of a bundle of which one component is not there, and all or none where all is asked', () => {
    expect(decideHolds([{ mode: 'part', lines: held('camp', 1) }], free({ mug: 9 }))[0]?.kept).toEqual([]);
    const [all] = decideHolds([{ mode: 'all', lines: [...held('camp', 1), ...held('trail', 1)] }], free({ mug: 2, pot: 9, bottle: 9 }));
    expect(all).toEqual({ kept: [], short: [{ variantId: 'mug', locationId: 's1', requestedMilli: 3000, availableMilli: 2000 }] });
  });
});
