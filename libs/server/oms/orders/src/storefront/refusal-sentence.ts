import type { Result } from '@oneshelf/domain-kernel';
import type { PlaceOrderRefusal } from '../place-order/place-order.use-case';

/** What, where and what to do, for whoever reads the answer of the API; those that bring their own sentence keep it. */
function sentenceOf(refusal: PlaceOrderRefusal): string {
  switch (refusal.kind) {
    case 'unknown_variant': return `The product of line ${refusal.lineId} is not sold here. Nothing was ordered; take the line out.`;
    case 'no_price': return `The product of line ${refusal.lineId} has no price in this shop. Nothing was ordered; take the line out.`;
    case 'no_tax_rate': return `There is no tax rate of class ${refusal.taxClass} for ${refusal.country}, so line ${refusal.lineId} has no price there. Nothing was ordered; send it to another place.`;
    case 'invalid_quantity': return `The quantity of line ${refusal.lineId} is not one that can be sold. Nothing was ordered; give 1 to 10,000 pieces, in thousandths.`;
    case 'invalid_weight': return `Line ${refusal.lineId} is not sold by its weight here. Nothing was ordered; take the line out.`;
    case 'wrong_currency': return `This shop sells in ${refusal.expected}, not in ${refusal.currency}. Nothing was ordered; ask in ${refusal.expected}.`;
    case 'repeated_line': return `Line ${refusal.lineId} is there twice. Nothing was ordered; name each line once.`;
    case 'insufficient_stock': return 'There are not enough units left. Nothing was ordered; the details say how many are.';
    case 'idempotency_key_reused': return 'This key was used for another order. Nothing was ordered; send a new key.';
    case 'price_changed': return 'The price has changed since the basket was shown. Nothing was ordered; show the new total.';
    default: return refusal.message;
  }
}

/** The same answer, with a sentence in every refusal. */
export const told = <Value, Refusal extends PlaceOrderRefusal>(result: Result<Value, Refusal>): Result<Value, Refusal & { message: string }> =>
  result.ok ? result : { ok: false, refusal: { ...result.refusal, message: sentenceOf(result.refusal) } };
