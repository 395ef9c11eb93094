import { entryToMinor, pressKey, type KeypadKey, type KeypadRules } from './keypad-entry';

const amount: KeypadRules = { fractionDigits: 2, maximumDigits: 8 };
const pin: KeypadRules = { fractionDigits: 0, maximumDigits: 4, keepLeadingZeros: true };
const type = (keys: readonly KeypadKey[], rules: KeypadRules) => keys.reduce((entry, key) => pressKey(entry, key, rules), '');

describe('pressKey', () => {
  it('takes two digits after the separator and no third', () => {
    expect(type(['4', '0', 'separator', '2', '5', '9'], amount)).toBe('40.25');
  });
  it('starts with a zero when the separator comes first, and takes it once', () => {
    expect(type(['separator', '5', 'separator'], amount)).toBe('0.5');
  });
  it('replaces a leading zero of an amount and keeps the zeros of a PIN', () => {
    expect(type(['0', '7'], amount)).toBe('7');
    expect(type(['0', '0', '1', '2'], pin)).toBe('0012');
  });
  it('ignores the separator where there are no fractions (yen, PIN)', () => {
    expect(type(['4', 'separator', '2'], { fractionDigits: 0, maximumDigits: 8 })).toBe('42');
  });
  it('stops at the most digits', () => {
    expect(type(['1', '2', '3', '4', '5'], pin)).toBe('1234');
  });
  it('deletes the last sign, and nothing from nothing', () => {
    expect(type(['4', 'separator', 'delete', 'delete', 'delete'], amount)).toBe('');
  });
});

describe('entryToMinor', () => {
  it.each([['40', 2, 4000], ['0.5', 2, 50], ['0.05', 2, 5], ['40.', 2, 4000], ['', 2, 0], ['1500', 0, 1500], ['1.005', 3, 1005]])('%p with %i fraction digits is %i', (entry, digits, minor) => {
    expect(entryToMinor(entry, digits)).toBe(minor);
  });
});
