import type { ReceiptRefusal } from '@oneshelf/domain-purchasing';
import type { LotProblem, LotRefusal } from '@oneshelf/server-inventory/goods';

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

/** Which lot is not right, and what to do; the lines stand beside it. */
export const toldLots = (refusal: LotRefusal): LotRefusal & { message: string } => ({ ...refusal, message: `${[...new Set(refusal.lines.map(toldLot))].slice(0, 5).join(' ')} Nothing was received.` });

function toldLot(problem: LotProblem): string {
  switch (problem.reason) {
    case 'lot_missing': return `${problem.countedMilli / 1000} were counted, lots are said of ${problem.namedMilli / 1000}: scan or type the lot of each.`;
    case 'not_by_lot': return `This product is not kept by lot: take lot ${problem.code} away.`;
    case 'expiry_missing': return `Lot ${problem.code} is new: say the day it expires on.`;
    case 'expiry_differs': return `Lot ${problem.code} is known until ${problem.knownExpiresOn}, not ${problem.expiresOn}: look at the label again.`;
  }
}
