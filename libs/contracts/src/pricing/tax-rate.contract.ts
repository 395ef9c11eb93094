import * as z from 'zod';
import { TaxPostcodes } from './tax-postcodes.contract';

const Country = z.string().regex(/^[A-Z]{2}$/);
const Region = z.string().regex(/^[0-9A-Z]{1,3}$/);
const TaxClass = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Instant = z.iso.datetime();

/** A rate of a place and a class of goods, with its dates. Millionths: 20 % is 200,000. */
export const TaxRateAnswer = z
  .object({
    id: z.uuid(), country: Country, region: z.string().nullable(), postcodes: TaxPostcodes.nullable(), taxClass: z.string(), layer: z.string().nullable(), name: z.string(), ratePpm: z.int(), isCompound: z.boolean(),
    validFrom: Instant, validTo: Instant.nullable(), state: z.enum(['upcoming', 'running', 'over']),
  })
  .meta({ id: 'TaxRate' });
export type TaxRateAnswer = z.infer<typeof TaxRateAnswer>;

/** GET /api/tax-rates: what is absent is not filtered; `when` absent: what holds now and later. */
export const TaxRateListQuery = z.object({ country: Country.optional(), taxClass: TaxClass.optional(), when: z.enum(['now', 'all']).optional() });
export type TaxRateListQuery = z.infer<typeof TaxRateListQuery>;

/** The first 500 by country, class, place and start; what can be filtered by, whatever the filter. */
export const TaxRateList = z.object({ items: z.array(TaxRateAnswer), countries: z.array(z.string()), taxClasses: z.array(z.string()), total: z.int() }).meta({ id: 'TaxRateList' });
export type TaxRateList = z.infer<typeof TaxRateList>;

/** POST /api/tax-rates: from an instant on; what held for the same place, class and layer ends then. */
export const CreateTaxRateRequest = z
  .strictObject({
    country: Country, region: Region.optional(), postcodes: TaxPostcodes.optional(), taxClass: TaxClass, layer: z.string().regex(/^[a-z-]{1,24}$/).optional(), name: z.string().trim().min(1).max(60),
    ratePpm: z.int().min(0).max(1_000_000), isCompound: z.boolean().optional(), validFrom: Instant,
  })
  .meta({ id: 'CreateTaxRate' });
export type CreateTaxRateRequest = z.infer<typeof CreateTaxRateRequest>;

export const CreatedTaxRate = z.object({ id: z.uuid() }).meta({ id: 'CreatedTaxRate' });
export type CreatedTaxRate = z.infer<typeof CreatedTaxRate>;

/** POST /api/tax-rates/try: which rates a sale would be taxed at, and what it comes to. Nothing is written. */
export const TaxTrialRequest = z
  .strictObject({ country: Country, region: Region.optional(), postcode: z.string().trim().min(1).max(16).optional(), taxClass: TaxClass, day: z.iso.date(), amountMinor: z.int().min(0).max(1_000_000_000), taxInclusive: z.boolean() })
  .meta({ id: 'TaxTrial' });
export type TaxTrialRequest = z.infer<typeof TaxTrialRequest>;

export const TaxTrialAnswer = z
  .object({ netMinor: z.int(), taxMinor: z.int(), grossMinor: z.int(), taxes: z.array(z.object({ rate: TaxRateAnswer, taxMinor: z.int() })) })
  .meta({ id: 'TaxTrialResult' });
export type TaxTrialAnswer = z.infer<typeof TaxTrialAnswer>;
