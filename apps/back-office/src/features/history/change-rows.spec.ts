import { changeRows } from './change-rows';

describe('changeRows', () => {
  it('shows what differs, by its path, and leaves out what is the same', () => {
    expect(changeRows({ name: 'GB', price: { amountMinor: 100 }, tags: ['a', 'b'] }, { name: 'GB', price: { amountMinor: 120 }, tags: ['a', 'c'] })).toEqual([
      { field: 'price.amountMinor', before: '100', after: '120' },
      { field: 'tags.1', before: 'b', after: 'c' },
    ]);
  });
  it('shows a thing that came or went with one side empty', () => {
    expect(changeRows(null, { code: 'X' })).toEqual([{ field: 'code', before: '', after: 'X' }]);
    expect(changeRows({ isActive: false }, null)).toEqual([{ field: 'isActive', before: 'false', after: '' }]);
  });
  it('has nothing to say about nothing', () => {
    expect(changeRows(null, undefined)).toEqual([]);
    expect(changeRows({ a: 1 }, { a: 1 })).toEqual([]);
  });
});
