import * as z from 'zod';

const minor = z.int();

export const CostMethod = z.enum(['average', 'fifo']).meta({ id: 'CostMethod' });
export type CostMethod = z.infer<typeof CostMethod>;

/** GET /api/stock/valuation: what stock was worth at an instant; without one: now. */
export const StockValuationQuery = z.object({
  at: z.iso.datetime({ offset: true }).optional(),
  location: z.uuid().optional(),
  method: CostMethod.default('average'),
});
export type StockValuationQuery = z.infer<typeof StockValuationQuery>;

export const StockValuationAnswer = z
  .object({
    at: z.iso.datetime(),
    method: CostMethod,
    /** By location and department. Amounts are in the currency of the location's market. */
    rows: z.array(z.object({
      locationId: z.uuid(), locationName: z.string(), department: z.string(), currency: z.string(), quantityMilli: z.int(), valueMinor: minor,
      /** Units that came without a cost, here and there: they are worth nothing in these sums. */
      withoutCostMilli: z.int().nonnegative(),
    })),
    totals: z.array(z.object({ currency: z.string(), quantityMilli: z.int(), valueMinor: minor })),
    /** Between two locations; only where all locations are asked for. */
    inTransit: z.array(z.object({ currency: z.string(), quantityMilli: z.int(), valueMinor: minor })),
    /** Levels that moved a moment ago and are not reckoned yet. */
    waitingLevels: z.int().nonnegative(),
  })
  .meta({ id: 'StockValuation' });
export type StockValuationAnswer = z.infer<typeof StockValuationAnswer>;
