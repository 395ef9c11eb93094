import * as z from 'zod';

/** What a person is told about an order; derived from payment, fulfilment parts and returns, never stored. */
export const OrderDisplayStatusSchema = z
  .enum(['awaiting_payment', 'placed', 'in_fulfilment', 'ready_for_pickup', 'partly_fulfilled', 'fulfilled', 'partly_returned', 'returned', 'cancelled'])
  .meta({ id: 'OrderDisplayStatus' });
export type OrderDisplayStatus = z.infer<typeof OrderDisplayStatusSchema>;

export const FulfilmentKindSchema = z.enum(['carry_out', 'pickup', 'delivery']).meta({ id: 'FulfilmentKind' });
export type FulfilmentKind = z.infer<typeof FulfilmentKindSchema>;

export const AddressSchema = z
  .object({
    line1: z.string().trim().min(1).max(200),
    line2: z.string().trim().max(200).optional(),
    city: z.string().trim().min(1).max(100),
    postcode: z.string().trim().min(1).max(20),
    /** Two letters. */
    country: z.string().regex(/^[A-Z]{2}$/),
    /** State or province where taxes go by it: the part of ISO 3166-2 after the country ("CA" of "US-CA"). */
    region: z.string().regex(/^[A-Z0-9]{1,3}$/).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .meta({ id: 'Address' });
export type Address = z.infer<typeof AddressSchema>;
