import * as z from 'zod';
import { PromotionDefinition } from '../pricing/promotion-definition.contract';
import { TaxPostcodes } from '../pricing/tax-postcodes.contract';

const Instant = z.iso.datetime();

const Price = z.union([z.int(), z.array(z.object({ fromMilli: z.int(), toMilli: z.int().optional(), unitMinor: z.int() }))]);
/** Prices that become the book's own at an instant or at a time on the store's clock (libs/domain/pricing, PRC-70 to 72). */
const ComingPrices = z.object({ turnId: z.uuid(), from: z.string(), timeZone: z.string().optional(), prices: z.record(z.string(), Price.nullable()) });

const bookHead = {
  bookId: z.uuid(), name: z.string(), channelCode: z.string().nullable(), locationId: z.uuid().nullable(), priority: z.int(),
  customerId: z.uuid().optional(), customerGroup: z.string().optional(), alsoCustomerGroups: z.array(z.string()).optional(), priceZone: z.string().optional(), region: z.string().optional(), isEvent: z.boolean().optional(), isReduction: z.boolean().optional(),
  activeFrom: Instant.nullable(), activeTo: Instant.nullable(), release: z.int(),
};
const BookPromotion = PromotionDefinition.safeExtend({ promotionId: z.uuid(), name: z.string(), startsAt: Instant, endsAt: Instant });
const BookTaxRate = z.object({
  country: z.string(), taxClass: z.string(), name: z.string(), rateBasisPoints: z.int(), validFrom: Instant, validTo: Instant.nullable(),
  region: z.string().optional(), postcodes: TaxPostcodes.optional(), layer: z.string().optional(), ratePpm: z.int().optional(), isCompound: z.boolean().optional(),
});
const LaneMode = z.enum(['best_deal', 'stacking']);
const BookLanes = z.object({ item: LaneMode, basket: LaneMode, shipping: LaneMode });
const BookVariant = z.object({ taxClass: z.string(), collectionIds: z.array(z.string()), productId: z.uuid().optional(), attributes: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(), floorUnitMinor: z.int().optional() });

/**
 * GET /api/pos/price-book: the market's live price book with the books that can apply in this store. It is the input of
 * the pricing engine as it stands; version and checksum are the ETag.
 */
export const PriceBookAnswer = z
  .object({
    version: z.string(),
    marketCode: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    books: z.array(z.object({ ...bookHead, prices: z.record(z.string(), Price), coming: z.array(ComingPrices).optional() })),
    promotions: z.array(BookPromotion),
    lanes: BookLanes.optional(),
    taxRates: z.array(BookTaxRate),
    variants: z.record(z.string(), BookVariant),
  })
  .meta({ id: 'PriceBook' });
export type PriceBookAnswer = z.infer<typeof PriceBookAnswer>;

/** `?since=GB:12.345`: the version that the till has. */
export const PriceBookQuery = z.object({ since: z.string().max(40).optional() });
export type PriceBookQuery = z.infer<typeof PriceBookQuery>;

/**
 * GET /api/pos/price-book?since=…: what makes the till's version into the live one (libs/domain/pricing, PRC-75). The whole
 * book comes instead where it is smaller, or where the server knows no such version.
 */
export const PriceBookDeltaAnswer = z
  .object({
    kind: z.literal('delta'),
    from: z.string(),
    version: z.string(),
    checksum: z.string(),
    frame: z.object({ marketCode: z.string(), currency: z.string(), taxInclusive: z.boolean(), lanes: BookLanes.optional() }).optional(),
    promotions: z.array(BookPromotion).optional(),
    taxRates: z.array(BookTaxRate).optional(),
    books: z.array(
      z.object({
        bookId: z.uuid(),
        head: z.object(bookHead).optional(),
        prices: z.object({ ids: z.array(z.string()), values: z.array(Price.nullable()) }).optional(),
        coming: z.object({ turnIds: z.array(z.string()), turns: z.array(ComingPrices) }).optional(),
      }),
    ),
    variants: z.object({ ids: z.array(z.string()), values: z.array(BookVariant.nullable()) }).optional(),
  })
  .meta({ id: 'PriceBookDelta' });
export type PriceBookDeltaAnswer = z.infer<typeof PriceBookDeltaAnswer>;

export const TillPriceBookAnswer = z.union([PriceBookAnswer, PriceBookDeltaAnswer]);
export type TillPriceBookAnswer = z.infer<typeof TillPriceBookAnswer>;
