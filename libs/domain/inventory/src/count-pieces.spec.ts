import { countPieces } from './count-pieces';

describe('what a count says of pieces', () => {
  it('INV-138 a piece that nobody scanned is missing, one that is believed elsewhere is found, one that is new too', () => {
    const known = [{ serialNumber: 'A', isOnShelf: true, since: 1 }, { serialNumber: 'B', isOnShelf: true, since: 1 }, { serialNumber: 'C', isOnShelf: false, since: 1 }];
    expect(countPieces(known, [{ serialNumber: 'A', scannedAt: 5 }, { serialNumber: 'C', scannedAt: 5 }, { serialNumber: 'D', scannedAt: 6 }], 6)).toEqual({ missing: ['B'], found: ['C', 'D'] });
  });

  it('INV-138 what moved since it was looked for is left where it is', () => {
    const known = [{ serialNumber: 'SOLD', isOnShelf: false, since: 7 }, { serialNumber: 'CAME', isOnShelf: true, since: 7 }];
    expect(countPieces(known, [{ serialNumber: 'SOLD', scannedAt: 5 }], 6)).toEqual({ missing: [], found: [] });
  });
});
