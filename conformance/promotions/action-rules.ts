import { type ActionPromotion, type Actions, type ActionsCase, orderedPromotions } from './actions-case';
import { rules } from './rules';

/** The rule that explains all differences of a case, if one does. */
export function actionRule(given: ActionsCase, ours: Actions, theirs: Actions): string | undefined {
  const off = [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key));
  // Only amounts of adjustments may differ by a rule, never whether a budget is exceeded.
  if (!off.every((key) => key.startsWith('add'))) return undefined;
  const sumsAgree = codesOf(off).every((code) => sumOf(ours, code) === sumOf(theirs, code));
  if (sumsAgree && off.every((key) => Math.abs((ours.get(key) ?? 0) - (theirs.get(key) ?? 0)) <= 1)) return rules.largestRemainder;
  if (sumsAgree && sameUnitPrice(given, off)) return rules.tiesByLineId;
  if (off.every((key) => followsPartlyReduced(given, ours, key))) return rules.partlyReducedUnits;
  return mixesLanes(given) ? rules.linesBeforeBasket : undefined;
}

const codeOf = (key: string): string => key.split(' ').at(-1) ?? '';
const lineOf = (key: string): string => key.split(' ')[1] ?? '';
const codesOf = (keys: readonly string[]): string[] => [...new Set(keys.map(codeOf))];
const sumOf = (actions: Actions, code: string): number => [...actions].reduce((sum, [key, amount]) => (codeOf(key) === code && key.startsWith('add') ? sum + amount : sum), 0);

function sameUnitPrice({ context }: ActionsCase, keys: readonly string[]): boolean {
  const lines = (context.items ?? []).filter(({ id }) => keys.some((key) => lineOf(key) === id));
  return new Set(lines.map(({ subtotal, quantity }) => subtotal / quantity)).size === 1;
}

/** A promotion on some units of a line that an earlier promotion has reduced already. */
function followsPartlyReduced(given: ActionsCase, ours: Actions, key: string): boolean {
  const promotions = orderedPromotions(given);
  const position = promotions.findIndex(({ code }) => code === codeOf(key));
  const line = given.context.items?.find(({ id }) => id === lineOf(key));
  const most = promotions[position]?.application_method.max_quantity;
  if (!line || !most || line.quantity <= most) return false;
  return promotions.slice(0, position).some(({ code }) => ours.has(`addItemAdjustment ${line.id} ${code}`));
}

/** A promotion of the basket that is listed before one of lines. */
function mixesLanes(given: ActionsCase): boolean {
  const ofBasket = ({ application_method: { target_type, allocation } }: ActionPromotion): boolean => target_type === 'order' || (target_type === 'items' && allocation === 'across');
  const promotions = orderedPromotions(given).filter(({ application_method: { target_type } }) => target_type !== 'shipping_methods');
  const first = promotions.findIndex(ofBasket);
  return first >= 0 && promotions.slice(first).some((promotion) => !ofBasket(promotion));
}
