import * as z from 'zod';
import { TillCustomer } from '../customers/till-customer.contract';

/** POST /api/pos/codes/look-up: what a code is that the till does not know by itself. At most 60 a minute of one till, else 429. */
export const LookUpCode = z.object({ code: z.string().trim().min(1).max(64), customerId: z.uuid().optional() }).meta({ id: 'LookUpCode' });
export type LookUpCode = z.infer<typeof LookUpCode>;

const Usage = z.object({ promotionId: z.uuid(), uses: z.int(), spentMinor: z.int(), usesOfCustomer: z.int().optional(), usesByCode: z.record(z.string(), z.int()).optional() });

/** A code of a promotion with how often that was used; a single-use code that is gone with when and where. Or a member's card. Or nothing that is known. */
export const LookedUpCode = z
  .object({
    kind: z.enum(['coupon', 'customer', 'unknown']),
    coupon: z
      .object({
        code: z.string(), promotionId: z.uuid(), promotionName: z.string(), usage: Usage,
        used: z.object({ at: z.iso.datetime(), orderNumber: z.string().nullable(), place: z.string().nullable() }).nullable(),
      })
      .nullable(),
    customer: TillCustomer.nullable(),
  })
  .meta({ id: 'LookedUpCode' });
export type LookedUpCode = z.infer<typeof LookedUpCode>;
