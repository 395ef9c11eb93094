import { namedPieces, piecesToName, returnedPieces } from './serials-of-line';

describe('the serials of a line', () => {
  it('INV-95 names each piece once, as it is kept', () => {
    expect(namedPieces(['a 1', 'b2'], { pieces: 2 })).toEqual({ ok: true, value: ['A1', 'B2'] });
    expect(namedPieces(['a1', 'A 1'], { pieces: 2 })).toEqual({ ok: false, refusal: { kind: 'serial_twice', serials: ['A1'] } });
    expect(namedPieces(['a1'], { pieces: 2 })).toEqual({ ok: false, refusal: { kind: 'serials_required', named: 1, pieces: 2 } });
    expect(namedPieces(['a1', 'b2', 'c3'], { pieces: 2 })).toMatchObject({ refusal: { kind: 'serials_required', named: 3 } });
    expect(namedPieces(['a1'], { pieces: 2, atLeast: 1 }).ok).toBe(true);
    expect(namedPieces([' '], { pieces: 1 })).toEqual({ ok: false, refusal: { kind: 'serial_unreadable', serials: [' '] } });
  });

  it('INV-135 what leaves is named, all but what lies there without a serial', () => {
    expect(piecesToName(3, 0)).toBe(3);
    expect(piecesToName(3, 1)).toBe(2);
    expect(piecesToName(1, 2)).toBe(0);
    // A place that believes in more serials than pieces lets none go without its name.
    expect(piecesToName(2, -1)).toBe(2);
  });

  it('INV-96 comes back only what went with the sale and is not back', () => {
    const line = { sold: ['A1', 'B2'], back: ['A1'], piecesOut: 1 };
    expect(returnedPieces(line, ['b2'], 1)).toEqual({ ok: true, value: ['B2'] });
    expect(returnedPieces(line, ['A1'], 1)).toEqual({ ok: false, refusal: { kind: 'serial_not_of_sale', serials: ['A1'] } });
    expect(returnedPieces(line, ['C3'], 1)).toEqual({ ok: false, refusal: { kind: 'serial_not_of_sale', serials: ['C3'] } });
    expect(returnedPieces(line, [], 1)).toMatchObject({ refusal: { kind: 'serials_required', named: 0, pieces: 1 } });
  });

  it('INV-96 a piece that was never read may come back without a serial, or with one that nobody wrote down', () => {
    const line = { sold: ['A1'], back: [], piecesOut: 2 };
    expect(returnedPieces(line, [], 1)).toEqual({ ok: true, value: [] });
    expect(returnedPieces(line, ['NEW'], 1)).toEqual({ ok: true, value: ['NEW'] });
    expect(returnedPieces(line, ['NEW'], 2)).toEqual({ ok: true, value: ['NEW'] });
    expect(returnedPieces(line, ['NEW', 'OTHER'], 2)).toMatchObject({ refusal: { kind: 'serial_not_of_sale' } });
    expect(returnedPieces(line, [], 2)).toMatchObject({ refusal: { kind: 'serials_required' } });
  });
});
