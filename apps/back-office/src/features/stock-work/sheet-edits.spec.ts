import { editsOf, movesOf, rowsOf } from './sheet-edits';
import { readCodes } from './code-field';

const page = {
  asOf: '2026-11-21T10:00:00.000Z', locationIds: ['soho', 'leeds'], variantIds: ['boot', 'sock'], skus: ['BOO', 'SOC'], titles: ['Boot', 'Sock'], units: ['piece' as const, 'kg' as const], bundles: [false, true], bins: [null, 'A-01'],
  levels: [[3000, null], [-1000, 0]], nextCursor: null,
};

describe('the stock sheet', () => {
  it('turns columns into rows, and edited cells into differences to what was shown', () => {
    const rows = rowsOf([page]);
    expect(rows).toEqual([
      { variantId: 'boot', sku: 'BOO', title: 'Boot', unit: 'piece', isBundle: false, bin: null, levels: [3000, -1000] },
      { variantId: 'sock', sku: 'SOC', title: 'Sock', unit: 'kg', isBundle: true, bin: 'A-01', levels: [null, 0] },
    ]);
    const edits = editsOf(new Map([['boot|soho', 5000], ['sock|soho', 2000], ['sock|leeds', 0], ['gone|soho', 1]]), rows, page.locationIds);
    expect(movesOf(edits, 'on_hand')).toEqual([{ variantId: 'boot', locationId: 'soho', deltaMilli: 2000 }, { variantId: 'sock', locationId: 'soho', deltaMilli: 2000 }]);
    expect(movesOf(edits, 'quarantine')[0]).toMatchObject({ bucket: 'quarantine' });
  });
});

describe('pasted codes', () => {
  it('are a list, or a list with how many of each', () => {
    expect(readCodes('BOO-1\nBOO-2\t3\r\nBOO-3 2\n\nBOO-4;x\n')).toEqual([{ code: 'BOO-1', units: 1 }, { code: 'BOO-2', units: 3 }, { code: 'BOO-3', units: 2 }]);
  });
});
