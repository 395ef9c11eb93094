import { howKeptProblem, type HowKept } from './how-kept';

const piece: HowKept = { kind: 'stock', trackedBy: 'none', unit: 'piece', isCatchWeight: false };
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

  it('INV-101 a serial number is one piece, a bundle has no units of its own, and catch weight is not kept', () => {
    expect(howKeptProblem(piece, { ...piece, trackedBy: 'serial', unit: 'kg' }, none)).toBe('serial_is_a_piece');
    expect(howKeptProblem(piece, { ...piece, trackedBy: 'lot', unit: 'kg' }, none)).toBeNull();
    expect(howKeptProblem({ ...piece, kind: 'bundle' }, { ...piece, kind: 'bundle', trackedBy: 'lot' }, none)).toBe('bundle_has_no_units');
    expect(howKeptProblem({ ...piece, kind: 'bundle' }, { ...piece, kind: 'bundle', unit: 'kg' }, none)).toBe('bundle_has_no_units');
    expect(howKeptProblem(piece, { ...piece, isCatchWeight: true }, none)).toBe('catch_weight_not_yet');
  });
});
