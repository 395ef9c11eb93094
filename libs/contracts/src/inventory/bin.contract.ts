import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';

const BinText = z.string().trim().min(1).max(20);

/** GET /api/stock/bins */
export const BinListQuery = z.object({ locationId: z.uuid() });
export type BinListQuery = z.infer<typeof BinListQuery>;

export const BinListAnswer = z
  .object({
    /** In walk order. */
    bins: z.array(z.object({ id: z.uuid(), code: z.string(), aisle: z.string(), walk: z.int(), products: z.int(), /** Not offered any more; what stands there is shown until it is moved. */ isClosed: z.boolean() })),
    /** What is there, by the aisle of the home bin; null: products with stock and without a bin. */
    aisles: z.array(z.object({ aisle: z.string().nullable(), products: z.int(), /** Per unit: kilograms are not added to pieces. */ onHand: z.array(z.object({ unit: QuantityUnit, quantityMilli: z.int() })) })),
  })
  .meta({ id: 'BinList' });
export type BinListAnswer = z.infer<typeof BinListAnswer>;

/** POST /api/stock/bins: all from one code to another; those that are there stay as they are. New ones come last in the walk. */
export const AddBinsRequest = z.object({ locationId: z.uuid(), from: BinText, to: BinText }).meta({ id: 'AddBinsRequest' });
export type AddBinsRequest = z.infer<typeof AddBinsRequest>;
export const AddBinsAnswer = z.object({ added: z.int(), known: z.int() }).meta({ id: 'AddBinsAnswer' });
export type AddBinsAnswer = z.infer<typeof AddBinsAnswer>;

/** PUT /api/stock/bins/:id: closed, or open again. */
export const SetBinRequest = z.object({ isClosed: z.boolean() }).meta({ id: 'SetBinRequest' });
export type SetBinRequest = z.infer<typeof SetBinRequest>;

/** POST /api/stock/bins/file: a CSV of bin and, where one says so, walk, sku, kind (home or overflow) and maximum. Whole or not at all; a dry run writes nothing. */
export const BinFileRequest = z.object({ locationId: z.uuid(), csv: z.string().min(1).max(4_000_000), isDryRun: z.boolean() }).meta({ id: 'BinFileRequest' });
export type BinFileRequest = z.infer<typeof BinFileRequest>;
export const BinFileAnswer = z
  .object({
    rows: z.int(), newBins: z.int(), places: z.int(), problemCount: z.int(), isWritten: z.boolean(),
    problems: z.array(z.object({ row: z.int(), column: z.string(), code: z.enum(['unreadable', 'missing_column', 'too_many_rows', 'not_a_bin', 'not_a_kind', 'not_a_number', 'unknown_sku', 'two_homes', 'twice', 'closed_bin']), value: z.string() })),
  })
  .meta({ id: 'BinFileAnswer' });
export type BinFileAnswer = z.infer<typeof BinFileAnswer>;

/** GET /api/stock/:variantId/bins */
export const BinPlacesAnswer = z
  .object({ places: z.array(z.object({ locationId: z.uuid(), code: z.string(), isHome: z.boolean(), mostMilli: z.int().nullable(), isClosed: z.boolean() })) })
  .meta({ id: 'BinPlaces' });
export type BinPlacesAnswer = z.infer<typeof BinPlacesAnswer>;

/** PUT /api/stock/:variantId/bins: where it stands in one location, its home first; an empty list: nowhere. */
export const SetBinPlacesRequest = z.object({ locationId: z.uuid(), codes: z.array(BinText).max(20) }).meta({ id: 'SetBinPlacesRequest' });
export type SetBinPlacesRequest = z.infer<typeof SetBinPlacesRequest>;
