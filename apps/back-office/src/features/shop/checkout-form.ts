import { PlaceOrderRequestSchema, type PlaceOrderRequest } from '@oneshelf/contracts';
import { postcodeForm } from '@oneshelf/domain-tax';
import type { QuoteAsk } from './shop-queries';
import { testCards, type TestCardId } from './test-cards';

export type CheckoutForm = {
  way: 'pickup' | 'delivery';
  storeId: string | null;
  address: { line1: string; line2: string; city: string; postcode: string };
  /** Two letters; null: the shop's own. */
  country: string | null;
  /** Of the ways to send it; null: the cheapest. */
  shippingMethodId: string | null;
  name: string;
  email: string;
  card: TestCardId | null;
};

export const emptyCheckout: CheckoutForm = { way: 'pickup', storeId: null, address: { line1: '', line2: '', city: '', postcode: '' }, country: null, shippingMethodId: null, name: '', email: '', card: null };

export const checkoutFields = ['store', 'line1', 'city', 'postcode', 'name', 'email', 'card'] as const;
export type CheckoutField = (typeof checkoutFields)[number];

type Known = { lines: PlaceOrderRequest['lines']; coupons?: string[]; expectedTotalMinor: number; country: string; returnUrl: string; hold?: PlaceOrderRequest['hold'] };

/** The request that the form asks for, or the fields that cannot be sent as they are, in the order of the page. */
export function checkoutRequest(form: CheckoutForm, known: Known): { request: PlaceOrderRequest } | { wrong: CheckoutField[] } {
  const { line2, ...address } = form.address;
  const parsed = PlaceOrderRequestSchema.safeParse({
    lines: known.lines,
    ...(known.coupons?.length ? { coupons: known.coupons } : {}),
    fulfilment: form.way === 'pickup'
      ? { kind: 'pickup', locationId: form.storeId ?? '' }
      : { kind: 'delivery', address: { ...address, ...(line2.trim() === '' ? {} : { line2 }), country: form.country ?? known.country } },
    ...(form.way === 'delivery' && form.shippingMethodId !== null ? { shippingMethodId: form.shippingMethodId } : {}),
    customer: { name: form.name, email: form.email.trim() },
    expectedTotalMinor: known.expectedTotalMinor,
    paymentMethodId: testCards.find((card) => card.id === form.card)?.paymentMethodId ?? '',
    returnUrl: known.returnUrl,
    ...(known.hold === undefined ? {} : { hold: known.hold }),
  });
  const isMalformed = form.way === 'delivery' && !postcodeForm(form.country ?? known.country, form.address.postcode).fits;
  if (parsed.success && !isMalformed) return { request: parsed.data };
  const named = new Set([...(parsed.error?.issues ?? []).map((issue) => fieldOf(issue.path)), ...(isMalformed ? ['postcode' as const] : [])]);
  return { wrong: checkoutFields.filter((field) => named.has(field)) };
}

/**
 * Where it goes, as far as price and tax go by it. A postcode counts once it can be one of the country, so that nobody is
 * refused while typing; nothing while a store is being chosen.
 */
function quotedFulfilment({ way, country, address, storeId }: CheckoutForm, home: string): QuoteAsk['fulfilment'] {
  if (way === 'pickup') return storeId === null ? undefined : { kind: 'pickup', locationId: storeId };
  const to = country ?? home;
  const postcode = address.postcode.trim();
  return { kind: 'delivery', address: { country: to, ...(postcode !== '' && postcodeForm(to, postcode).fits ? { postcode } : {}) } };
}

/** What is asked of the shop for this form; an address that changes asks anew. */
export function quoteAsk(form: CheckoutForm, { home, ...ask }: Pick<QuoteAsk, 'lines' | 'coupons' | 'email' | 'hold'> & { home: string }): QuoteAsk {
  const fulfilment = quotedFulfilment(form, home);
  return { ...ask, ...(fulfilment ? { fulfilment } : {}), ...(form.way === 'delivery' && form.shippingMethodId !== null ? { shippingMethodId: form.shippingMethodId } : {}) };
}

const fieldNames: Readonly<Record<string, CheckoutField>> = { locationId: 'store', line1: 'line1', city: 'city', postcode: 'postcode', name: 'name', email: 'email', paymentMethodId: 'card' };
const fieldOf = (path: readonly PropertyKey[]): CheckoutField | undefined => fieldNames[String(path.at(-1))];

/** Enough of an address to say who buys. */
export const looksLikeEmail = (email: string): boolean => PlaceOrderRequestSchema.shape.customer.shape.email.safeParse(email.trim()).success;
