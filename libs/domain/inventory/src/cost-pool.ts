import { applyAverage, emptyAverage, type AverageCost } from './average-cost';
import type { CostChange, CostEffect } from './cost-change';
import { applyFifo, emptyFifo, type FifoCost } from './fifo-cost';

/** The same goods by both methods: the one who asks for the worth says which. */
export interface CostPool {
  average: AverageCost;
  fifo: FifoCost;
}

export const emptyPool: CostPool = { average: emptyAverage, fifo: emptyFifo };

/** The pool after a change, and what the change did by each method. Changes of a level follow each other in its own order. */
export function applyCost(pool: CostPool, change: CostChange): { pool: CostPool; average: CostEffect; fifo: CostEffect } {
  const average = applyAverage(pool.average, change);
  const fifo = applyFifo(pool.fifo, change);
  return { pool: { average: average.state, fifo: fifo.state }, average: average.effect, fifo: fifo.effect };
}
