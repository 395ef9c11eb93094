import { rules } from './rules';

/** Two ways to share the same amount: no share is off by more than a minor unit, and both give all of it. */
export function sharesDifferByCents(ours: readonly number[], theirs: readonly number[]): string | undefined {
  const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);
  const near = ours.length === theirs.length && ours.every((share, index) => Math.abs(share - (theirs[index] ?? 0)) <= 1);
  return near && sum(ours) === sum(theirs) ? rules.largestRemainder : undefined;
}
