import type { Quote, QuoteRefusal } from '@oneshelf/domain-pricing';
import { create } from 'zustand';
import { keepDraft } from '../../local/drafts';
import { newId } from '../../local/new-id';
import { clock } from '../../local/runtime';
import { contentOf, type CartAct, type CartContent, type CartCoupon, type CartCustomer, type CartLine, type KeptContent, type PaidBasket, type SoldLot } from '../../local/sale-parts';
import { tillState } from '../../local/till-state';
import { actsOn, withAct } from '../by-hand/hand-basket';
import { isInSale, missingOf, tracedOf, withinPieces } from '../serials/line-serials';
import { soldRecipes } from './sold-recipes';
import { lotsWithin, withLot } from './scanned-lot';
import { basketOf, priceCart, type PricingPlace } from './price-cart';

export type CartRefusal = QuoteRefusal['kind'] | 'no_price_book' | 'too_many_lines' | 'serial_twice';

export interface Cart extends CartContent { saleId: string; newestLineId: string | null; quote: Quote | null; /** Why the cart has no price, after a change of the price book. */ refusal: CartRefusal | null }

const emptyContent: CartContent = { lines: [], coupons: [], acts: [], customer: null };

const emptyCart = (): Cart => ({ ...emptyContent, saleId: newId(), newestLineId: null, quote: null, refusal: null });

/** The sale at hand: what is sold and the quote that the customer sees. Kept in the database as it changes. */
export const useCart = create<Cart>()(emptyCart);

const mostLines = 300;

/** What is sold, without what the engine says of it. */
export function cartContent(): CartContent {
  const { lines, coupons, acts, customer } = useCart.getState();
  return { lines, coupons, acts, customer };
}

const pricingPlace = (): PricingPlace | null => {
  const { bootstrap, priceBook } = tillState.getState();
  return bootstrap && priceBook ? { bootstrap, priceBook, pricedAt: clock.now() } : null;
};

/** What the sale would cost with a change; nothing is changed. */
export function quoteWith(change: Partial<CartContent>): Quote | null {
  const place = pricingPlace();
  const quote = place && priceCart({ ...cartContent(), ...change }, place);
  return quote?.ok ? quote.value : null;
}

/** Takes a change only when all can be priced; else says why and changes nothing. */
function takeContent(change: Partial<CartContent>, newestLineId: string | null): CartRefusal | null {
  const { saleId } = useCart.getState();
  const changed = { ...cartContent(), ...change };
  if (changed.lines.length === 0) {
    if (change.lines) clearCart();
    // Who buys and what she brought stays, also when the last line is taken out.
    if (changed.customer !== null || changed.coupons.length > 0 || !change.lines) keepEmpty({ ...changed, acts: [] });
    return null;
  }
  if (changed.lines.length > mostLines) return 'too_many_lines';
  const place = pricingPlace();
  if (!place) return 'no_price_book';
  const content = { ...changed, acts: actsOn(changed.acts, changed.lines) };
  const quote = priceCart(content, place);
  if (!quote.ok) return quote.refusal.kind;
  useCart.setState({ ...content, newestLineId, quote: quote.value, refusal: null });
  void keepDraft({ saleId, ...content, pay: null });
  return null;
}

/** A customer or a code may come before the first line. */
function keepEmpty(content: CartContent): void {
  useCart.setState(content);
  const isEmpty = content.customer === null && content.coupons.length === 0;
  void keepDraft(isEmpty ? null : { saleId: useCart.getState().saleId, ...content, pay: null });
}

const hasPriceByHand = (lineId: string): boolean => useCart.getState().acts.some(({ target }) => target.kind === 'price' && target.lineId === lineId);

/** What a code said of the piece itself. */
export interface ScannedPiece {
  serial?: string | undefined;
  lot?: Omit<SoldLot, 'quantityMilli'> | null;
}

/** One more piece, with its serial or lot where the code told it. */
export function addToCart(variantId: string, { serial, lot = null }: ScannedPiece = {}): CartRefusal | null {
  const { lines } = useCart.getState();
  if (serial !== undefined && isInSale(lines, variantId, serial)) return 'serial_twice';
  // The next piece of a damaged one costs what it costs.
  const known = lines.find((line) => line.variantId === variantId && !hasPriceByHand(line.lineId));
  const named = (line: CartLine): CartLine => ({
    ...line, ...(serial === undefined ? {} : { serials: [...(line.serials ?? []), serial] }), ...(lot === null ? {} : { lots: withLot(line.lots ?? [], lot) }),
  });
  if (known) {
    // A piece whose serial comes behind it is not another piece.
    const isBehind = serial !== undefined && missingOf(known, tillState.getState().catalogue) > 0;
    const more = named({ ...known, quantityMilli: known.quantityMilli + (isBehind ? 0 : 1000) });
    return takeContent({ lines: lines.map((line) => (line === known ? more : line)) }, known.lineId);
  }
  const line: CartLine = named({ lineId: newId(), variantId, quantityMilli: 1000 });
  return takeContent({ lines: [...lines, line] }, line.lineId);
}

const withinLots = (line: CartLine): CartLine => (line.lots ? { ...line, lots: lotsWithin(line.lots, line.quantityMilli) } : line);

