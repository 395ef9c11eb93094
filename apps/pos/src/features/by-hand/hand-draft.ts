import { entryToMinor } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import type { HandReason } from '@oneshelf/contracts';
import type { CartAct } from '../../local/sale-parts';

/** What is done by hand: a line's price, or a discount off a line or off the sale. */
export type HandTask = { kind: 'price'; lineId: string } | { kind: 'discount'; lineId: string | null };

export type DiscountUnit = 'percent' | 'amount';

export const handReasons: readonly HandReason[] = ['damaged', 'price_match', 'end_of_line', 'goodwill', 'staff', 'wrong_label', 'other'];

/** What was typed and chosen so far. */
export interface HandDraft { unit: DiscountUnit; entry: string; reason: HandReason | null; note: string }

export const percentDigits = 2;

export const entryValue = ({ unit, entry }: HandDraft, currency: string): number => entryToMinor(entry, unit === 'percent' ? percentDigits : minorUnitDigits(currency));

/** Complete: an amount, a share of at most all, and a reason; 'other' says which. A price may be zero when it was typed. */
export function isComplete(draft: HandDraft, { kind }: HandTask, currency: string): boolean {
  const value = entryValue(draft, currency);
  const isReasoned = draft.reason !== null && (draft.reason !== 'other' || draft.note.trim() !== '');
  const isInBounds = kind === 'price' ? draft.entry !== '' : value > 0 && (draft.unit === 'amount' || value <= 10_000);
  return isReasoned && isInBounds;
}

/** The act of a complete draft; `reasonText` is the reason's name in the language of the till. */
export function actOf(draft: HandDraft, task: HandTask, by: { staff: { id: string; name: string }; at: string; id: string; currency: string; reasonText: string }): CartAct {
  const value = entryValue(draft, by.currency);
  const note = draft.note.trim();
  const said = {
    givenBy: { id: by.staff.id, name: by.staff.name }, approvedBy: null, reason: draft.reason ?? 'other', note, isBelowCost: false, at: by.at,
    text: draft.reason === 'other' ? note : note === '' ? by.reasonText : `${by.reasonText}: ${note}`,
  } as const;
  if (task.kind === 'price') return { ...said, target: { kind: 'price', lineId: task.lineId }, unitMinor: value };
  return { ...said, target: { kind: 'discount', discountId: by.id, lineId: task.lineId }, discount: draft.unit === 'percent' ? { percentBasisPoints: value } : { amountOffMinor: value } };
}
