import * as z from 'zod';

/** As on the label: GS1 allows 20 characters for AI (10) and (21), makers' own labels have more. */
const LabelText = z.string().trim().min(1).max(40);

/**
 * Units that can be told apart: one piece by its serial number (the quantity is 1000), or so many of a lot. A lot that is
 * not known yet comes with the day it expires on.
 */
export const TracedUnits = z.object({
  quantityMilli: z.int().positive().max(10_000_000),
  serialNumber: LabelText.optional(),
  lotCode: LabelText.optional(),
  expiresOn: z.iso.date().optional(),
});
export type TracedUnits = z.infer<typeof TracedUnits>;
