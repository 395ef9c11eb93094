import * as fc from 'fast-check';
import { explainRoute, sentences } from './explain-route';
import { route } from './route';
import type { RouteLine, RouteLocation, RoutePlan, RouteRequest } from './route-plan';

const london = { latitude: 51.5074, longitude: -0.1278 };
const places: Record<string, { latitude: number; longitude: number }> = {
  LDN: london, BTH: { latitude: 51.3811, longitude: -2.359 }, LDS: { latitude: 53.8008, longitude: -1.5491 }, BER: { latitude: 52.52, longitude: 13.405 }, MUC: { latitude: 48.1351, longitude: 11.582 },
};
const at = (code: string, available: Record<string, number>, more: Partial<RouteLocation> = {}): RouteLocation => ({ locationId: `id-${code}`, code, ...(places[code] ?? london), canShip: true, canPickup: true, available, ...more });
const line = (variantId: string, quantityMilli = 1000, lineId = variantId): RouteLine => ({ lineId, variantId, quantityMilli });
const delivery = (lines: RouteLine[], locations: RouteLocation[]): RouteRequest => ({ kind: 'delivery', lines, locations, destination: london });

function planned(request: RouteRequest): RoutePlan {
  const result = route(request);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
const chosenCodes = (request: RouteRequest): string[] => planned(request).parts.map((part) => part.locationId.slice(3));
const reasons = (plan: RoutePlan): Record<string, string> => Object.fromEntries(plan.trace.map(({ code, because }) => [code, because]));

const variants = ['boot', 'sock', 'tent'];
const requests: fc.Arbitrary<RouteRequest> = fc.record({
  lines: fc.array(fc.tuple(fc.constantFrom(...variants), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5 }),
  locations: fc.array(fc.record({ boot: fc.nat(4), sock: fc.nat(4), tent: fc.nat(4), canShip: fc.boolean(), latitude: fc.integer({ min: 48, max: 58 }), longitude: fc.integer({ min: -5, max: 13 }), excluded: fc.subarray(variants, { maxLength: 1 }) }), { maxLength: 9 }),
}).map(({ lines, locations }) => delivery(
  lines.map(([variantId, count], index) => line(variantId, count * 1000, `l${index}`)),
  locations.map(({ boot, sock, tent, ...rest }, index) => at(`N${index}`, { boot: boot * 1000, sock: sock * 1000, tent: tent * 1000 }, rest)),
));
const availableAt = (location: RouteLocation, variantId: string): number => (location.canShip && !location.excluded?.includes(variantId) ? (location.available[variantId] ?? 0) : 0);

describe('route', () => {
  it('RTE-1 a pickup is the chosen store with everything, or nothing', () => {
    const pickup = (available: Record<string, number>, more: Partial<RouteLocation> = {}): RouteRequest => ({ kind: 'pickup', pickupLocationId: 'id-LDN', lines: [line('boot', 2000)], locations: [at('BER', { boot: 9000 }), at('LDN', available, more)] });
    expect(planned(pickup({ boot: 2000 }))).toEqual({
      parts: [{ locationId: 'id-LDN', lines: [line('boot', 2000)], distanceKm: null }], because: 'pickup_store',
      trace: [{ locationId: 'id-LDN', code: 'LDN', verdict: 'chosen', because: 'pickup_store', distanceKm: null }, { locationId: 'id-BER', code: 'BER', verdict: 'rejected', because: 'not_the_pickup_store', distanceKm: null }],
    });
    expect(route(pickup({ boot: 1000 }))).toEqual({ ok: false, refusal: { kind: 'cannot_route', missing: [{ variantId: 'boot', quantityMilli: 1000 }] } });
    expect(route(pickup({ boot: 2000 }, { canPickup: false })).ok).toBe(false);
  });

  it('RTE-2 [L-52] a delivery goes to the nearest location that has everything', () => {
    const plan = planned(delivery([line('boot')], [at('BER', { boot: 5000 }), at('LDN', { sock: 5000 }), at('LDS', { boot: 1000 }), at('BTH', { boot: 1000 }, { canShip: false })]));
    expect(plan.parts).toEqual([{ locationId: 'id-LDS', lines: [line('boot')], distanceKm: expect.closeTo(272.6, 0) }]);
    expect(reasons(plan)).toEqual({ LDS: 'nearest_with_all', LDN: 'has_nothing', BTH: 'cannot_ship', BER: 'farther' });
    expect(chosenCodes({ kind: 'delivery', lines: [line('boot')], locations: [at('B', { boot: 1000 }), at('A', { boot: 1000 })] })).toEqual(['A']);
  });

  it('RTE-3 else the fewest splits, nearest together, the nearest giving first', () => {
    const locations = [at('BER', { boot: 5000 }), at('BTH', { sock: 5000, boot: 1000 }), at('LDS', { boot: 2000 }), at('MUC', { sock: 9000, tent: 9000 })];
    const plan = planned(delivery([line('boot', 2000), line('sock', 3000)], locations));
    expect(plan.parts.map(({ locationId, lines }) => [locationId, lines])).toEqual([['id-BTH', [line('boot'), line('sock', 3000)]], ['id-LDS', [line('boot')]]]);
    expect(plan.because).toBe('fewest_splits');
    expect(reasons(plan)).toEqual({ BTH: 'fewest_splits', LDS: 'fewest_splits', BER: 'not_needed', MUC: 'not_needed' });
    // A single far location beats two near ones.
    expect(chosenCodes(delivery([line('boot'), line('sock')], [at('LDN', { boot: 1000 }), at('BTH', { sock: 1000 }), at('MUC', { boot: 1000, sock: 1000 })]))).toEqual(['MUC']);
    expect(chosenCodes(delivery([line('boot', 3000)], ['BER', 'LDS', 'BTH'].map((code) => at(code, { boot: 1000 }))))).toEqual(['BTH', 'LDS', 'BER']);
  });

  it('RTE-4 takes the most of the rest where three do not suffice', () => {
    const many = Array.from({ length: 60 }, (_, index) => at(`N${String(index).padStart(2, '0')}`, { boot: index === 40 ? 3000 : 1000 }));
    const plan = planned(delivery([line('boot', 6000)], many));
    expect(plan.because).toBe('most_of_the_rest');
    expect(plan.parts.map(({ locationId, lines }) => [locationId, lines[0]?.quantityMilli])).toEqual([['id-N00', 1000], ['id-N01', 1000], ['id-N02', 1000], ['id-N40', 3000]]);
  });

  it('RTE-5 [L-21] lines of one variant are summed', () => {
    const lines = [line('boot', 1000, 'b'), line('boot', 1000, 'a')];
    expect(route(delivery(lines, [at('LDN', { boot: 1000 })]))).toEqual({ ok: false, refusal: { kind: 'cannot_route', missing: [{ variantId: 'boot', quantityMilli: 1000 }] } });
    const plan = planned(delivery(lines, [at('LDN', { boot: 1000 }), at('BTH', { boot: 1000 })]));
    expect(plan.parts.map((part) => part.lines)).toEqual([[line('boot', 1000, 'a')], [line('boot', 1000, 'b')]]);
  });

  it('RTE-6 parts sum to the order and take only what is there; a refusal means it is not there', () => {
    fc.assert(fc.property(requests, (request) => {
      const result = route(request);
      const wanted = (variantId: string): number => request.lines.reduce((sum, one) => sum + (one.variantId === variantId ? one.quantityMilli : 0), 0);
      const short = variants.map((variantId) => ({ variantId, quantityMilli: wanted(variantId) - request.locations.reduce((sum, location) => sum + availableAt(location, variantId), 0) })).filter(({ quantityMilli }) => quantityMilli > 0);
      if (!result.ok) return expect(result.refusal.missing).toEqual(short);
      expect(short).toEqual([]);
      const taken = result.value.parts.flatMap((part) => part.lines.map((one) => ({ ...one, locationId: part.locationId })));
      for (const one of request.lines) expect(taken.filter(({ lineId }) => lineId === one.lineId).reduce((sum, part) => sum + part.quantityMilli, 0)).toBe(one.quantityMilli);
      for (const location of request.locations) for (const variantId of variants) {
        const fromHere = taken.filter((one) => one.locationId === location.locationId && one.variantId === variantId).reduce((sum, one) => sum + one.quantityMilli, 0);
        expect(fromHere).toBeLessThanOrEqual(availableAt(location, variantId));
      }
      expect(result.value.parts.every((part) => part.lines.length > 0)).toBe(true);
      expect(result.value.trace.map(({ code }) => code).sort()).toEqual(request.locations.map(({ code }) => code).sort());
    }));
  });

  it('RTE-3 no smaller set would do', () => {
    fc.assert(fc.property(requests, (request) => {
      const result = route(request);
      if (!result.ok || result.value.parts.length !== 2) return;
      const holdsAll = (location: RouteLocation): boolean => variants.every((variantId) => availableAt(location, variantId) >= request.lines.reduce((sum, one) => sum + (one.variantId === variantId ? one.quantityMilli : 0), 0));
      expect(request.locations.some(holdsAll)).toBe(false);
    }));
  });

  it('RTE-7 a location that could not find it lately counts as having none', () => {
    const plan = planned(delivery([line('boot')], [at('LDN', { boot: 5000 }, { excluded: ['boot'] }), at('BER', { boot: 1000 })]));
    expect(reasons(plan)).toEqual({ BER: 'nearest_with_all', LDN: 'could_not_find' });
  });

  it('RTE-8 names what is missing everywhere', () => {
    const request = delivery([line('boot', 5000), line('sock')], [at('LDN', { boot: 2000, sock: 1000 }), at('BER', { boot: 1000 }), at('MUC', { boot: 9000 }, { canShip: false }), at('LDS', { boot: -3000 })]);
    expect(route(request)).toEqual({ ok: false, refusal: { kind: 'cannot_route', missing: [{ variantId: 'boot', quantityMilli: 2000 }] } });
  });

  it('RTE-10 the order of lines and locations changes nothing', () => {
    fc.assert(fc.property(requests, (request) => {
      const reversed = route({ ...request, lines: [...request.lines].reverse(), locations: [...request.locations].reverse() });
      expect(reversed).toEqual(route(request));
    }));
  });
});

describe('explainRoute', () => {
  it('RTE-9 says the trace in both languages', () => {
    const plan = planned(delivery([line('boot')], [at('BER', { boot: 5000 }), at('LDS', { boot: 1000 })]));
    expect(explainRoute(plan, 'en')).toEqual(['LDS (272 km): the nearest location that has everything.', 'BER (932 km): has everything, but is farther away.']);
    expect(explainRoute(plan, 'de')).toEqual(['LDS (272 km): der nächste Standort, der alles hat.', 'BER (932 km): hat alles, liegt aber weiter weg.']);
    expect(Object.keys(sentences.de)).toEqual(Object.keys(sentences.en));
  });
});
