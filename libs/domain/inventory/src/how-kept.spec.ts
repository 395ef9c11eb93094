import { howKeptProblem, type HowKept } from './how-kept';

const piece: HowKept = { kind: 'stock', trackedBy: 'none', unit: 'piece', isCatchWeight: false, weightGrams: null };
const none = { stockMilli: 0, waitingMilli: 0, expectedMilli: 0 };

describe('how a product is kept', () => {
  it('INV-100 another unit waits until nothing is counted in the one of today', () => {
    const metre: HowKept = { ...piece, unit: 'm' };
    expect(howKeptProblem(piece, metre, none)).toBeNull();
    for (const inUse of [{ stockMilli: 12_000 }, { stockMilli: -1000 }, { waitingMilli: 1000 }, { expectedMilli: 500 }]) expect(howKeptProblem(piece, metre, { ...none, ...inUse })).toBe('unit_in_use');
    expect(howKeptProblem(metre, metre, { ...none, stockMilli: 12_500 })).toBeNull();
  });

  it('INV-100 units are told apart from now on: what is there stays as it is', () => {
    for (const trackedBy of ['lot', 'serial', 'none'] as const) expect(howKeptProblem(piece, { ...piece, trackedBy }, { ...none, stockMilli: 12_000 })).toBeNull();
  });

  it('INV-101 a serial number is one piece, a bundle has no units of its own', () => {
    expect(howKeptProblem(piece, { ...piece, trackedBy: 'serial', unit: 'kg' }, none)).toBe('serial_is_a_piece');
    expect(howKeptProblem(piece, { ...piece, trackedBy: 'lot', unit: 'kg' }, none)).toBeNull();
    expect(howKeptProblem({ ...piece, kind: 'bundle' }, { ...piece, kind: 'bundle', trackedBy: 'lot' }, none)).toBe('bundle_has_no_units');
    expect(howKeptProblem({ ...piece, kind: 'bundle' }, { ...piece, kind: 'bundle', unit: 'kg' }, none)).toBe('bundle_has_no_units');
  });

  it('INV-150 catch weight is pieces of a usual weight, of goods that are no bundle and in none', () => {
    const wheel: HowKept = { ...piece, isCatchWeight: true, weightGrams: 1200 };
    expect(howKeptProblem(piece, wheel, none)).toBeNull();
    expect(howKeptProblem(piece, { ...wheel, trackedBy: 'lot' }, none)).toBeNull();
    expect(howKeptProblem(piece, { ...wheel, unit: 'kg' }, none)).toBe('catch_weight_is_pieces');
    for (const weightGrams of [null, 0]) expect(howKeptProblem(piece, { ...wheel, weightGrams }, none)).toBe('usual_weight_missing');
    expect(howKeptProblem({ ...piece, kind: 'bundle' }, { ...wheel, kind: 'bundle' }, none)).toBe('bundle_has_no_units');
    expect(howKeptProblem({ ...piece, isComponent: true }, wheel, none)).toBe('catch_weight_component');
  });

  it('INV-151 neither begins nor ends while there is stock, somebody waits or something is on its way; its usual weight may change', () => {
    const wheel: HowKept = { ...piece, isCatchWeight: true, weightGrams: 1200 };
    for (const inUse of [{ stockMilli: 12_000 }, { waitingMilli: 1000 }, { expectedMilli: 500 }]) {
      expect([howKeptProblem(piece, wheel, { ...none, ...inUse }), howKeptProblem(wheel, piece, { ...none, ...inUse })]).toEqual(['catch_weight_in_use', 'catch_weight_in_use']);
    }
    expect(howKeptProblem(wheel, { ...wheel, weightGrams: 1300 }, { ...none, stockMilli: 12_000 })).toBeNull();
    expect(howKeptProblem(wheel, piece, none)).toBeNull();
  });
});
