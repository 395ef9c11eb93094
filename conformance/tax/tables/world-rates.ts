import { ppmOfRate } from '../decimal';
import { today } from '../engine';
import { Comparison, type TaxCase } from '../tax-case';
import { checkRate } from './our-rates';

interface Stated {
  rate: number;
  before?: Record<string, { rate: number }>;
  states?: Record<string, Stated>;
}
export type WorldRates = Readonly<Record<string, Stated>>;

/** The rate of each country, and of its states on top of it, with what held before. */
export const worldRates = (countries: WorldRates): TaxCase[] =>
  Object.entries(countries).flatMap(([country, stated]) => [
    ...(stated.states && stated.rate === 0 ? [] : [caseOf({ country }, stated, 0)]),
    ...Object.entries(stated.states ?? {}).map(([region, state]) => caseOf({ country, region }, state, ppmOfRate(stated.rate))),
  ]);

function caseOf(place: { country: string; region?: string }, { rate, before = {} }: Stated, nationalPpm: number): TaxCase {
  return {
    name: Object.values(place).join('-'),
    run: () => {
      const compare = new Comparison();
      const check = (stated: number, day: string): void => checkRate({ place, ppm: nationalPpm + ppmOfRate(stated), isStandard: true, days: [day] }, compare);
      check(rate, today.slice(0, 10));
      // The instant is the midnight there, a few hours before or after ours: two days before it is the old rate for sure.
      for (const [until, old] of Object.entries(before)) check(old.rate, new Date(Date.parse(until) - 2 * 86_400_000).toISOString().slice(0, 10));
      return compare.differences;
    },
  };
}
