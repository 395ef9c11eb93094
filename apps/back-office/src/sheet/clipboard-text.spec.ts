import fc from 'fast-check';
import { formatClipboard, parseClipboard } from './clipboard-text';

it.each<[string, string, string[][]]>([
  ['a rectangle', '1\t2\n3\t4', [['1', '2'], ['3', '4']]],
  ['the trailing line end of Excel', '1\t2\r\n3\t4\r\n', [['1', '2'], ['3', '4']]],
  ['old Mac line ends', '1\r2', [['1'], ['2']]],
  ['one cell', '30', [['30']]],
  ['empty cells', '\t\n\t', [['', ''], ['', '']]],
  ['an empty row in the middle', '1\n\n2', [['1'], [''], ['2']]],
  ['quoted cells', '"a\tb"\t"c\nd"\n"say ""hi"""\t""', [['a\tb', 'c\nd'], ['say "hi"', '']]],
  ['a quote that quotes nothing', '5" pipe\t"open\n6', [['5" pipe', '"open'], ['6']]],
  ['text after a closing quote', '"5" pipe\t7', [['"5" pipe', '7']]],
  ['nothing', '', [['']]],
])('reads %s', (_name, text, cells) => {
  expect(parseClipboard(text)).toEqual(cells);
});

it('quotes only what needs it', () => {
  expect(formatClipboard([['12.50', 'a"b'], ['c\td', '']])).toBe('12.50\t"a""b"\n"c\td"\t');
});

it('reads back what it wrote', () => {
  const cell = fc.string({ unit: fc.constantFrom('1', '.', '"', '\t', '\n', '\r', ' ', 'x') });
  const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(fc.property(table, (rows) => {
    expect(parseClipboard(formatClipboard(rows))).toEqual(rows);
  }));
});
