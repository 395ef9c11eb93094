import * as z from 'zod';
import { UnitPriceAnswer } from '../catalog/product.contract';

/** GET /api/markets/:market/shelf-labels: what a release changed on the shelves of one store. */
export const ShelfLabelsQuery = z.object({ release: z.coerce.number().int().min(1).max(1_000_000_000), location: z.uuid() });
export type ShelfLabelsQuery = z.infer<typeof ShelfLabelsQuery>;

/** At most 1,000 labels; `total` says how many there would be. */
export const ShelfLabels = z
  .object({
    store: z.string(),
    currency: z.string(),
    release: z.int(),
    total: z.int(),
    labels: z.array(
      z.object({
        variantId: z.uuid(),
        sku: z.string(),
        title: z.string(),
        variantTitle: z.string(),
        /** Of thirteen digits; null: the product has none. */
        barcode: z.string().nullable(),
        priceMinor: z.int(),
        /** The price of a kilogram, a litre; null: its contents are not known, or the price says it already. */
        unitPrice: UnitPriceAnswer.nullable(),
        /** A reduction: what it is reduced from. */
        listMinor: z.int().nullable(),
        /** A reduction: the lowest price of the 30 days before it, as the law asks for. */
        lowestMinor: z.int().nullable(),
        /** The price before this release; null: it was not for sale. */
        wasMinor: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'ShelfLabels' });
export type ShelfLabels = z.infer<typeof ShelfLabels>;
