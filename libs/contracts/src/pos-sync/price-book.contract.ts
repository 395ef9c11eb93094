import * as z from 'zod';
import { PromotionDefinition } from '../pricing/promotion-definition.contract';
import { TaxPostcodes } from '../pricing/tax-postcodes.contract';

const Instant = z.iso.datetime();

/**
 * GET /api/pos/price-book: the market's live price book with the books that can apply in this store. It is the input of
 * the pricing engine as it stands; the version is the ETag.
 */
export const PriceBookAnswer = z
  .object({
    version: z.string(),
    marketCode: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    books: z.array(
      z.object({
        bookId: z.uuid(), name: z.string(), channelCode: z.string().nullable(), locationId: z.uuid().nullable(), priority: z.int(),
        customerId: z.uuid().optional(), customerGroup: z.string().optional(), alsoCustomerGroups: z.array(z.string()).optional(), priceZone: z.string().optional(), region: z.string().optional(), isEvent: z.boolean().optional(), isReduction: z.boolean().optional(),
        activeFrom: Instant.nullable(), activeTo: Instant.nullable(), release: z.int(),
        prices: z.record(z.string(), z.union([z.int(), z.array(z.object({ fromMilli: z.int(), toMilli: z.int().optional(), unitMinor: z.int() }))])),
      }),
    ),
    promotions: z.array(
      PromotionDefinition.safeExtend({ promotionId: z.uuid(), name: z.string(), startsAt: Instant, endsAt: Instant }),
    ),
    taxRates: z.array(
      z.object({
        country: z.string(), taxClass: z.string(), name: z.string(), rateBasisPoints: z.int(), validFrom: Instant, validTo: Instant.nullable(),
        region: z.string().optional(), postcodes: TaxPostcodes.optional(), layer: z.string().optional(), ratePpm: z.int().optional(), isCompound: z.boolean().optional(),
      }),
    ),
    variants: z.record(z.string(), z.object({ taxClass: z.string(), collectionIds: z.array(z.string()), productId: z.uuid().optional(), attributes: z.record(z.string(), z.string()).optional(), floorUnitMinor: z.int().optional() })),
  })
  .meta({ id: 'PriceBook' });
export type PriceBookAnswer = z.infer<typeof PriceBookAnswer>;
