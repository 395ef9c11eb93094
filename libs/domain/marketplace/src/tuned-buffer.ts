import { poissonQuantile } from '@oneshelf/domain-inventory';

export interface SalesPace {
  /** What all channels together took out of the pool in the days before: every one of them can empty it while a number is on its way. */
  soldMilli: number;
  days: number;
  /** How long a number needs from here until shoppers there see it. */
  latencySeconds: number;
  /** How often an oversale in that time may happen: 100 is one in a hundred. */
  targetBasisPoints: number;
}

const DAY_SECONDS = 86_400;

/** The fewest whole units to withhold so that P(Poisson(pace × latency) > units) ≤ target (DOMAIN.md §9, §12). 280 sold in 28 days, 1 hour on the way, 1 % → 2. */
export const tunedBuffer = ({ soldMilli, days, latencySeconds, targetBasisPoints }: SalesPace): number =>
  poissonQuantile({ soldMilli, inSeconds: days * DAY_SECONDS, aheadSeconds: latencySeconds }, targetBasisPoints);
