import * as z from 'zod';
import { TrackedBy } from './product.contract';
import { QuantityUnit } from './quantity-unit.contract';

/** How units of a variant are kept: told apart by lot or serial or not, and what a quantity of 1000 is. */
export const HowKept = z.object({ trackedBy: TrackedBy, unit: QuantityUnit, isCatchWeight: z.boolean() }).meta({ id: 'HowKept' });
export type HowKept = z.infer<typeof HowKept>;
