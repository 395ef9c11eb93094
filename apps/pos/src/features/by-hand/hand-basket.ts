import type { BasketLine } from '@oneshelf/domain-pricing';
import type { ManualDiscount } from '@oneshelf/domain-promotions';
import type { CartAct, CartContent } from '../../local/sale-parts';

type Acts = Pick<CartContent, 'lines' | 'acts'>;

/** The lines, each with its price by hand where it has one. */
export const withPricesByHand = ({ lines, acts }: Acts): BasketLine[] => lines.map(({ lineId, variantId, quantityMilli, weightMilli }) => {
  const line = { lineId, variantId, quantityMilli, ...(weightMilli === undefined ? {} : { weightMilli }) };
  const act = acts.find(({ target }) => target.kind === 'price' && target.lineId === lineId);
  return act && 'unitMinor' in act ? { ...line, override: { unitMinor: act.unitMinor, reason: act.text, by: act.givenBy.name } } : line;
});

export const manualDiscountsOf = ({ acts }: Acts): ManualDiscount[] => acts.flatMap((act): ManualDiscount[] => {
  if (!('discount' in act)) return [];
  const { discountId, lineId } = act.target;
  return [{ discountId, discount: act.discount, reason: act.text, by: act.givenBy.name, ...(lineId === null ? {} : { lineIds: [lineId] }) }];
});

/** The line that an act is about; null: the whole sale. */
export const lineOf = ({ target }: CartAct): string | null => target.lineId;

/** What is done again counts in place of what was there: one price, one discount a line, one of the sale. */
export const withAct = (acts: readonly CartAct[], act: CartAct): CartAct[] => [...acts.filter((one) => one.target.kind !== act.target.kind || lineOf(one) !== lineOf(act)), act];

/** What was done to lines that are still there. */
export const actsOn = (acts: readonly CartAct[], lines: readonly { lineId: string }[]): CartAct[] =>
  acts.filter((act) => lineOf(act) === null || lines.some(({ lineId }) => lineId === lineOf(act)));
