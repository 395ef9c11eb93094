import * as z from 'zod';
import { HandActContract } from './hand-act.contract';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { RecipeContract } from '../inventory/bundle.contract';
import { TracedUnits } from '../inventory/traced-units.contract';
import { BasketContract, QuoteContract } from './quote.contract';

const Minor = z.int();
const Instant = z.iso.datetime();
const staff = { staffId: z.uuid(), staffName: z.string().max(120) };

export const OpenShiftPayload = z.object({ shiftId: z.uuid(), ...staff, floatMinor: Minor.nonnegative(), currency: z.string().length(3), openedAt: Instant });

/** A tender of a sale. Cash: `amountMinor` is what stays in the drawer, `tenderedMinor` what was handed over; both are zero where what is left rounds to nothing. */
export const TenderPayload = z.object({ paymentId: z.uuid(), kind: z.enum(['cash', 'card_present']), amountMinor: Minor.nonnegative(), tenderedMinor: Minor.nonnegative().nullable() });

/**
 * A paid sale, final at the counter: sale and tenders are one operation. `hash` is the SHA-256 (hex) of
 * `${previousHash}|${receiptNumber}|${saleId}|${totalMinor}|${soldAt}`, so a receipt that is taken out or changed shows.
 */
export const SalePayload = z.object({
  saleId: z.uuid(),
  shiftId: z.uuid(),
  ...staff,
  receiptNumber: z.string().regex(/^[A-Z0-9-]{3,20}-\d{1,3}-\d{4}-\d{6}$/),
  previousHash: z.string().max(64),
  hash: z.string().length(64),
  soldAt: Instant,
  wasOffline: z.boolean(),
  basket: BasketContract,
  quote: QuoteContract,
  lineTexts: z.array(z.object({ lineId: z.string(), sku: z.string(), title: z.string(), unit: QuantityUnit.optional() })),
  /** None where nothing was to be paid. */
  tenders: z.array(TenderPayload).max(10),
  changeMinor: Minor.nonnegative(),
  /** Tenders − total, where cash is rounded. */
  roundingMinor: Minor.default(0),
  /** What was done by hand; its amounts stand in basket and quote. */
  handActs: z.array(HandActContract).max(400).default([]),
  /** Which serials and lots went over the counter, by line of the basket. */
  traced: z.array(TracedUnits.extend({ lineId: z.string().min(1).max(64), /** Its serial could not be read; who allowed it to go so. */ notReadBy: z.string().trim().min(1).max(200).optional() })).max(1_000).default([]),
  /** What its bundles were made of when it was sold, as the till knew it; tills of before say none. */
  recipes: z.array(RecipeContract).max(300).optional(),
});
export type SalePayload = z.infer<typeof SalePayload>;

export const CashMovementPayload = z.object({ movementId: z.uuid(), shiftId: z.uuid(), ...staff, amountMinor: Minor, reason: z.string().min(1).max(200), madeAt: Instant });

export const CloseShiftPayload = z.object({ shiftId: z.uuid(), ...staff, countedMinor: Minor.nonnegative(), closedAt: Instant });

const envelope = { id: z.uuid(), epoch: z.int().positive(), sequence: z.int().positive(), madeAt: Instant };

export const TillOperation = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal('open_shift'), payload: OpenShiftPayload }),
  z.object({ ...envelope, kind: z.literal('sale'), payload: SalePayload }),
  z.object({ ...envelope, kind: z.literal('cash_movement'), payload: CashMovementPayload }),
  z.object({ ...envelope, kind: z.literal('close_shift'), payload: CloseShiftPayload }),
]);
export type TillOperation = z.infer<typeof TillOperation>;

/**
 * POST /api/pos/operations: what the till did, in its own order. Each is decided by itself: one that cannot be read or
 * is refused does not hold up the others. Sending an operation again gives its first result.
 */
export const SendOperations = z.object({ operations: z.array(z.unknown()).min(1).max(50) }).meta({ id: 'SendOperations' });

export const ZReport = z
  .object({
    shiftId: z.uuid(),
    registerName: z.string(),
    locationName: z.string(),
    openedAt: Instant,
    openedByName: z.string(),
    closedAt: Instant,
    closedByName: z.string(),
    businessDate: z.string(),
    currency: z.string(),
    sales: z.object({ count: z.int(), totalMinor: Minor, discountMinor: Minor, taxMinor: Minor }),
    returns: z.object({ count: z.int(), totalMinor: Minor, taxMinor: Minor }),
    tenders: z.array(z.object({ kind: z.string(), salesMinor: Minor, refundsMinor: Minor })),
    taxes: z.array(z.object({ rateBasisPoints: z.int(), taxMinor: Minor, grossMinor: Minor })),
    /** Of cash, sales and refunds together: tenders = sales − returns + rounding. Reports of before have none. */
    roundingMinor: Minor.optional(),
    cash: z.object({ floatMinor: Minor, salesMinor: Minor, refundsMinor: Minor, movementsMinor: Minor, expectedMinor: Minor, countedMinor: Minor, differenceMinor: Minor }),
    firstReceipt: z.string().nullable(),
    lastReceipt: z.string().nullable(),
    discrepancies: z.int(),
  })
  .meta({ id: 'ZReport' });
export type ZReport = z.infer<typeof ZReport>;

export const OperationResult = z.object({
  id: z.string(),
  outcome: z.enum(['applied', 'applied_with_discrepancy', 'refused']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  report: ZReport.nullable(),
});
export type OperationResult = z.infer<typeof OperationResult>;

export const SendOperationsAnswer = z.object({ serverTime: Instant, results: z.array(OperationResult) }).meta({ id: 'SendOperationsAnswer' });
export type SendOperationsAnswer = z.infer<typeof SendOperationsAnswer>;

/** POST /api/pos/sales/:saleId/receipt-mail */
export const SendReceiptMail = z.object({ email: z.email().max(254), locale: z.enum(['en', 'de']) }).meta({ id: 'SendReceiptMail' });
