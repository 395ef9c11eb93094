import * as z from 'zod';

export const TodayConcernKindSchema = z
  .enum(['late_pickups', 'sale_discrepancies', 'quote_differences', 'price_drifts', 'price_approvals', 'failed_imports', 'failed_listings', 'isv_alarms', 'slow_pushes', 'cancel_rates', 'stock_breaches', 'till_gaps', 'silent_tills', 'stuck_jobs', 'waiting_payments', 'failed_refunds', 'lapsing_holds', 'payments_needed', 'lost_captures', 'ledger_months', 'transfer_differences', 'waiting_counts', 'waiting_corrections'])
  .meta({ id: 'TodayConcernKind' });
export type TodayConcernKind = z.infer<typeof TodayConcernKindSchema>;

/** One thing that waits. `subject` names it (an order number, a SKU, a till); `reason` is a code or the machine's own sentence. */
export const TodayRowSchema = z
  .object({ id: z.string(), subject: z.string(), place: z.string(), reason: z.string(), count: z.int().nullable(), amountMinor: z.int().nullable(), currency: z.string().nullable(), at: z.iso.datetime().nullable(), href: z.string().nullable() })
  .meta({ id: 'TodayRow' });
export type TodayRow = z.infer<typeof TodayRowSchema>;

/** GET /api/today: what needs a person, the concerns with something in them. `rows` are the first of `count`. */
export const TodaySchema = z
  .object({ at: z.iso.datetime(), concerns: z.array(z.object({ kind: TodayConcernKindSchema, count: z.int().positive(), href: z.string().nullable(), rows: z.array(TodayRowSchema) })) })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof TodaySchema>;
