import * as fc from 'fast-check';
import { availableToPromise, keepPromises, offerOf, type Policy, promiseDays } from './promises';

const goods = (on: string, units: number, locationId = 'wh') => ({ on, locationId, quantityMilli: units * 1000 });
let made = 0;
const promise = (units: number, ...locationIds: string[]) => ({ id: String((made += 1)), quantityMilli: units * 1000, locationIds: locationIds.length > 0 ? locationIds : ['wh'] });
const december = [goods('2026-12-04', 10), goods('2026-12-18', 5)];
const ask = (quantityMilli: number) => ({ quantityMilli, locationIds: ['wh'] });
const policy = (change: Partial<Policy> = {}): Policy => ({ kind: 'backorder', limitMilli: null, promisedMilli: 0, availableOn: null, ...change });
const days = fc.constantFrom('2026-12-01', '2026-12-04', '2026-12-18', '2027-01-05');
const arrivals = fc.array(fc.tuple(days, fc.integer({ min: 1, max: 9 })).map(([on, units]) => goods(on, units)), { maxLength: 6 });
const promises = fc.array(fc.integer({ min: 1, max: 6 }).map((units) => promise(units)), { maxLength: 8 });
const total = (all: readonly { quantityMilli: number }[]) => all.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);

describe('availableToPromise', () => {
  it('INV-42 counts what is free, what comes up to the day, and takes off every promise', () => {
    const supply = { freeMilli: 2000, expected: december, promised: [promise(4)] };
    expect([availableToPromise(supply, '2026-12-03'), availableToPromise(supply, '2026-12-04'), availableToPromise(supply, '2026-12-31')]).toEqual([0, 8000, 13_000]);
    expect(availableToPromise({ freeMilli: -3000, expected: [], promised: [] }, '2026-12-03')).toBe(0);
  });

  it('INV-42 never promises a unit twice: whatever is promised one by one, by a day there is as much as was promised for it', () => {
    fc.assert(fc.property(arrivals, fc.nat(5), fc.array(fc.tuple(days, fc.integer({ min: 1, max: 5 })), { maxLength: 12 }), (expected, free, asked) => {
      const promised: { quantityMilli: number; on: string }[] = [];
      for (const [on, units] of asked) {
        if (availableToPromise({ freeMilli: free * 1000, expected, promised }, on) >= units * 1000) promised.push({ quantityMilli: units * 1000, on });
      }
      for (const day of ['2026-12-01', '2026-12-04', '2026-12-18', '2027-01-05']) {
        expect(total(promised.filter(({ on }) => on <= day))).toBeLessThanOrEqual(free * 1000 + total(expected.filter(({ on }) => on <= day)));
      }
    }));
  });
});

describe('promiseDays', () => {
  it('INV-43 gives each promise the day by which all before it are served too', () => {
    expect(promiseDays([promise(2), promise(9), promise(4), promise(3)], { free: new Map([['wh', 2000]]), expected: december })).toEqual(['', '2026-12-04', '2026-12-18', null]);
    // What arrives elsewhere helps who can be served from there.
    expect(promiseDays([promise(2, 'leeds'), promise(2, 'leeds', 'wh')], { free: new Map(), expected: [goods('2026-12-04', 3), goods('2026-12-18', 2, 'leeds')] })).toEqual(['2026-12-18', '2026-12-04']);
  });

  it('INV-43 keeps the order of promises: nobody who came later is told an earlier day', () => {
    fc.assert(fc.property(arrivals, promises, fc.nat(5), (expected, promised, free) => {
      const told = promiseDays(promised, { free: new Map([['wh', free * 1000]]), expected }).map((day) => day ?? '9999');
      expect(told).toEqual([...told].sort());
    }));
  });
});

describe('offerOf', () => {
  it('INV-44 promises what the policy allows, for the day on which it comes', () => {
    const supply = { expected: december, promised: [promise(8)] };
    expect(offerOf(undefined, supply, ask(1000))).toBeNull();
    expect(offerOf(policy({ kind: 'stop' }), supply, ask(1000))).toBeNull();
    expect(offerOf(policy(), supply, ask(2000))).toEqual({ kind: 'backorder', expectedOn: '2026-12-04', mostMilli: null });
    expect(offerOf(policy(), supply, ask(3000))).toMatchObject({ expectedOn: '2026-12-18' });
    expect(offerOf(policy(), supply, ask(30_000))).toMatchObject({ expectedOn: null });
    expect(offerOf(policy({ availableOn: '2027-02-01' }), supply, ask(30_000))).toMatchObject({ expectedOn: '2027-02-01' });
    expect(offerOf(policy({ kind: 'preorder', availableOn: '2026-12-24' }), supply, ask(1000))).toMatchObject({ kind: 'preorder', expectedOn: '2026-12-24' });
  });

  it('INV-44 stops at the limit', () => {
    const limited = policy({ limitMilli: 10_000, promisedMilli: 8000 });
    expect(offerOf(limited, { expected: [], promised: [promise(8)] }, ask(2000))).toMatchObject({ mostMilli: 2000 });
    expect(offerOf(limited, { expected: [], promised: [promise(8)] }, ask(3000))).toBeNull();
  });
});

describe('keepPromises', () => {
  const wanted = (id: string, units: number, ...locationIds: string[]) => ({ ...promise(units), id, locationIds });

  it('INV-45 serves promises in their order, in part where not all has come, and from one place where that can be', () => {
    const free = new Map([['leeds', 1000], ['wh', 4000]]);
    expect(keepPromises([wanted('a', 3, 'leeds', 'wh'), wanted('b', 2, 'leeds'), wanted('c', 5, 'wh')], free)).toEqual([
      { id: 'a', locationId: 'wh', quantityMilli: 3000 }, { id: 'b', locationId: 'leeds', quantityMilli: 1000 }, { id: 'c', locationId: 'wh', quantityMilli: 1000 },
    ]);
  });

  it('INV-45 gives out no unit twice, and none to a later promise that an earlier one of the same places still waits for', () => {
    fc.assert(fc.property(promises, fc.nat(9), fc.integer({ min: -3, max: 9 }), (promised, leeds, warehouse) => {
      const free = new Map([['leeds', leeds * 1000], ['wh', warehouse * 1000]]);
      const kept = keepPromises(promised.map((one, index) => ({ ...one, id: String(index), locationIds: ['leeds', 'wh'] })), free);
      for (const [locationId, milli] of free) expect(total(kept.filter((one) => one.locationId === locationId))).toBeLessThanOrEqual(Math.max(0, milli));
      const open = promised.map((one, index) => one.quantityMilli - total(kept.filter(({ id }) => id === String(index))));
      const first = open.findIndex((milli) => milli > 0);
      if (first >= 0) expect(kept.every(({ id }) => Number(id) <= first)).toBe(true);
    }));
  });
});
