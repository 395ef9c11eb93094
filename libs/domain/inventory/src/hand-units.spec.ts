import { handPiecesToName, lacksLots, piecesNotSent } from './hand-units';

describe('units that a person moves', () => {
  it('INV-136 a piece that arrives was sent', () => {
    expect(piecesNotSent(['A1', 'A2', 'A3'], ['A1', 'B9'])).toEqual(['B9']);
    expect(piecesNotSent(['A1'], ['A1'])).toEqual([]);
  });

  it('INV-137 what is found names each piece, what leaves all but those without a serial', () => {
    expect(handPiecesToName('shrink', 2, 5)).toBe(2);
    expect(handPiecesToName('sellable', 2, 1)).toBe(1);
    expect(handPiecesToName('damaged', 2, 0)).toBe(2);
  });

  it('INV-137 what is found says its lot, what leaves says all of its lots or none', () => {
    expect(lacksLots('shrink', { quantityMilli: 1000, namedMilli: 0 })).toBe(true);
    expect(lacksLots('sellable', { quantityMilli: 1000, namedMilli: 0 })).toBe(false);
    expect(lacksLots('sellable', { quantityMilli: 2000, namedMilli: 1000 })).toBe(true);
    expect(lacksLots('shrink', { quantityMilli: 2000, namedMilli: 2000 })).toBe(false);
  });
});
