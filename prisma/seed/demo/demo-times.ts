/** Moments of the chain's past, told from the moment of seeding. */
export interface DemoTimes {
  now: Date;
  /** When the catalogue and the first prices came in. */
  founded: Date;
  /** When the stock was counted. */
  counted: Date;
}

const DAY_MS = 86_400_000;

export const daysFrom = (start: Date, days: number) => new Date(start.getTime() + days * DAY_MS);
