import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { Parameters } from './parameters';
import type { Work } from './route';
import { noSuch, StripeError } from './stripe-error';
import { newId, nowSeconds } from './stripe-state';
import { numberOfTestToken, testCardOf } from './test-cards';

interface CardInput {
  number: string;
  expiryMonth: number;
  expiryYear: number;
  withCvc: boolean;
}

const noAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** A payment method from `payment_method` (an id or a test name such as pm_card_visa) or `payment_method_data`. */
export function paymentMethodFrom(work: Work, reference: string | null | undefined, data?: Parameters): Stripe.PaymentMethod | undefined {
  if (data !== undefined) return createPaymentMethod(work, data);
  if (!reference) return undefined;
  const number = numberOfTestToken(reference);
  if (number !== undefined) return saveCard(work, { number, expiryMonth: 12, expiryYear: yearAfterNext(), withCvc: true });
  const found = work.state.store.get('paymentMethods', reference);
  if (found === undefined) throw noSuch('PaymentMethod', reference, 'payment_method');
  return found;
}

export function createPaymentMethod(work: Work, parameters: Parameters): Stripe.PaymentMethod {
  parameters.requiredText('type');
  parameters.choice('type', ['card']);
  const card = parameters.inner('card') ?? parameters;
  const token = card.text('token');
  const number = token ? numberOfTestToken(token) : card.requiredText('number').replaceAll(/[ -]/g, '');
  if (number === undefined) throw noSuch('token', token ?? '', 'card[token]');
  const input: CardInput = {
    number,
    expiryMonth: card.integer('exp_month') ?? 12,
    expiryYear: card.integer('exp_year') ?? yearAfterNext(),
    withCvc: card.has('cvc'),
  };
  refuseBadCard(input);
  const method = saveCard(work, input, billingDetails(parameters.inner('billing_details')));
  const withMetadata = { ...method, metadata: parameters.metadata() };
  work.state.store.put('paymentMethods', method.id, withMetadata);
  return withMetadata;
}

function refuseBadCard(input: CardInput): void {
  const refuse = (code: string, message: string, param: string): StripeError => new StripeError(402, { type: 'card_error', code, message, param });
  if (!passesLuhn(input.number)) throw refuse('incorrect_number', 'Your card number is incorrect.', 'number');
  if (input.expiryMonth < 1 || input.expiryMonth > 12) throw refuse('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  if (input.expiryYear % 100 < new Date().getFullYear() % 100) throw refuse('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
}

export function passesLuhn(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function saveCard(work: Work, input: CardInput, billing = billingDetails(undefined)): Stripe.PaymentMethod {
  const brand = testCardOf(input.number)?.brand ?? 'visa';
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: input.withCvc ? 'pass' : null },
      country: 'US',
      display_brand: brand,
      exp_month: input.expiryMonth,
      exp_year: input.expiryYear < 100 ? 2000 + input.expiryYear : input.expiryYear,
      fingerprint: createHash('sha256').update(input.number).digest('hex').slice(0, 16),
      funding: 'credit',
      generated_from: null,
      last4: input.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  work.state.store.put('paymentMethods', method.id, method);
  work.state.store.put('cardSecrets', method.id, { number: input.number });
  return method;
}

/** The method that a reader makes of a presented card. */
export function saveCardPresent(work: Work, number: string): Stripe.PaymentMethod {
  const brand = testCardOf(number)?.brand ?? 'visa';
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    billing_details: billingDetails(undefined),
    card_present: {
      brand, brand_product: null, cardholder_name: 'CARDHOLDER/TEST', country: 'US', exp_month: 12, exp_year: yearAfterNext(),
      fingerprint: createHash('sha256').update(number).digest('hex').slice(0, 16), funding: 'credit', last4: number.slice(-4),
      networks: { available: [brand], preferred: null }, offline: null, preferred_locales: ['en'], read_method: 'contactless_emv',
    },
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card_present',
  };
  work.state.store.put('paymentMethods', method.id, method);
  work.state.store.put('cardSecrets', method.id, { number });
  return method;
}

function billingDetails(parameters: Parameters | undefined): Stripe.PaymentMethod.BillingDetails {
  return {
    address: addressFrom(parameters?.inner('address')) ?? noAddress,
    email: parameters?.text('email') ?? null,
    name: parameters?.text('name') ?? null,
    phone: parameters?.text('phone') ?? null,
    tax_id: null,
  };
}

export function addressFrom(parameters: Parameters | undefined): Stripe.Address | null {
  if (parameters === undefined) return null;
  const read = (name: string): string | null => parameters.text(name) ?? null;
  return { city: read('city'), country: read('country'), line1: read('line1'), line2: read('line2'), postal_code: read('postal_code'), state: read('state') };
}

const yearAfterNext = (): number => new Date().getFullYear() + 2;
