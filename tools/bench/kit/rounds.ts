import { rounded } from './run-bench';

export const ROUNDS = 5;

/** What one round came to: operations a second, and how long each took. */
export interface Round {
  perSecond: number;
  latenciesMs: number[];
}

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b);

/** The smallest value that `share` of the values do not exceed (nearest rank). */
export function percentile(values: number[], share: number): number {
  return sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: number[]): number => percentile(values, 0.5);

/** Does `work` over and over for `forMs` in `lanes` lanes at once. */
export async function timedRound({ lanes, forMs }: { lanes: number; forMs: number }, work: (lane: number) => Promise<void>): Promise<Round> {
  const latenciesMs: number[] = [];
  const from = performance.now();
  const lane = async (number: number): Promise<void> => {
    while (performance.now() - from < forMs) {
      const at = performance.now();
      await work(number);
      latenciesMs.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return { perSecond: (latenciesMs.length * 1000) / (performance.now() - from), latenciesMs };
}

/** Ours and the floor by turns, so that a busy minute of the machine hits both; the medians of the rounds. */
export async function compared(rounds: { ours: () => Promise<Round>; floor: () => Promise<Round> }) {
  const [ours, floor]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await rounds.ours());
    floor.push(await rounds.floor());
  }
  const [perSecond, beneath] = [ours, floor].map((each) => median(each.map((round) => round.perSecond)));
  const of = (each: Round[], share: number): number => rounded(median(each.map(({ latenciesMs }) => percentile(latenciesMs, share))));
  return {
    ours: rounded(perSecond ?? 0), floor: rounded(beneath ?? 0), ratio: rounded((perSecond ?? 0) / (beneath ?? 1)),
    p50Ms: of(ours, 0.5), p99Ms: of(ours, 0.99), floorP50Ms: of(floor, 0.5), floorP99Ms: of(floor, 0.99), operations: ours.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0),
  };
}
