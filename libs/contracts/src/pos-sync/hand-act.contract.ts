import * as z from 'zod';

/** Why something was done by hand; `other` says it in the note. */
export const handReasons = ['damaged', 'price_match', 'end_of_line', 'goodwill', 'staff', 'wrong_label', 'other'] as const;
export type HandReason = (typeof handReasons)[number];

const Person = z.object({ id: z.uuid(), name: z.string().max(120) });

/** A price or a discount by hand, as the till keeps it with its sale: who did it, who approved it where it was beyond that person's limit, and why. In the order in which they were done. */
export const HandActContract = z.object({
  target: z.discriminatedUnion('kind', [z.object({ kind: z.literal('price'), lineId: z.string().max(64) }), z.object({ kind: z.literal('discount'), discountId: z.string().max(64) })]),
  givenBy: Person,
  approvedBy: Person.nullable(),
  reason: z.enum(handReasons),
  note: z.string().max(160),
  /** The till said so before it was done. */
  isBelowCost: z.boolean(),
  at: z.iso.datetime(),
});
export type HandActContract = z.infer<typeof HandActContract>;

/** How far a role may go by hand, in basis points; `priceBasisPoints` null: sets no prices. */
export const RoleHandLimitContract = z.object({ role: z.string(), discountBasisPoints: z.int().min(0).max(10_000), priceBasisPoints: z.int().min(0).max(10_000).nullable() }).meta({ id: 'RoleHandLimit' });
export type RoleHandLimitContract = z.infer<typeof RoleHandLimitContract>;

/** GET /api/hand-limits: of each role that works at tills. */
export const HandLimitList = z.object({ items: z.array(RoleHandLimitContract) }).meta({ id: 'HandLimitList' });
export type HandLimitList = z.infer<typeof HandLimitList>;

/** PUT /api/hand-limits/:role → 200 with the list. Refusal: unknown_role 404. Tills have it with their next bootstrap. */
export const SetHandLimit = z.object({ discountBasisPoints: z.int().min(0).max(10_000), priceBasisPoints: z.int().min(0).max(10_000).nullable() }).meta({ id: 'SetHandLimit' });
export type SetHandLimit = z.infer<typeof SetHandLimit>;
