import type { BasketInput, Quote } from '@oneshelf/domain-pricing';

export interface CartLine { lineId: string; variantId: string; quantityMilli: number }

export interface LineText { lineId: string; sku: string; title: string }

/** A basket with the quote that the customer saw: what is paid is exactly this, whatever is published meanwhile. */
export interface PaidBasket { basket: BasketInput; quote: Quote; lineTexts: LineText[] }

/** Money taken for a sale. `amountMinor` is what it pays; cash may hand over more. */
export interface Tender { paymentId: string; kind: 'cash' | 'card_present'; amountMinor: number; tenderedMinor: number | null; cardLabel: string | null }
