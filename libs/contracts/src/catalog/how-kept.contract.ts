import * as z from 'zod';
import { TrackedBy } from './product.contract';
import { QuantityUnit } from './quantity-unit.contract';

/** How units of a variant are kept: told apart by lot or serial or not, and what a quantity of 1000 is. */
export const HowKept = z.object({
  trackedBy: TrackedBy, unit: QuantityUnit,
  /** Counted in pieces and priced by what each weighs (ADR 46): price and cost are of a kilogram. */
  isCatchWeight: z.boolean(),
  /** What a piece usually weighs: needed for catch weight, left as it is where it is absent. */
  weightGrams: z.int().min(1).max(1_000_000).optional(),
}).meta({ id: 'HowKept' });
export type HowKept = z.infer<typeof HowKept>;
