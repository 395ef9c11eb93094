import { lotsWithin, scannedLot, withLot } from './scanned-lot';

describe('the lot of a scan', () => {
  it('INV-82 reads lot and last day of a GS1 code, and says when that day has passed', () => {
    const code = '010501234567890017261201\u001d10A7';
    expect(scannedLot('(01)05012345678900(17)261201(10)A7', '2026-11-22')).toEqual({ lot: { lotCode: 'A7', expiresOn: '2026-12-01' }, expiredOn: null });
    expect(scannedLot(`]d2${code.replace('\u001d', '')}`, '2026-12-02')).toEqual({ lot: { lotCode: 'A7', expiresOn: '2026-12-01' }, expiredOn: '2026-12-01' });
    expect(scannedLot('(01)05012345678900(17)261201(10)A7', '2026-12-01').expiredOn).toBeNull();
    expect(scannedLot('5012345678900', '2026-12-02')).toEqual({ lot: null, expiredOn: null });
  });

  it('adds pieces to their lot, and keeps no more of lots than the line has', () => {
    const lots = withLot(withLot(withLot([], { lotCode: 'A', expiresOn: '2026-12-01' }), { lotCode: 'B' }), { lotCode: 'A' });
    expect(lots).toEqual([{ lotCode: 'A', expiresOn: '2026-12-01', quantityMilli: 2000 }, { lotCode: 'B', quantityMilli: 1000 }]);
    expect(lotsWithin(lots, 2500)).toEqual([{ lotCode: 'A', expiresOn: '2026-12-01', quantityMilli: 2000 }, { lotCode: 'B', quantityMilli: 500 }]);
  });
});
