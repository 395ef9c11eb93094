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

/** PUT /api/markets/:code/cash-step → 200. What is paid in cash is a multiple of it; null: as the currency's coins are. `seenMinor`: as its editor saw it. Refusals: unknown_market 404, changed_meanwhile 409. Tills have it with their next bootstrap. */
export const SetCashStep = z.object({ cashStepMinor: z.int().positive().max(1_000_000).nullable(), seenMinor: z.int().nullable().optional() }).meta({ id: 'SetCashStep' });
export type SetCashStep = z.infer<typeof SetCashStep>;

export const CashStepAnswer = z.object({ marketCode: z.string(), cashStepMinor: z.int() }).meta({ id: 'CashStepAnswer' });
export type CashStepAnswer = z.infer<typeof CashStepAnswer>;
