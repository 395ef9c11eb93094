import { ean13Modules, isEan13 } from './ean13-modules';

/** Reads the modules back, as a scanner does. */
function scanned(modules: string): string {
  const setA = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011'];
  const parities = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'];
  const flip = (bits: string) => bits.replace(/./g, (bit) => (bit === '0' ? '1' : '0'));
  const digitAt = (start: number) => modules.slice(start, start + 7);
  const left = [0, 1, 2, 3, 4, 5].map((index) => {
    const bits = digitAt(3 + index * 7);
    const asA = setA.indexOf(bits);
    return asA >= 0 ? { set: 'A', digit: asA } : { set: 'B', digit: setA.indexOf(flip([...bits].reverse().join(''))) };
  });
  const right = [0, 1, 2, 3, 4, 5].map((index) => setA.indexOf(flip(digitAt(50 + index * 7))));
  return [parities.indexOf(left.map(({ set }) => set).join('')), ...left.map(({ digit }) => digit), ...right].join('');
}

it('draws what a scanner reads back, for every first digit', () => {
  for (let first = 0; first < 10; first += 1) {
    const twelve = `${first}12345678901`;
    const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
    const code = `${twelve}${(10 - (sum % 10)) % 10}`;
    const modules = ean13Modules(code) ?? '';
    expect([modules.length, modules.slice(0, 3), modules.slice(45, 50), modules.slice(-3), scanned(modules)]).toEqual([95, '101', '01010', '101', code]);
  }
});

it('draws the example of the standard', () => {
  expect(ean13Modules('4006381333931')).toBe('10100011010100111010111101111010001001011001101010100001010000101000010111010010000101100110101');
});

it('draws nothing of what is no EAN-13', () => {
  expect([isEan13('4006381333932'), ean13Modules('4006381333932'), ean13Modules('12345'), ean13Modules('40063813339a1')]).toEqual([false, null, null, null]);
});
