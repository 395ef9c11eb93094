import { couponPromotions } from '@oneshelf/domain-pricing';
import { create } from 'zustand';
import { playTone } from '../../hardware/tones';
import { tillState } from '../../local/till-state';
import { goTo, goToReturn } from '../../shell/view';
import { addCoupon, addToCart, type CartRefusal } from './cart';

/** What could not be sold, until the next thing that can. */
export type SellMiss = { kind: 'unknown_code'; code: string } | { kind: 'refused'; title: string; refusal: CartRefusal };

export const useMiss = create<{ miss: SellMiss | null }>()(() => ({ miss: null }));

const receiptPattern = /^[A-Z0-9-]{3,20}-\d{1,3}-\d{4}-\d{6}$/;

/** Sells what was scanned, from any screen; a receipt's code leads to its return. */
export function sellCode(code: string): void {
  if (receiptPattern.test(code)) return goToReturn(code);
  goTo('sell');
  const product = tillState.getState().catalogue?.byCode(code);
  if (product) return sellVariant(product.variantId);
  if (isCoupon(code)) return takeCoupon(code);
  playTone('refused');
  useMiss.setState({ miss: { kind: 'unknown_code', code } });
}

export function sellVariant(variantId: string): void {
  const refusal = addToCart(variantId);
  playTone(refusal ? 'refused' : 'taken');
  useMiss.setState({ miss: refusal ? { kind: 'refused', title: tillState.getState().catalogue?.byVariantId(variantId)?.title ?? variantId, refusal } : null });
}

/** Whether the kept price book knows the code. */
export function isCoupon(code: string): boolean {
  const { priceBook } = tillState.getState();
  return priceBook !== null && couponPromotions(code, priceBook).length > 0;
}

/** Puts a customer's code to the sale; what it takes off stands in the totals. */
export function takeCoupon(code: string): void {
  const refusal = addCoupon({ code: code.trim() });
  playTone(refusal ? 'refused' : 'taken');
  useMiss.setState({ miss: refusal ? { kind: 'refused', title: code, refusal } : null });
}
