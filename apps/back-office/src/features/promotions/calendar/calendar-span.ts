const DAY_MS = 86_400_000;
export const WEEKS = 8;
export const SPAN_MS = WEEKS * 7 * DAY_MS;

/** Midnight of the Monday on or before, in UTC. */
export const mondayOf = (instantMs: number): number => {
  const day = Math.floor(instantMs / DAY_MS);
  // 1 January 1970 was a Thursday.
  return (day - ((day + 3) % 7)) * DAY_MS;
};

export const mondays = (fromMs: number): number[] => Array.from({ length: WEEKS }, (_, week) => fromMs + week * 7 * DAY_MS);

/** Where a window lies in the span, in percent of it; null where it lies outside. */
export function placeIn(fromMs: number, { startsMs, endsMs }: { startsMs: number; endsMs: number }): { left: number; width: number; goesOn: boolean } | null {
  const [start, end] = [Math.max(startsMs, fromMs), Math.min(endsMs, fromMs + SPAN_MS)];
  if (start >= end) return null;
  return { left: ((start - fromMs) / SPAN_MS) * 100, width: ((end - start) / SPAN_MS) * 100, goesOn: endsMs > fromMs + SPAN_MS };
}
