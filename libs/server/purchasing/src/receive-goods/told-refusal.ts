import type { ReceiptRefusal } from '@oneshelf/domain-purchasing';

/** A refusal with the sentence for whoever stands before the goods: what was not done, and what to do. */
export function toldRefusal(refusal: ReceiptRefusal): ReceiptRefusal & { message: string } {
  switch (refusal.kind) {
    case 'order_not_open': return { ...refusal, message: `This order is ${refusal.status.replaceAll('_', ' ')}: nothing more is taken for it. Nothing was received. Order what stands there, or send it back.` };
    case 'nothing_received': return { ...refusal, message: 'Nothing was counted. Nothing was received. Count what came, or say that nothing more will come.' };
    case 'unknown_line': return { ...refusal, message: 'Some of these lines are of another order. Nothing was received. Load the order again.' };
    case 'quantity_out_of_range': return { ...refusal, message: 'A count is a whole number of thousandths, not below zero, at most a million pieces, once a line. Nothing was received.' };
    case 'over_limit': return { ...refusal, message: 'More came than may be taken beyond what was ordered. Nothing was received. A store manager or operations may take it, or set it aside.' };
  }
}
