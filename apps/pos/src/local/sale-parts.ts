import type { HandActContract, SalePayload } from '@oneshelf/contracts';
import type { QuantityUnit } from '@oneshelf/domain-kernel';
import type { BasketInput, Quote } from '@oneshelf/domain-pricing';
import type { ManualDiscount, PromotionUsage } from '@oneshelf/domain-promotions';

/** Pieces of a lot that was scanned. */
export interface SoldLot { lotCode: string; /** YYYY-MM-DD. */ expiresOn?: string; quantityMilli: number }

export interface CartLine {
  lineId: string;
  variantId: string;
  quantityMilli: number;
  /** What its one piece weighs, in thousandths of a kilogram, where its price is of a kilogram. */
  weightMilli?: number;
  /** The pieces, where they are told apart, as they are kept. */
  serials?: string[];
  /** Pieces that go without their serial, and who allowed it. */
  notRead?: { pieces: number; allowedBy: string };
  lots?: SoldLot[];
}

/** A price or a discount by hand; `text` is its reason as customers read it. */
export type CartAct = Omit<HandActContract, 'target'> & { text: string } & (
  | { target: { kind: 'price'; lineId: string }; unitMinor: number }
  | { target: { kind: 'discount'; discountId: string; lineId: string | null }; discount: ManualDiscount['discount'] }
);

/** A code that the customer brought; a single-use code with the promotion that the server found for it. */
export interface CartCoupon { code: string; promotionId?: string; usage?: PromotionUsage }

export interface CartCustomer { id: string; name: string; email: string | null; memberCode: string | null; groups: string[] }

/** What is sold, to whom, and what was done by hand. */
export interface CartContent { lines: CartLine[]; coupons: CartCoupon[]; acts: CartAct[]; customer: CartCustomer | null }

/** As a sale that was put aside keeps it: tills of before kept less. */
export interface KeptContent { lines: CartLine[]; coupons?: (string | CartCoupon)[]; acts?: CartAct[]; customer?: CartCustomer | null }

export const contentOf = ({ lines, coupons = [], acts = [], customer = null }: KeptContent): CartContent => ({
  lines, acts, customer, coupons: coupons.map((coupon) => (typeof coupon === 'string' ? { code: coupon } : coupon)),
});

export interface LineText { lineId: string; sku: string; title: string; /** Absent: pieces. */ unit?: QuantityUnit }

/** A basket with the quote that the customer saw: what is paid is exactly this, whatever is published meanwhile. */
export interface PaidBasket { basket: BasketInput; quote: Quote; lineTexts: LineText[]; /** Absent where a payment of before was kept. */ acts?: CartAct[]; customer?: CartCustomer | null; /** Which pieces and lots went with which line. */ traced?: SalePayload['traced']; /** What its bundles are made of at this moment, whatever they are by the time it is sent. */ recipes?: SalePayload['recipes'] }

/** Money taken for a sale. `amountMinor` is what stays of it; cash may hand over more. */
export interface Tender { paymentId: string; kind: 'cash' | 'card_present'; amountMinor: number; tenderedMinor: number | null; cardLabel: string | null }
