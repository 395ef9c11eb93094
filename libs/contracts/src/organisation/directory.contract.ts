import * as z from 'zod';

const MarketAnswer = z.object({ code: z.string(), name: z.string(), country: z.string(), currency: z.string(), taxInclusive: z.boolean(), locale: z.string() });

const ChannelAnswer = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['pos', 'web', 'marketplace']),
  marketCode: z.string(),
  fulfilledBy: z.enum(['merchant', 'marketplace']),
  bufferBasisPoints: z.int(),
});

const LocationAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['store', 'warehouse', 'marketplace']),
  marketCode: z.string(),
  country: z.string(),
  timeZone: z.string(),
  canShip: z.boolean(),
  canPickup: z.boolean(),
});

/** GET /api/directory */
export const DirectoryAnswer = z
  .object({
    markets: z.array(MarketAnswer),
    channels: z.array(ChannelAnswer),
    locations: z.array(LocationAnswer),
    registers: z.array(z.object({ id: z.uuid(), locationId: z.uuid(), number: z.int(), name: z.string() })),
  })
  .meta({ id: 'Directory' });
export type DirectoryAnswer = z.infer<typeof DirectoryAnswer>;
