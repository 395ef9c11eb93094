import type { HandBreach } from '@oneshelf/domain-promotions';
import type { Quote } from '@oneshelf/domain-pricing';
import type { TillBootstrap } from '@oneshelf/contracts';
import type { Catalogue } from '../../local/catalogue';
import type { CartAct } from '../../local/sale-parts';
import { quoteWith, useCart } from '../sell/cart';
import { approversOf, breachesOf } from './hand-check';
import { withAct } from './hand-basket';
import { linesBelowCost } from './lines-below-cost';

/** What an act would come to: nothing is changed yet. */
export interface HandOutcome {
  quote: Quote;
  acts: CartAct[];
  /** Beyond the limit of whoever stands for it. */
  breaches: HandBreach[];
  approvers: TillBootstrap['staff'];
  /** Titles of the lines that would be sold below cost by it. */
  belowCost: string[];
}

/** Null while it cannot be priced. */
export function outcomeOf(act: CartAct, { bootstrap, catalogue }: { bootstrap: TillBootstrap; catalogue: Catalogue | null }): HandOutcome | null {
  const cart = useCart.getState();
  const acts = withAct(cart.acts, act);
  const quote = quoteWith({ acts });
  if (!quote) return null;
  const before = new Set(cart.quote && catalogue ? linesBelowCost(cart.quote, catalogue) : []);
  const now = catalogue ? linesBelowCost(quote, catalogue).filter((lineId) => !before.has(lineId)) : [];
  const titleOf = (lineId: string): string => catalogue?.byVariantId(quote.lines.find((line) => line.lineId === lineId)?.variantId ?? '')?.title ?? '';
  return { quote, acts, breaches: breachesOf(quote, acts, bootstrap), approvers: approversOf(quote, acts, bootstrap), belowCost: now.map(titleOf) };
}
