/** Rates of one country or area by tax class. A history reads "2010-07-01 23, 2016-06-01 24": from that day on, in percent; "-" ends it. */
export type RateHistories = Readonly<Record<string, string>>;

export interface RatePeriod {
  percent: number;
  /** Days; from inclusive, to exclusive. */
  from: string;
  to: string | null;
}

/** The periods of a history, in order. */
export function periodsOf(history: string): RatePeriod[] {
  const steps = history.split(', ').map((step) => step.split(' '));
  return steps.flatMap(([from = '', percent = '-'], index) => (percent === '-' ? [] : [{ percent: Number(percent), from, to: steps[index + 1]?.[0] ?? null }]));
}
