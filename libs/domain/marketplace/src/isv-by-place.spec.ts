import * as fc from 'fast-check';
import { explainIsv } from './explain-isv';
import { isv } from './isv';
import { isvByPlace, isvOfPlaces, type PlaceFacts } from './isv-by-place';
import { isvCausesOf, mainCause } from './isv-causes';

const place = (locationId: string, given: Partial<PlaceFacts> = {}): PlaceFacts => ({ locationId, onHandMilli: 6000, sellableMilli: 6000, physicalMilli: 6000, countedMilli: 0, shrunkMilli: 0, exposedMilli: 6000, ...given });
const shop = place('shop', { onHandMilli: 4000, sellableMilli: 4000, physicalMilli: 4000, exposedMilli: 4000 });
const facts = { places: [shop, place('depot')], exposedUnits: 10, push: 'waiting' as const };
const milli = fc.integer({ min: -1_000_000, max: 1_000_000 });
const anyPlace = fc.record({ locationId: fc.uuid(), onHandMilli: milli, sellableMilli: milli, physicalMilli: milli, countedMilli: milli, shrunkMilli: milli, exposedMilli: fc.nat(1_000_000) });
const anyChannel = fc.record({ places: fc.array(anyPlace, { minLength: 1, maxLength: 6 }), acknowledgedUnits: fc.nat(9999), exposedUnits: fc.nat(9999), push: fc.constantFrom('failed' as const, 'waiting' as const, 'acknowledged' as const) });
const parts = fc.record({ lagMilli: milli, failedPushMilli: milli, bufferMilli: milli, miscountMilli: milli, shrinkMilli: milli });

describe('isvByPlace', () => {
  it('MKT-20 counts too many at the first place and too few at the last', () => {
    expect(isvByPlace({ ...facts, acknowledgedUnits: 12 }).map(({ locationId, lagMilli, totalMilli, isvBasisPoints }) => [locationId, lagMilli, totalMilli, isvBasisPoints])).toEqual([['shop', 2000, 2000, 5000], ['depot', 0, 0, 0]]);
    expect(isvByPlace({ ...facts, acknowledgedUnits: 3 }).map(({ lagMilli }) => lagMilli)).toEqual([-1000, -6000]);
    expect(isvByPlace({ ...facts, acknowledgedUnits: 12, push: 'failed' })[0]).toMatchObject({ failedPushMilli: 2000, eposMilli: 0, amazonMilli: 6000 });
    expect(isvByPlace({ places: [], acknowledgedUnits: 1, exposedUnits: 0, push: 'failed' })).toEqual([]);
  });

  it('MKT-20 the places sum to the channel, and the parts to the whole', () => {
    fc.assert(fc.property(anyChannel, (channel) => {
      const places = isvByPlace(channel);
      const sum = (of: (one: PlaceFacts) => number) => channel.places.reduce((total, one) => total + of(one), 0);
      const whole = explainIsv({ ...channel, onHandMilli: sum((one) => one.onHandMilli), physicalMilli: sum((one) => one.physicalMilli), countedMilli: sum((one) => one.countedMilli), shrunkMilli: sum((one) => one.shrunkMilli) });
      const shown = isvOfPlaces(places);
      expect(shown).toMatchObject(Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, value + 0])));
      expect(shown.lagMilli + shown.failedPushMilli + shown.bufferMilli + shown.miscountMilli + shown.shrinkMilli).toBe(shown.totalMilli);
      expect(shown.eposMilli + shown.amazonMilli - shown.physicalMilli - shown.countedMilli - shown.shrunkMilli).toBe(shown.totalMilli);
    }));
  });

  it('MKT-21 what a count found had been shown until then', () => {
    const [found] = isvByPlace({ places: [place('shop', { onHandMilli: 9000, sellableMilli: 9000, physicalMilli: 9000, countedMilli: -1000, exposedMilli: 9000 })], acknowledgedUnits: 9, exposedUnits: 9, push: 'acknowledged' });
    expect(found).toMatchObject({ miscountMilli: 1000, totalMilli: 1000, isvBasisPoints: 1111 });
    expect(isvByPlace({ places: [place('shop', { onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, shrunkMilli: -1000, exposedMilli: 0 })], acknowledgedUnits: 0, exposedUnits: 0, push: 'acknowledged' })[0]).toMatchObject({ shrinkMilli: 1000, isvBasisPoints: null });
  });

  it('MKT-21 without corrections is the ISV of the formula', () => {
    fc.assert(fc.property(anyChannel, (channel) => {
      const places = isvByPlace({ ...channel, places: channel.places.map((one) => ({ ...one, countedMilli: 0, shrunkMilli: 0 })) });
      for (const one of places) expect(one.isvBasisPoints).toBe(isv(one));
    }));
  });
});

describe('isvCausesOf', () => {
  it('MKT-22 gives each cause the sign of the variance', () => {
    expect(isvCausesOf({ lagMilli: 3000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: -1000, shrinkMilli: 0 })).toEqual({ lagMilli: 3000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: -1000, shrinkMilli: 0, varianceMilli: 2000 });
    expect(isvCausesOf({ lagMilli: -3000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 1000, shrinkMilli: 0 })).toMatchObject({ lagMilli: 3000, miscountMilli: -1000, varianceMilli: 2000 });
    expect(mainCause({ lagMilli: -3000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 1000, shrinkMilli: 0 })).toBe('lag');
    expect(mainCause({ lagMilli: 1000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: -1000, shrinkMilli: 0 })).toBeNull();
  });

  it('MKT-22 the causes of many sum to their variance', () => {
    fc.assert(fc.property(fc.array(parts), (many) => {
      const causes = many.map(isvCausesOf);
      const variance = many.reduce((sum, one) => sum + Math.abs(Object.values(one).reduce((total, part) => total + part, 0)), 0);
      const sum = (of: (one: (typeof causes)[number]) => number) => causes.reduce((total, one) => total + of(one), 0);
      expect(sum((one) => one.varianceMilli)).toBe(variance);
      expect(sum((one) => one.lagMilli + one.failedPushMilli + one.bufferMilli + one.miscountMilli + one.shrinkMilli)).toBe(variance);
    }));
  });
});
