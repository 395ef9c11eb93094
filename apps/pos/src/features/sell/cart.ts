import type { Quote, QuoteRefusal } from '@oneshelf/domain-pricing';
import { create } from 'zustand';
import { keepDraft } from '../../local/drafts';
import { newId } from '../../local/new-id';
import { clock } from '../../local/runtime';
import type { CartLine, PaidBasket } from '../../local/sale-parts';
import { tillState } from '../../local/till-state';
import { basketOf, priceCart, type PricingPlace } from './price-cart';

export type CartRefusal = QuoteRefusal['kind'] | 'no_price_book' | 'too_many_lines';

export interface Cart { saleId: string; lines: CartLine[]; coupons: string[]; newestLineId: string | null; quote: Quote | null; /** Why the cart has no price, after a change of the price book. */ refusal: CartRefusal | null }

const emptyCart = (): Cart => ({ saleId: newId(), lines: [], coupons: [], newestLineId: null, quote: null, refusal: null });

/** The sale at hand: lines and the quote that the customer sees. Kept in the database as it changes. */
export const useCart = create<Cart>()(emptyCart);

const mostLines = 300;

const pricingPlace = (): PricingPlace | null => {
  const { bootstrap, priceBook } = tillState.getState();
  return bootstrap && priceBook ? { bootstrap, priceBook, pricedAt: clock.now() } : null;
};

/** Takes the new lines only when they can be priced; else says why and changes nothing. */
function takeLines(lines: CartLine[], newestLineId: string | null, coupons = useCart.getState().coupons): CartRefusal | null {
  const { saleId } = useCart.getState();
  if (lines.length === 0) {
    clearCart();
    return null;
  }
  if (lines.length > mostLines) return 'too_many_lines';
  const place = pricingPlace();
  if (!place) return 'no_price_book';
  const quote = priceCart({ lines, coupons }, place);
  if (!quote.ok) return quote.refusal.kind;
  useCart.setState({ lines, coupons, newestLineId, quote: quote.value, refusal: null });
  void keepDraft({ saleId, lines, coupons, pay: null });
  return null;
}

export function addToCart(variantId: string): CartRefusal | null {
  const { lines } = useCart.getState();
  const known = lines.find((line) => line.variantId === variantId);
  if (known) return setQuantity(known.lineId, known.quantityMilli + 1000);
  const line: CartLine = { lineId: newId(), variantId, quantityMilli: 1000 };
  return takeLines([...lines, line], line.lineId);
}

/** Zero takes the line out. */
export function setQuantity(lineId: string, quantityMilli: number): CartRefusal | null {
  const { lines } = useCart.getState();
  const changed = quantityMilli <= 0 ? lines.filter((line) => line.lineId !== lineId) : lines.map((line) => (line.lineId === lineId ? { ...line, quantityMilli } : line));
  return takeLines(changed, quantityMilli <= 0 ? null : lineId);
}

/** A code that the customer brought; in an empty sale it waits for the first line. */
export function addCoupon(code: string): CartRefusal | null {
  const { lines, coupons, newestLineId } = useCart.getState();
  const added = coupons.includes(code) ? coupons : [...coupons, code];
  if (lines.length > 0) return takeLines(lines, newestLineId, added);
  useCart.setState({ coupons: added });
  return null;
}

export function removeCoupon(code: string): void {
  const { lines, coupons, newestLineId } = useCart.getState();
  const left = coupons.filter((each) => each !== code);
  if (lines.length > 0) takeLines(lines, newestLineId, left);
  else useCart.setState({ coupons: left });
}

export function clearCart(): void {
  useCart.setState(emptyCart());
  void keepDraft(null);
}

/** Puts kept lines back (recall, reload), at today's prices. */
export function restoreCart({ lines, coupons = [], saleId = newId() }: { lines: CartLine[]; coupons?: string[] | undefined; saleId?: string }): void {
  useCart.setState({ ...emptyCart(), saleId, lines, coupons });
  void keepDraft(lines.length === 0 ? null : { saleId, lines, coupons, pay: null });
  reprice();
}

/** Another price book is live, or prices turned: what is not paid yet costs what it costs now. What is kept stays as it is, with the money of an open payment. */
export function reprice(): void {
  const { lines, coupons } = useCart.getState();
  if (lines.length === 0) return;
  const place = pricingPlace();
  const quote = place && priceCart({ lines, coupons }, place);
  if (quote?.ok) useCart.setState({ quote: quote.value, refusal: null, newestLineId: null });
  else useCart.setState({ quote: null, refusal: quote ? quote.refusal.kind : 'no_price_book' });
}

/** The cart as it will be paid: basket, quote and texts as the customer saw them. Null when there is nothing to pay. */
export function paidBasket(): PaidBasket | null {
  const { lines, coupons, quote } = useCart.getState();
  const { bootstrap, priceBook, catalogue } = tillState.getState();
  if (!quote || !bootstrap || !priceBook || lines.length === 0) return null;
  return {
    basket: basketOf({ lines, coupons }, { bootstrap, priceBook, pricedAt: quote.pricedAt }),
    quote,
    lineTexts: lines.map(({ lineId, variantId }) => {
      const product = catalogue?.byVariantId(variantId);
      return { lineId, sku: product?.sku ?? variantId, title: [product?.title ?? variantId, product?.variantTitle ?? ''].filter(Boolean).join(', ') };
    }),
  };
}
