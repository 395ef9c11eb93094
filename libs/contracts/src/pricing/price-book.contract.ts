import * as z from 'zod';

const Margin = z.int().min(0).max(9_900);
const Name = z.string().trim().min(1).max(64);
const BookName = z.string().trim().min(2).max(80);
const Instant = z.iso.datetime();

const Formula = z
  .strictObject({
    percentBasisPoints: z.int().min(-9_999).max(100_000).default(0),
    surchargeMinor: z.int().min(-100_000_000).max(100_000_000).default(0),
    /** 99 of 100 is .99, 995 of 1000 is 9.95. */
    ending: z.strictObject({ endsInMinor: z.int().min(0).max(99_999), stepMinor: z.int().min(1).max(100_000) }).nullable().default(null),
    minMarginBasisPoints: Margin.nullable().default(null),
    maxMarginBasisPoints: Margin.nullable().default(null),
  })
  .refine(({ ending }) => ending === null || ending.endsInMinor < ending.stepMinor, { path: ['ending'], message: 'An ending must be smaller than its step' })
  .refine(({ minMarginBasisPoints: least, maxMarginBasisPoints: most }) => least === null || most === null || least <= most, { path: ['maxMarginBasisPoints'], message: 'The highest margin must not be below the lowest' });

/** How a derived book makes its prices: the engine's formula (libs/domain/pricing, PRC-17). 400 basis points are 4 %. */
export const PriceFormulaContract = Formula.meta({ id: 'PriceFormula' });
export type PriceFormulaContract = z.infer<typeof PriceFormulaContract>;

const derivation = {
  /** Null: from the cost, with the tax that shelf prices contain. */
  bookId: z.uuid().nullable(),
  /** A version of that book that was live; null follows what is live. */
  versionId: z.uuid().nullable().default(null),
};

/** Where a derived book takes its prices from. */
export const BookDerivation = z.strictObject({ ...derivation, formula: PriceFormulaContract }).meta({ id: 'BookDerivation' });
/** The same where it is written: what has a default may be left out, and a component of the OpenAPI document has one form. */
const BookDerivationRequest = z.strictObject({ ...derivation, formula: Formula.meta({ id: 'PriceFormulaRequest' }) }).meta({ id: 'BookDerivationRequest' });
export type BookDerivation = z.infer<typeof BookDerivation>;

const settings = {
  name: BookName,
  /** The scope: each part that is named must fit the sale; null names nothing. */
  channelCode: Name.nullable().default(null),
  locationId: z.uuid().nullable().default(null),
  customerId: z.uuid().nullable().default(null),
  customerGroup: Name.nullable().default(null),
  priceZone: Name.nullable().default(null),
  region: Name.nullable().default(null),
  /** A time-boxed occasion: a pop-up, a sale, a member evening. Needs both ends of the window. */
  isEvent: z.boolean().default(false),
  priority: z.int().min(-1000).max(1000).default(0),
  /** From inclusive, to exclusive. */
  activeFrom: Instant.nullable().default(null),
  activeTo: Instant.nullable().default(null),
};
/** Null: prices of its own. */
const derivedFrom = BookDerivationRequest.nullable().default(null);

/** All that a merchandiser says of a book besides its prices. */
export const PriceBookSettings = z.strictObject({ ...settings, derivedFrom: BookDerivation.nullable().default(null) }).meta({ id: 'PriceBookSettings' });
export type PriceBookSettings = z.infer<typeof PriceBookSettings>;

/** A derived price below cost is refused as `below_cost`, with the first ones in `details`, unless `acceptBelowCost`. */
const acceptBelowCost = z.boolean().default(false);

/** POST /api/price-books: part of the market's next release, as every change of a book's settings. */
export const CreatePriceBookRequest = z
  .strictObject({ code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).min(2).max(40), marketCode: z.string().regex(/^[A-Z]{2}$/), ...settings, derivedFrom, acceptBelowCost })
  .meta({ id: 'CreatePriceBookRequest' });
export type CreatePriceBookRequest = z.infer<typeof CreatePriceBookRequest>;

/** PUT /api/price-books/:id/settings: the whole of the settings. */
export const EditPriceBookRequest = z.strictObject({ ...settings, derivedFrom, acceptBelowCost }).meta({ id: 'EditPriceBookRequest' });
export type EditPriceBookRequest = z.infer<typeof EditPriceBookRequest>;

/** `release` is the market's release that the change is part of. */
export const PriceBookSaved = z.object({ bookId: z.uuid(), release: z.int() }).meta({ id: 'PriceBookSaved' });
export type PriceBookSaved = z.infer<typeof PriceBookSaved>;

/** GET /api/markets/:market/price-scopes: what a book's scope may name besides channels and stores. */
export const PriceScopes = z.object({ customerGroups: z.array(z.string()), priceZones: z.array(z.string()), regions: z.array(z.string()) }).meta({ id: 'PriceScopes' });
export type PriceScopes = z.infer<typeof PriceScopes>;
