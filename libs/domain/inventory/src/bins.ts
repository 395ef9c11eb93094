/** A place in a location: "A-03-2" is aisle A, bay 3, shelf 2; the shelf may be missing. */
export interface BinCode { code: string; aisle: string }

const pattern = /^([A-Z0-9]{1,4})((?:-\d{1,3}){1,2})$/;

/** Null for what is no code of a bin. */
export function readBinCode(text: string): BinCode | null {
  const code = text.trim().toUpperCase();
  const aisle = pattern.exec(code)?.[1];
  return aisle === undefined ? null : { code, aisle };
}

const mostOfRange = 500;

/** All bins from one code to another that differs in its last number: "A-01" to "A-12"; null where that is no range. */
export function binRange(from: string, to: string): BinCode[] | null {
  const [first, last] = [readBinCode(from), readBinCode(to)];
  if (!first || !last) return null;
  const [stem, begin] = cut(first.code);
  const [otherStem, end] = cut(last.code);
  const count = Number(end) - Number(begin) + 1;
  if (stem !== otherStem || begin.length !== end.length || count < 1 || count > mostOfRange) return null;
  return Array.from({ length: count }, (_, step) => ({ code: `${stem}${String(Number(begin) + step).padStart(begin.length, '0')}`, aisle: first.aisle }));
}

function cut(code: string): [stem: string, number: string] {
  const at = code.lastIndexOf('-') + 1;
  return [code.slice(0, at), code.slice(at)];
}

/** As a person walks: by the bin's turn, then by its code; what has no bin comes last, in the order it was in. */
export function inWalkOrder<Line>(lines: readonly Line[], binOf: (line: Line) => { walk: number; code: string } | undefined): Line[] {
  return lines.map((line, place) => ({ line, place, bin: binOf(line) })).sort((a, b) => {
    if (!a.bin || !b.bin) return a.bin ? -1 : b.bin ? 1 : a.place - b.place;
    return a.bin.walk - b.bin.walk || (a.bin.code < b.bin.code ? -1 : a.bin.code > b.bin.code ? 1 : a.place - b.place);
  }).map(({ line }) => line);
}

const bound = /^[A-Z0-9]{1,4}(?:-\d{1,3}){0,2}$/;

/** From one place to another in code order; a bound may be an aisle or a bay, and takes in all that is in it. */
export interface BinSpan { from: string; to: string }

/** Null for what is no span: a bound that no bin can have, or an end before its beginning. */
export function readBinSpan(from: string, to: string): BinSpan | null {
  const span = { from: from.trim().toUpperCase(), to: to.trim().toUpperCase() };
  return bound.test(span.from) && bound.test(span.to) && inOrder(span.from.split('-'), span.to.split('-')) ? span : null;
}

export const isWithinSpan = (code: string, { from, to }: BinSpan): boolean => inOrder(from.split('-'), code.split('-')) && inOrder(code.split('-'), to.split('-'));

/** Compares as far as both say something; numbers as numbers. */
function inOrder(left: readonly string[], right: readonly string[]): boolean {
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const [a = '', b = ''] = [left[place], right[place]];
    if (a === b) continue;
    const [number, other] = [Number(a), Number(b)];
    if (Number.isNaN(number) || Number.isNaN(other)) return a < b;
    if (number !== other) return number < other;
  }
  return true;
}

/** Which of the bins may not take a product: closed ones in which it does not stand yet. */
export const closedTo = (codes: readonly string[], { closed, standing }: { closed: ReadonlySet<string>; standing: ReadonlySet<string> }): string[] => codes.filter((code) => closed.has(code) && !standing.has(code));
