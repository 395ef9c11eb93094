import type { CheckpointRun } from './checkpoint.repository';

/** So many movements are read in a few milliseconds; a level with more of them since its last checkpoint gets one. */
export const MANY = 2000;

const HOUR_MS = 3_600_000;

export const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
const dayOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
const monthAfter = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));

/**
 * What is to be written down now, in order: each month's beginning since the first movement (of every level that moved
 * in the month before), then the last midnight of this month and the last full hour of this day (of levels that moved very
 * much). An hour or midnight that was missed is not made up for: the month's end writes every midnight of such levels.
 */
export function dueCheckpoints(now: Date, first: Date, done: readonly Date[]): CheckpointRun[] {
  const isDone = (at: Date): boolean => done.some((one) => one.getTime() === at.getTime());
  const lastMonthDone = done.find((one) => one.getTime() === monthOf(one).getTime());
  const runs: CheckpointRun[] = [];
  for (let month = lastMonthDone ?? monthOf(first); month < monthOf(now); month = monthAfter(month)) runs.push({ takenFor: monthAfter(month), since: month, atLeast: 1 });
  const [month, day, hour] = [monthOf(now), dayOf(now), hourOf(now)];
  if (day > month && day > first && !isDone(day)) runs.push({ takenFor: day, since: month, atLeast: MANY });
  if (hour > day && hour > first && !isDone(hour)) runs.push({ takenFor: hour, since: day, atLeast: MANY });
  return runs;
}
