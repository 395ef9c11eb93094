import * as z from 'zod';

/** Postcodes that a tax rate is for: ranges, both ends included. */
export const TaxPostcodes = z.array(z.object({ from: z.string().min(1).max(16), to: z.string().min(1).max(16) })).min(1).max(500);
export type TaxPostcodes = z.infer<typeof TaxPostcodes>;
