import * as z from 'zod';
import { QuantityUnit } from './quantity-unit.contract';

export const ProductStatus = z.enum(['draft', 'active', 'archived']).meta({ id: 'ProductStatus' });
export type ProductStatus = z.infer<typeof ProductStatus>;

/** `q` finds titles, SKUs and barcodes; `cursor` is the `nextCursor` of the page before. */
export const ProductListQuery = z
  .object({
    q: z.string().trim().max(200).optional(),
    department: z.string().max(255).optional(),
    cursor: z.string().max(600).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  });
export type ProductListQuery = z.infer<typeof ProductListQuery>;

export const ProductListItem = z
  .object({
    id: z.uuid(), handle: z.string(), title: z.string(), brand: z.string(), department: z.string(), category: z.string(), status: ProductStatus,
    imageUrl: z.string().nullable(), variantCount: z.int(), firstSku: z.string(),
  })
  .meta({ id: 'ProductListItem' });
export type ProductListItem = z.infer<typeof ProductListItem>;

/** `total` counts what the filter finds, `totalAll` the whole catalogue ("filtered, 0 of 412"). */
export const ProductList = z
  .object({ products: z.array(ProductListItem), nextCursor: z.string().nullable(), total: z.int(), totalAll: z.int(), departments: z.array(z.string()) })
  .meta({ id: 'ProductList' });
export type ProductList = z.infer<typeof ProductList>;

/** What is in a piece that is sold, in thousandths of the unit: 250 g is { 250000, g }. */
export const Contents = z.object({ quantityMilli: z.int().positive(), unit: z.enum(['g', 'kg', 'ml', 'l', 'm', 'm2', 'piece']) });
export type Contents = z.infer<typeof Contents>;

/** The price of so much of a unit: 350, 100, g is 3.50 per 100 g (libs/domain/pricing, PRC-99). */
export const UnitPriceAnswer = z.object({ amountMinor: z.int(), quantity: z.int(), unit: z.enum(['g', 'kg', 'ml', 'l', 'm', 'm2', 'piece']) });
export type UnitPriceAnswer = z.infer<typeof UnitPriceAnswer>;

/** stock: kept as it is sold · bundle: sold as one, kept as its components · kit: packed from components, kept as itself. */
export const KindOfGoods = z.enum(['stock', 'bundle', 'kit']);
export type KindOfGoods = z.infer<typeof KindOfGoods>;

/** Whether units are told apart: by the lot they were made in, each by its own serial number, or not. */
export const TrackedBy = z.enum(['none', 'lot', 'serial']);
export type TrackedBy = z.infer<typeof TrackedBy>;

export const ProductVariant = z
  .object({
    id: z.uuid(), sku: z.string(), title: z.string(), optionValues: z.array(z.string()), barcodes: z.array(z.string()),
    costMinor: z.int().nullable(), costCurrency: z.string().nullable(), weightGrams: z.int().nullable(), contents: Contents.nullable(), status: ProductStatus, imageUrl: z.string().nullable(),
    kind: KindOfGoods, trackedBy: TrackedBy, unit: QuantityUnit,
    /** Counted in pieces, priced by what each weighs: `weightGrams` is what one usually does, price and cost are of a kilogram. */
    isCatchWeight: z.boolean(),
  })
  .meta({ id: 'ProductVariant' });
export type ProductVariant = z.infer<typeof ProductVariant>;

export const ProductDetail = z
  .object({
    id: z.uuid(), handle: z.string(), title: z.string(), description: z.string(), brand: z.string(), department: z.string(), category: z.string(),
    taxClass: z.string(), status: ProductStatus, optionNames: z.array(z.string()), imageUrl: z.string().nullable(), updatedAt: z.iso.datetime(),
    /** What files said beyond our own fields. */
    attributes: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(ProductVariant), collections: z.array(z.object({ id: z.uuid(), handle: z.string(), title: z.string() })),
  })
  .meta({ id: 'ProductDetail' });
export type ProductDetail = z.infer<typeof ProductDetail>;
