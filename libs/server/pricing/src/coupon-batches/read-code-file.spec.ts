import { readCodeFile } from './read-code-file';

const read = (text: string) => readCodeFile(Buffer.from(text));
const wrong = (text: string) => read(text).errors.map(({ row, column, code }) => [row, column, code]);

it('reads one code a row, with or without a heading, blank rows counted', () => {
  expect(read('spring-26 a\r\n\r\nB-22\r\n').codes).toEqual([{ row: 1, column: 1, code: 'SPRING26A', shown: 'spring-26 a' }, { row: 3, column: 1, code: 'B22', shown: 'B-22' }]);
  expect(read('\ufeffname;Code\nSam; ÄB 22 \n').codes).toEqual([{ row: 2, column: 2, code: 'ÄB22', shown: 'ÄB 22' }]);
});

it('names row and column of every code that cannot be taken, and which control character it holds', () => {
  expect(wrong('code\nOK1\nok-1\nA\u0000B\n\u200bAB1\nA\tB1\nab\n<script>\nx,\n=1+2\n' + 'Z'.repeat(41))).toEqual([
    [3, 1, 'repeated'], [4, 1, 'control_character'], [5, 1, 'control_character'], [6, 1, 'control_character'], [7, 1, 'too_short'], [8, 1, 'strange_character'],
    [9, 1, 'too_short'], [10, 1, 'strange_character'], [11, 1, 'too_long'],
  ]);
  expect(read('A\u0007B').errors[0]?.message).toBe('This code holds the control character U+0007. Take it out.');
  expect(wrong('name,code\nSam,\n')).toEqual([[2, 2, 'missing']]);
});

it('says what is wrong with a file as a whole', () => {
  expect(wrong('')).toEqual([[1, 1, 'missing']]);
  expect(readCodeFile(Buffer.from([0xff, 0xfe, 0x41, 0x00])).errors.map(({ code }) => code)).toEqual(['unreadable_file']);
  expect(wrong(Array.from({ length: 100_001 }, (_, index) => `C${index}X`).join('\n'))[0]).toEqual([100_001, 1, 'too_many']);
});
