import * as z from 'zod';

const Drafts = z.array(z.object({ versionId: z.uuid(), revision: z.int() }));

const rule = {
  /** More changed prices than this; null: never for this. */
  maxChanges: z.int().min(0).max(1_000_000).nullable(),
  belowCost: z.boolean(),
  belowFloor: z.boolean(),
  /** A replayed margin that falls by more, in basis points. */
  marginFallBasisPoints: z.int().min(0).max(10_000).nullable(),
};

/** When a publish of prices needs a second person. */
export const ApprovalRuleContract = z.strictObject(rule).meta({ id: 'ApprovalRule' });
export type ApprovalRuleContract = z.infer<typeof ApprovalRuleContract>;

/** PUT /api/markets/:market/approval-rule. `seen`: the rule as its editor saw it; another is not overwritten (409 changed_meanwhile). */
export const SetApprovalRule = z.strictObject({ ...rule, seen: ApprovalRuleContract.optional() }).meta({ id: 'SetApprovalRule' });
export type SetApprovalRule = z.infer<typeof SetApprovalRule>;

/** `found` against `limit`: counts, and for the margin basis points. */
const Reason = z.object({ kind: z.enum(['many_changes', 'below_cost', 'below_floor', 'margin_falls']), found: z.int(), limit: z.int() });

export const PriceApproval = z
  .object({
    id: z.uuid(),
    status: z.enum(['waiting', 'approved', 'sent_back']),
    note: z.string(),
    askedBy: z.string(),
    askedAt: z.iso.datetime(),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    /** What the approver said. */
    answer: z.string(),
  })
  .meta({ id: 'PriceApproval' });
export type PriceApproval = z.infer<typeof PriceApproval>;

/** GET /api/markets/:market/price-approval: whether the open drafts need a second person, and what became of the question. */
export const PriceApprovalState = z
  .object({
    rule: ApprovalRuleContract,
    reasons: z.array(Reason),
    /** False: no replay of these drafts yet, so the margin is not among the reasons; a publish makes it first. */
    isReplayed: z.boolean(),
    drafts: Drafts,
    /** The last question about these drafts. */
    approval: PriceApproval.nullable(),
    /** False: a draft was edited since, so the approval does not hold. */
    isCurrent: z.boolean(),
    /** Whether who asks may decide: an approver, and nobody who drafted or asked. */
    mayDecide: z.boolean(),
    mayEditRule: z.boolean(),
  })
  .meta({ id: 'PriceApprovalState' });
export type PriceApprovalState = z.infer<typeof PriceApprovalState>;

/** POST /api/markets/:market/price-approval: asks for it, for exactly these revisions. */
export const AskApprovalRequest = z.object({ drafts: Drafts.min(1).max(50), note: z.string().trim().max(500).default('') }).meta({ id: 'AskApprovalRequest' });
export type AskApprovalRequest = z.infer<typeof AskApprovalRequest>;

/** POST /api/price-approvals/:id/decide. Sending back needs a reason. */
export const DecideApprovalRequest = z
  .object({ decision: z.enum(['approve', 'send_back']), answer: z.string().trim().max(500).default('') })
  .refine(({ decision, answer }) => decision === 'approve' || answer !== '', { path: ['answer'], message: 'Say why it goes back' })
  .meta({ id: 'DecideApprovalRequest' });
export type DecideApprovalRequest = z.infer<typeof DecideApprovalRequest>;

/** GET /api/markets/:market/floor-violations: prices of the open drafts below a floor of ours, or below the least that the maker lets it be advertised at (map). */
export const FloorViolations = z
  .object({ items: z.array(z.object({ bookName: z.string(), variantId: z.uuid(), sku: z.string(), title: z.string(), amountMinor: z.int(), floorMinor: z.int(), kind: z.enum(['map', 'floor']) })) })
  .meta({ id: 'FloorViolations' });
export type FloorViolations = z.infer<typeof FloorViolations>;
