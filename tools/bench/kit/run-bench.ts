import os from 'node:os';

/** What every bench answers; more figures may stand beside these. Null: this bench has no such figure. */
export interface BenchResult {
  /** Of `ours` and `floor`. */
  unit: string;
  ours: number;
  floor: number;
  /** Speed of ours as a share of the floor's: 1 is as fast as by hand. */
  ratio: number;
  p50Ms: number | null;
  p99Ms: number | null;
  sqlPerOp: number | null;
  rssMb: number | null;
  [figure: string]: unknown;
}

export interface BenchContext {
  fixtures: string;
  /** Undone at the end, last first, whatever happened. */
  later(undo: () => Promise<unknown> | unknown): void;
  say(line: string): void;
}

/** This run cannot be measured; the message says why and what to do. */
export class CannotMeasure extends Error {
  override name = 'CannotMeasure';
}

/** A bench that needs longer says so: `export const limitMs`. */
const LIMIT_MS = 180_000;

/** Runs one bench, prints what it found and answers the exit code. */
export async function runBench(name: string, run: (context: BenchContext) => Promise<BenchResult>, { json, fixtures, limitMs = LIMIT_MS }: { json: boolean; fixtures: string; limitMs?: number }): Promise<number> {
  const undo: (() => Promise<unknown> | unknown)[] = [];
  const say = (line: string): void => console.log(line);
  const [startedAt, load] = [performance.now(), os.loadavg()[0] ?? 0];
  let watchdog: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    watchdog = setTimeout(() => reject(new CannotMeasure(`It took longer than ${limitMs / 1000} s and was stopped. The machine may be busy; try again.`)), limitMs);
  });
  try {
    say(`bench ${name}: ${os.cpus().length} cores, load ${load.toFixed(1)}`);
    const result = await Promise.race([run({ fixtures, say, later: (step) => undo.push(step) }), tooLong]);
    const seconds = rounded((performance.now() - startedAt) / 1000);
    say(`${name}: ours ${result.ours} ${result.unit}, floor ${result.floor} ${result.unit}, ratio ${result.ratio} (${seconds} s in all)`);
    if (json) console.log(JSON.stringify({ bench: name, ...result, cores: os.cpus().length, loadBefore: rounded(load), seconds }));
    return 0;
  } catch (error) {
    console.error(error instanceof Error && error.name === 'CannotMeasure' ? `bench ${name}: ${error.message}` : error);
    return 1;
  } finally {
    clearTimeout(watchdog);
    for (const step of undo.reverse()) await Promise.resolve(step()).catch((error: unknown) => console.error(error));
  }
}

/** Three digits that mean something: 1234.5 → 1230, 0.012345 → 0.0123. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
