import { isInSale, missingOf, readSerial, tracedOf, withinPieces } from './line-serials';

const shelf = { isBySerial: (variantId: string) => variantId === 'watch' };
const line = { lineId: 'a', variantId: 'watch', quantityMilli: 3000 };

describe('the serials of a line of the sale', () => {
  it('INV-95 are missing until each piece is read or given up, and only where pieces are told apart', () => {
    expect(missingOf(line, shelf)).toBe(3);
    expect(missingOf({ ...line, serials: ['S1'], notRead: { pieces: 1, allowedBy: 'Ana' } }, shelf)).toBe(1);
    expect(missingOf({ ...line, variantId: 'hat' }, shelf)).toBe(0);
    expect(missingOf(line, null)).toBe(0);
  });

  it('leave with the pieces that are taken out, the newest first', () => {
    expect(withinPieces({ ...line, quantityMilli: 1000, serials: ['S1', 'S2'], notRead: { pieces: 1, allowedBy: 'Ana' } })).toEqual({ ...line, quantityMilli: 1000, serials: ['S1'] });
    expect(withinPieces({ ...line, quantityMilli: 2000, serials: ['S1'], notRead: { pieces: 2, allowedBy: 'Ana' } })).toMatchObject({ notRead: { pieces: 1 } });
    expect(withinPieces(line)).toBe(line);
  });

  it('one piece is in a sale once, and goes with it by its line', () => {
    const lines = [{ ...line, serials: ['S1'], notRead: { pieces: 2, allowedBy: 'Ana' } }];
    expect(isInSale(lines, 'watch', 'S1')).toBe(true);
    expect(isInSale(lines, 'hat', 'S1')).toBe(false);
    expect(tracedOf(lines)).toEqual([{ lineId: 'a', serialNumber: 'S1', quantityMilli: 1000 }, { lineId: 'a', quantityMilli: 2000, notReadBy: 'Ana' }]);
  });

  it('INV-94 come from a label, or from AI (21) of a maker’s code; a product’s barcode is none', () => {
    const isProduct = (code: string): boolean => code === 'WATCH-1';
    expect(readSerial(' gps 0042 ', isProduct)).toEqual({ kind: 'serial', serial: 'GPS0042' });
    expect(readSerial('(01)09521234543213(21)ab7', isProduct)).toEqual({ kind: 'serial', serial: 'AB7' });
    expect(readSerial('09521234543213', isProduct)).toEqual({ kind: 'product_code' });
    expect(readSerial('WATCH-1', isProduct)).toEqual({ kind: 'product_code' });
    expect(readSerial(' ', isProduct)).toEqual({ kind: 'unreadable' });
  });
});
