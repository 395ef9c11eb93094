import * as z from 'zod';

const milli = z.int();
const ids = (most: number) => z.string().transform((text) => text.split(',')).pipe(z.array(z.uuid()).min(1).max(most));

/** GET /api/availability: up to 100 products at up to 100 places, in one answer. */
export const AvailabilityRequest = z.object({
  /** Ids, with commas between them. */
  variantIds: ids(100),
  /** Ids, with commas between them; without it, every location. */
  locationIds: ids(100).optional(),
});
export type AvailabilityRequest = z.infer<typeof AvailabilityRequest>;

/** One row for each product and place that ever had some; where there is none, there never was any. */
export const AvailabilityAnswer = z
  .object({
    items: z.array(
      z.object({
        variantId: z.uuid(),
        locationId: z.uuid(),
        onHandMilli: milli,
        /** What may be promised now; never below zero. */
        availableMilli: milli.nonnegative(),
      }),
    ),
  })
  .meta({ id: 'Availability' });
export type AvailabilityAnswer = z.infer<typeof AvailabilityAnswer>;