/** A line of its own for each weighing: what is on the scale is what the customer sees. Of what is counted it is one piece of that weight. */
export function addWeighed(variantId: string, amountMilli: number, { serial, lot = null }: ScannedPiece = {}): CartRefusal | null {
  const { lines } = useCart.getState();
  if (serial !== undefined && isInSale(lines, variantId, serial)) return 'serial_twice';
  const isPiece = tillState.getState().catalogue?.byVariantId(variantId)?.usualGrams !== undefined;
  const line: CartLine = {
    lineId: newId(), variantId, ...(isPiece ? { quantityMilli: 1000, weightMilli: amountMilli } : { quantityMilli: amountMilli }),
    ...(serial === undefined ? {} : { serials: [serial] }), ...(lot === null ? {} : { lots: withLot([], lot) }),
  };
  return takeContent({ lines: [...lines, line] }, line.lineId);
}

/** What the piece of a line weighs, or how much a line without pieces is, when it was put on the scale again. */
export function setWeighed(lineId: string, amountMilli: number): CartRefusal | null {
  const { lines } = useCart.getState();
  if (lines.find((line) => line.lineId === lineId)?.weightMilli === undefined) return setQuantity(lineId, amountMilli);
  return takeContent({ lines: lines.map((line) => (line.lineId === lineId ? { ...line, weightMilli: amountMilli } : line)) }, lineId);
}

/** Zero takes the line out. */
export function setQuantity(lineId: string, quantityMilli: number): CartRefusal | null {
  const { lines } = useCart.getState();
  const changed = quantityMilli <= 0 ? lines.filter((line) => line.lineId !== lineId) : lines.map((line) => (line.lineId === lineId ? withinLots(withinPieces({ ...line, quantityMilli })) : line));
  return takeContent({ lines: changed }, quantityMilli <= 0 ? null : lineId);
}

/** Which pieces a line is; what it costs stays. */
export function setSerials(lineId: string, change: Pick<CartLine, 'serials' | 'notRead'>): CartRefusal | null {
  return takeContent({ lines: useCart.getState().lines.map((line) => (line.lineId === lineId ? withinPieces({ ...line, ...change }) : line)) }, lineId);
}

/** A code that the customer brought; in an empty sale it waits for the first line. */
export function addCoupon(coupon: CartCoupon): CartRefusal | null {
  const { coupons, newestLineId } = useCart.getState();
  return takeContent({ coupons: [...coupons.filter(({ code }) => code !== coupon.code), coupon] }, newestLineId);
}

export function removeCoupon(code: string): void {
  const { coupons, newestLineId } = useCart.getState();
  takeContent({ coupons: coupons.filter((each) => each.code !== code) }, newestLineId);
}

/** A price or a discount by hand, in place of one that was there. Whether the person may is checked before. */
export function addAct(act: CartAct): CartRefusal | null {
  return setActs(withAct(useCart.getState().acts, act));
}

export function setActs(acts: CartAct[]): CartRefusal | null {
  return takeContent({ acts }, useCart.getState().newestLineId);
}

export function removeAct(target: CartAct['target']): void {
  setActs(useCart.getState().acts.filter((act) => act.target !== target));
}

/** Who buys: member prices, contract prices and promotions for groups count from here on. Null: a walk-in. */
export function setCustomer(customer: CartCustomer | null): CartRefusal | null {
  return takeContent({ customer }, useCart.getState().newestLineId);
}

export function clearCart(): void {
  useCart.setState(emptyCart());
  void keepDraft(null);
}

/** Puts kept lines back (recall, reload), at today's prices. */
export function restoreCart({ saleId = newId(), ...kept }: KeptContent & { saleId?: string }): void {
  const content = contentOf(kept);
  useCart.setState({ ...emptyCart(), saleId, ...content });
  if (content.lines.length > 0) void keepDraft({ saleId, ...content, pay: null });
  else keepEmpty(content);
  reprice();
}

/** Another price book is live, or prices turned: what is not paid yet costs what it costs now. What is kept stays as it is, with the money of an open payment. */
export function reprice(): void {
  if (useCart.getState().lines.length === 0) return;
  const place = pricingPlace();
  const quote = place && priceCart(cartContent(), place);
  if (quote?.ok) useCart.setState({ quote: quote.value, refusal: null, newestLineId: null });
  else useCart.setState({ quote: null, refusal: quote ? quote.refusal.kind : 'no_price_book' });
}

/** The cart as it will be paid: basket, quote and texts as the customer saw them. Null when there is nothing to pay. */
export function paidBasket(): PaidBasket | null {
  const { lines, acts, customer, quote } = useCart.getState();
  const { bootstrap, priceBook, catalogue } = tillState.getState();
  if (!quote || !bootstrap || !priceBook || lines.length === 0) return null;
  return {
    basket: basketOf(cartContent(), { bootstrap, priceBook, pricedAt: quote.pricedAt }),
    quote, acts, customer, traced: [...tracedOf(lines), ...lines.flatMap(({ lineId, lots = [] }) => lots.map((lot) => ({ ...lot, lineId })))],
    ...(catalogue ? { recipes: soldRecipes(lines, catalogue) } : {}),
    lineTexts: lines.map(({ lineId, variantId }) => {
      const product = catalogue?.byVariantId(variantId);
      return { lineId, sku: product?.sku ?? variantId, title: [product?.title ?? variantId, product?.variantTitle ?? ''].filter(Boolean).join(', '), ...(product?.unit ? { unit: product.unit } : {}) };
    }),
  };
}
