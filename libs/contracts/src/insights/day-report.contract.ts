import * as z from 'zod';

const Minor = z.int();

/** One business date, one location or all of them. Without a date, the one that is traded now: only the server knows each store's zone and where its day is cut. */
export const DayReportQuery = z.object({ date: z.iso.date().optional(), location: z.uuid().optional() });
export type DayReportQuery = z.infer<typeof DayReportQuery>;

/**
 * Amounts as people read them: sales and tax above zero, refunds below. `grossMinor` = `netMinor` + `taxMinor`;
 * `listMinor` = `netMinor` + `discountMinor`, both without tax.
 */
const Totals = z.object({ listMinor: Minor, discountMinor: Minor, netMinor: Minor, taxMinor: Minor, grossMinor: Minor });

/** What one currency's journal says of the day. Every amount is a sum of journal lines, so the page adds up by construction. */
export const DayBookSchema = z
  .object({
    currency: z.string(),
    sales: Totals.extend({ count: z.int() }),
    refunds: Totals.extend({ count: z.int() }),
    net: Totals,
    channels: z.array(z.object({ channelCode: z.string(), channelName: z.string(), saleCount: z.int(), refundCount: z.int(), salesGrossMinor: Minor, refundsGrossMinor: Minor, netMinor: Minor, taxMinor: Minor, grossMinor: Minor })),
    /** tender: cash, card, marketplace or deposit. `differenceMinor` of all = 0: taken − given back = sales − refunds + rounding. */
    tenders: z.array(z.object({ tender: z.enum(['cash', 'card', 'marketplace', 'deposit']), takenMinor: Minor, givenBackMinor: Minor, netMinor: Minor })),
    roundingMinor: Minor,
    taxes: z.array(z.object({ country: z.string(), rateBasisPoints: z.int(), salesMinor: Minor, refundsMinor: Minor, netMinor: Minor })),
    trialBalance: z.object({ accounts: z.array(z.object({ account: z.string(), debitMinor: Minor, creditMinor: Minor })), debitMinor: Minor, creditMinor: Minor, differenceMinor: Minor }),
  })
  .meta({ id: 'DayBook' });
export type DayBook = z.infer<typeof DayBookSchema>;

export const DayShiftSchema = z
  .object({
    id: z.uuid(), locationId: z.uuid(), locationName: z.string(), registerName: z.string(), currency: z.string(), status: z.enum(['open', 'closed']),
    openedByName: z.string(), openedAt: z.iso.datetime(), closedByName: z.string().nullable(), closedAt: z.iso.datetime().nullable(),
    saleCount: z.int(), salesMinor: Minor, expectedMinor: Minor.nullable(), countedMinor: Minor.nullable(), differenceMinor: Minor.nullable(),
  })
  .meta({ id: 'DayShift' });
export type DayShift = z.infer<typeof DayShiftSchema>;

/** `isvBasisPoints` null is ∞: something is offered though nothing is there. 250 is 2.5 %. */
export const IsvRowSchema = z
  .object({ variantId: z.uuid(), sku: z.string(), title: z.string(), channelCode: z.string(), eposMilli: z.int(), amazonMilli: z.int(), physicalMilli: z.int(), isvBasisPoints: z.int().nullable() })
  .meta({ id: 'IsvRow' });
export type IsvRow = z.infer<typeof IsvRowSchema>;

/** GET /api/reports/day → 200. GET /api/reports/day.csv → the same as text/csv. Refusal: unknown_location 404. */
export const DayReportSchema = z
  .object({
    /** The date that was asked for, or the current one. */
    date: z.iso.date(),
    locationId: z.uuid().nullable(),
    books: z.array(DayBookSchema),
    /** Pieces handed over to customers and taken back, by the stock ledger. */
    units: z.object({ soldMilli: z.int(), returnedMilli: z.int() }),
    shifts: z.array(DayShiftSchema),
    /** Of now, not of the date: the views that it compares are not kept. The worst fifty of `listingCount`. */
    isv: z.object({ at: z.iso.datetime(), listingCount: z.int(), alarmCount: z.int(), medianBasisPoints: z.int().nullable(), worst: z.array(IsvRowSchema) }),
  })
  .meta({ id: 'DayReport' });
export type DayReport = z.infer<typeof DayReportSchema>;
