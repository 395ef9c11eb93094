import * as z from 'zod';

const MOST_MINOR = 1_000_000_000;
const MOST_MILLI = 1_000_000_000;
const text = (most: number) => z.string().trim().max(most);
const days = z.int().min(0).max(730);

const SupplierFacts = z.object({
  code: text(20).regex(/^[A-Z0-9][A-Z0-9-]*$/, 'A code is made of capital letters, digits and hyphens'),
  name: text(200).min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The language of what is sent to them. */
  locale: z.enum(['en', 'de']),
  email: z.email().max(200).nullable(),
  phone: text(50).nullable(),
  contact: text(200).nullable(),
  address: text(500),
  leadTimeDays: days,
  /** The least worth of one order, in their currency; 0: none. */
  minimumOrderMinor: z.int().min(0).max(MOST_MINOR),
  note: text(1000),
  active: z.boolean(),
});

const SupplierProductFacts = z.object({
  variantId: z.uuid(),
  /** What they call it. */
  supplierCode: text(60),
  /** Of one piece, in their currency. */
  unitCostMinor: z.int().min(0).max(MOST_MINOR),
  packMilli: z.int().min(1).max(MOST_MILLI),
  /** The least of one order; 0: one pack. */
  minimumMilli: z.int().min(0).max(MOST_MILLI),
  /** Null: the supplier's. */
  leadTimeDays: days.nullable(),
});

export const Supplier = SupplierFacts.extend({ id: z.uuid(), version: z.int(), productCount: z.int(), openOrderCount: z.int() }).meta({ id: 'Supplier' });
export type Supplier = z.infer<typeof Supplier>;

/** GET /api/suppliers, by name. */
export const SupplierListQuery = z.object({ q: z.string().trim().max(100).optional(), cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type SupplierListQuery = z.infer<typeof SupplierListQuery>;
export const SupplierListPage = z.object({ items: z.array(Supplier), nextCursor: z.string().nullable() }).meta({ id: 'SupplierListPage' });
export type SupplierListPage = z.infer<typeof SupplierListPage>;

/** GET /api/suppliers/:id: with the products that they sell us, at most 2,000 by SKU. */
export const SupplierDetail = Supplier.extend({ products: z.array(SupplierProductFacts.extend({ sku: z.string(), title: z.string(), variantTitle: z.string() })) }).meta({ id: 'SupplierDetail' });
export type SupplierDetail = z.infer<typeof SupplierDetail>;

/** PUT /api/suppliers/:id: makes it, or changes it. The id is made by the sender; `version` is what was seen, 0 for a new one. Refusals: supplier_changed 409, code_taken 409, unknown_currency 422, currency_in_use 409. */
export const PutSupplier = SupplierFacts.extend({ version: z.int().min(0) }).meta({ id: 'PutSupplier' });
export type PutSupplier = z.infer<typeof PutSupplier>;

/** PUT /api/suppliers/:id/products: writes these products of a supplier, or takes them off. Refusals: unknown_supplier 404, unknown_variant 422. */
export const PutSupplierProducts = z.object({ write: z.array(SupplierProductFacts).max(1000), remove: z.array(z.uuid()).max(1000) }).meta({ id: 'PutSupplierProducts' });
export type PutSupplierProducts = z.infer<typeof PutSupplierProducts>;
