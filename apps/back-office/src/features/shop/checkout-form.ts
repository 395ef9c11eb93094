import { PlaceOrderRequestSchema, type PlaceOrderRequest } from '@oneshelf/contracts';
import { testCards, type TestCardId } from './test-cards';

export type CheckoutForm = {
  way: 'pickup' | 'delivery';
  storeId: string | null;
  address: { line1: string; line2: string; city: string; postcode: string };
  name: string;
  email: string;
  card: TestCardId | null;
};

export const emptyCheckout: CheckoutForm = { way: 'pickup', storeId: null, address: { line1: '', line2: '', city: '', postcode: '' }, name: '', email: '', card: null };

export const checkoutFields = ['store', 'line1', 'city', 'postcode', 'name', 'email', 'card'] as const;
export type CheckoutField = (typeof checkoutFields)[number];

type Known = { lines: PlaceOrderRequest['lines']; coupons?: string[]; expectedTotalMinor: number; country: string; returnUrl: string };

/** The request that the form asks for, or the fields that cannot be sent as they are, in the order of the page. */
export function checkoutRequest(form: CheckoutForm, known: Known): { request: PlaceOrderRequest } | { wrong: CheckoutField[] } {
  const { line2, ...address } = form.address;
  const parsed = PlaceOrderRequestSchema.safeParse({
    lines: known.lines,
    ...(known.coupons?.length ? { coupons: known.coupons } : {}),
    fulfilment: form.way === 'pickup'
      ? { kind: 'pickup', locationId: form.storeId ?? '' }
      : { kind: 'delivery', address: { ...address, ...(line2.trim() === '' ? {} : { line2 }), country: known.country } },
    customer: { name: form.name, email: form.email.trim() },
    expectedTotalMinor: known.expectedTotalMinor,
    paymentMethodId: testCards.find((card) => card.id === form.card)?.paymentMethodId ?? '',
    returnUrl: known.returnUrl,
  });
  if (parsed.success) return { request: parsed.data };
  const named = new Set(parsed.error.issues.map((issue) => fieldOf(issue.path)));
  return { wrong: checkoutFields.filter((field) => named.has(field)) };
}

const fieldNames: Readonly<Record<string, CheckoutField>> = { locationId: 'store', line1: 'line1', city: 'city', postcode: 'postcode', name: 'name', email: 'email', paymentMethodId: 'card' };
const fieldOf = (path: readonly PropertyKey[]): CheckoutField | undefined => fieldNames[String(path.at(-1))];
