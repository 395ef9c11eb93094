import type { At } from './at';

/** What somebody found in one round, and what the book said at that instant. */
interface Look { counted: number; expected: number; at: number; isScanned: boolean }
export interface LineOfCount { variant: number; round: 1 | 2; looks: { 1?: Look; 2?: Look } }
export type CountStatus = 'open' | 'recount' | 'review';

const ROUNDS = [1, 2] as const;

/** A count as it should be: what is found is held against what the book says of the instant of the last scan, or of the freeze. */
export class CountOfModel {
  status: CountStatus = 'open';
  readonly lines: LineOfCount[];

  /** `frozen`: what the book said of each product when the count was frozen; null: it is live. */
  constructor(readonly id: string, readonly place: number, private readonly frozen: { expected: number[]; at: number } | null, products: number) {
    this.lines = Array.from({ length: products }, (_, variant): LineOfCount => ({ variant, round: 1, looks: {} }));
  }

  /** Lines that are counted in this round. */
  open(): LineOfCount[] {
    return this.lines.filter((line) => this.status === 'open' || line.round === 2);
  }

  scanned(line: LineOfCount, units: number, book: { expected: number; at: number }): void {
    const before = line.looks[line.round];
    this.see(line, { sum: (before?.isScanned ? before.counted : 0) + units, isScanned: true }, book);
  }

  /** Nobody scanned it, and that means that there is none. */
  noneFound(line: LineOfCount, book: { expected: number; at: number }): void {
    this.see(line, { sum: 0, isScanned: false }, book);
  }

  /** The book was put right meanwhile: what it says of the instant of the scan is another number now. */
  restated({ variant, place }: At, units: number): void {
    if (place !== this.place) return;
    if (this.frozen) this.frozen.expected[variant] = (this.frozen.expected[variant] ?? 0) + units;
    for (const round of ROUNDS) {
      const look = this.lines[variant]?.looks[round];
      if (look) look.expected += units;
    }
  }

  /** What is found by now, of each line that somebody looked at. Less than none is none. */
  found(): { line: LineOfCount; counted: number; expected: number; at: number }[] {
    return this.lines.flatMap((line) => {
      const look = line.looks[line.round];
      return look ? [{ line, counted: Math.max(0, look.counted), expected: look.expected, at: look.at }] : [];
    });
  }

  private see(line: LineOfCount, { sum, isScanned }: { sum: number; isScanned: boolean }, book: { expected: number; at: number }): void {
    const at = this.frozen ? { expected: this.frozen.expected[line.variant] ?? 0, at: this.frozen.at } : book;
    line.looks[line.round] = { counted: sum, isScanned, ...at };
  }
}
