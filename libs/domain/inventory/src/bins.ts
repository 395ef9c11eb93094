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
