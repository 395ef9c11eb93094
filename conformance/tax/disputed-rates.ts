/** A rate that a table states on a day, in millionths; the place as "US-AR" or "PT-9500" with its postcode. */
export interface StatedRateFacts {
  place: string;
  ppm: number;
  day: string;
}

/** Rates that had ended by then: place and rate, and the first day without it. */
const ended: readonly [place: string, percent: number, since: string][] = [
  ['BH', 5, '2022-01-01'], ['BS', 12, '2022-01-01'], ['EC', 12, '2024-04-01'], ['ID', 10, '2022-04-01'], ['LI', 7.7, '2024-01-01'], ['LK', 12, '2022-09-01'], ['PK', 17, '2023-02-14'], ['RU', 18, '2019-01-01'],
  ['ZA', 14, '2018-04-01'], ['TH', 10, '1999-04-01'], ['SK', 10, '2025-01-01'], ['PT-20', 18, '2021-07-01'], ['PT-9500-000', 18, '2021-07-01'], ['PT-9500', 18, '2021-07-01'], ['PT-9000-000', 5, '2024-10-01'], ['PT-9000-000', 15, '2011-01-01'],
  ['GR', 6.5, '2015-07-01'], ['US-AR', 6, '2013-07-01'], ['US-AZ', 6.6, '2013-06-01'], ['US-CA', 8.25, '2011-07-01'], ['US-CT', 6, '2011-07-01'], ['US-LA', 4, '2016-04-01'], ['US-ME', 5, '2013-10-01'], ['US-NC', 5.75, '2011-07-01'],
  ['US-NJ', 7, '2017-01-01'], ['US-NM', 5, '2023-07-01'], ['US-OH', 5.5, '2013-09-01'], ['US-SD', 4, '2016-06-01'], ['US-UT', 5.95, '2019-04-01'], ['US-VA', 5, '2013-07-01'], ['HR', 0, '2013-07-01'],
];

/** Rates that had not begun by then: place and rate, and its first day. Histories that begin with a later entry state them. */
const notBegun: readonly [place: string, percent: number, from: string][] = [
  ['CH', 7.6, '2001-01-01'], ['CH', 3.6, '2001-01-01'], ['CH', 2.4, '2001-01-01'], ['GB', 17.5, '1991-04-01'], ['GB', 0, '1973-04-01'], ['LU', 12, '1992-01-01'], ['PT-20', 18, '2014-01-01'], ['PT-30', 22, '2012-04-01'], ['PL', 22, '1993-07-05'],
];

/** Rates that were not in force at all, and why. */
const never: readonly [place: string, percent: number, why: string][] = [
  ['AW', 12.5, 'taxes turnover, not value added'], ['AW', 0, 'what is not levied has no entry'], ['BR', 17, 'each state has a rate of its own'], ['KW', 5, 'agreed upon, not introduced'], ['QA', 5, 'agreed upon, not introduced'], ['SR', 15, 'the tax was introduced in 2023 at 10 %'], ['SR', 10, 'not before 2023'],
  ['ES-GC', 7, 'a general indirect tax of the Canary Islands, outside of VAT'], ['ES-TF', 7, 'a general indirect tax of the Canary Islands, outside of VAT'], ['US-CA', 6.5, 'without what the state adds for its local authorities'],
  ['LU', 12, 'ended with 2014'], ['LU', 13, 'only in 2023'], ['GR', 13.5, '13 % since 2011'],
];

const isOf = ([place, percent]: readonly [string, number, string], stated: StatedRateFacts): boolean => place === stated.place && Math.round(percent * 10_000) === stated.ppm;

export const hadEnded = (stated: StatedRateFacts): boolean => ended.some((entry) => isOf(entry, stated) && stated.day >= entry[2]);
export const hadNotBegun = (stated: StatedRateFacts): boolean => notBegun.some((entry) => isOf(entry, stated) && stated.day < entry[2]);
export const wasNever = (stated: StatedRateFacts): boolean => never.some((entry) => isOf(entry, stated));
