import { fitsUnit, sumByUnit } from '@oneshelf/domain-kernel';
import { readBlock, readTypedQuantity } from './typed-quantity';

const target = { top: 4, left: 1, bottom: 6, right: 2, unitOf: () => 'piece' as const, isEditable: () => true };

describe('quantities that a person says', () => {
  it('INV-130 are whole for pieces and have up to three places for what is measured', () => {
    const read = (text: string, unit: 'piece' | 'kg' = 'piece') => readTypedQuantity(text, { unit, decimalSign: '.' });
    expect(['12', '-3', '1.5', '1.0', '0', 'x', '', '+1', '12345678'].map((text) => read(text))).toEqual([
      { milli: 12_000 }, { milli: -3000 }, { problem: 'not_whole' }, { milli: 1000 }, { milli: 0 }, { problem: 'not_a_number' }, { problem: 'not_a_number' }, { problem: 'not_a_number' }, { problem: 'too_large' },
    ]);
    expect(['1.250', '1.250 kg', '1,25', '0.1234', '1.5 m'].map((text) => read(text, 'kg'))).toEqual([{ milli: 1250 }, { milli: 1250 }, { milli: 1250 }, { problem: 'not_a_number' }, { problem: 'not_a_number' }]);
    expect([fitsUnit(1500, 'piece'), fitsUnit(1500, undefined), fitsUnit(1500, 'kg'), fitsUnit(-2000, 'piece')]).toEqual([false, false, true, true]);
  });

  it('INV-130 could be two numbers with the other sign and three digits: asked back, never guessed', () => {
    expect(readTypedQuantity('1,250', { unit: 'kg', decimalSign: '.' })).toEqual({ problem: 'unclear' });
    expect(readTypedQuantity('1,250', { unit: 'kg', decimalSign: ',' })).toEqual({ milli: 1250 });
    expect(readTypedQuantity('1,500', { unit: 'piece', decimalSign: '.' })).toEqual({ problem: 'unclear' });
  });

  it('INV-133 sums are one number a unit', () => {
    const part = (quantityMilli: number, unit?: 'piece' | 'kg') => ({ quantityMilli, unit });
    expect(sumByUnit([part(3000, 'piece'), part(1250, 'kg'), part(2000)])).toEqual([{ unit: 'piece', quantityMilli: 5000 }, { unit: 'kg', quantityMilli: 1250 }]);
    expect(sumByUnit([part(1000, 'kg'), part(-1000, 'kg')])).toEqual([{ unit: 'kg', quantityMilli: 0 }]);
    expect(sumByUnit([])).toEqual([{ unit: 'piece', quantityMilli: 0 }]);
  });

  it('INV-134 a block fills right and down; what cannot be read is marked, what is empty stays', () => {
    const { cells, locked } = readBlock([['5', '6'], ['abc', '7'], ['8', '']], target, '.');
    expect(locked).toBe(0);
    expect(cells.map(({ row, column, read }) => [row, column, read])).toEqual([
      [4, 1, { milli: 5000 }], [4, 2, { milli: 6000 }], [5, 1, { problem: 'not_a_number' }], [5, 2, { milli: 7000 }], [6, 1, { milli: 8000 }],
    ]);
    const over = readBlock([['9']], { ...target, isEditable: (_row, column) => column === 2 }, '.');
    expect(over.cells.map(({ row, column }) => [row, column])).toEqual([[4, 2], [5, 2], [6, 2]]);
    expect(over.locked).toBe(3);
  });
});
