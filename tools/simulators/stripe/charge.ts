import type Stripe from 'stripe';
import type { Work } from './route';
import { idOf, newId, nowSeconds } from './stripe-state';
import type { Decline } from './test-cards';

const day = 24 * 60 * 60;
/** Stripe's windows of today: seven days when the card was typed, two days at a reader. `capture_before` on the charge is what counts. */
const captureWindowSeconds = { card: 7 * day, card_present: 2 * day };

export interface ChargeInput {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  decline?: Decline | undefined;
  authenticated: boolean;
  readerId?: string | undefined;
}

/** Asks the bank: writes the charge (paid or failed) of one attempt and says so. */
export function createCharge(work: Work, input: ChargeInput): Stripe.Charge {
  const { intent, method, decline } = input;
  const paid = decline === undefined;
  const captured = paid && intent.capture_method !== 'manual';
  const id = newId('ch');
  const charge: Stripe.Charge = {
    ...blankCharge(intent),
    id,
    amount_captured: captured ? intent.amount : 0,
    balance_transaction: captured ? bookBalance(work, { source: id, amount: intent.amount, currency: intent.currency, type: 'charge' }) : null,
    billing_details: method.billing_details,
    captured,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    outcome: outcomeOf(decline),
    paid,
    payment_method: method.id,
    payment_method_details: detailsOf(input, captured),
    receipt_url: paid ? `https://pay.stripe.com/receipts/simulated/${id}` : null,
    status: paid ? 'succeeded' : 'failed',
  };
  work.state.store.put('charges', charge.id, charge);
  work.emit(paid ? 'charge.succeeded' : 'charge.failed', charge);
  return charge;
}

function blankCharge(intent: Stripe.PaymentIntent): Omit<Stripe.Charge, 'id' | 'amount_captured' | 'billing_details' | 'captured' | 'paid' | 'status'> {
  return {
    object: 'charge',
    amount: intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    calculated_statement_descriptor: 'ONESHELF',
    created: nowSeconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    payment_intent: intent.id,
    payment_method: null,
    payment_method_details: null,
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  const none = { advice_code: null, network_advice_code: null, network_decline_code: null, risk_level: 'normal', risk_score: 20 };
  if (decline === undefined) return { ...none, network_status: 'approved_by_network', reason: null, seller_message: 'Payment complete.', type: 'authorized' };
  if (decline.blocked) return { ...none, risk_level: 'highest', risk_score: 90, network_status: 'not_sent_to_network', reason: 'highest_risk_level', seller_message: 'Stripe blocked this payment as too risky.', type: 'blocked' };
  return { ...none, network_status: 'declined_by_network', reason: decline.declineCode ?? decline.code, seller_message: 'The bank did not return any further details with this decline.', type: 'issuer_declined' };
}

function detailsOf(input: ChargeInput, captured: boolean): Stripe.Charge.PaymentMethodDetails {
  const { card, card_present: present } = input.method;
  const authorised = input.decline === undefined ? input.intent.amount : null;
  const window = captureWindowSeconds[present === undefined ? 'card' : 'card_present'];
  const captureBefore = authorised !== null && !captured ? { capture_before: nowSeconds() + window } : {};
  if (present !== undefined) return { type: 'card_present', card_present: { ...presentDetails(present, input.readerId), amount_authorized: authorised, ...captureBefore } };
  if (card === undefined) return { type: input.method.type };
  return {
    type: 'card',
    card: {
      amount_authorized: authorised,
      authorization_code: authorised === null ? null : '123456',
      brand: card.brand,
      ...captureBefore,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: 'disabled' },
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: '116977110610166',
      overcapture: { maximum_amount_capturable: input.intent.amount, status: 'unavailable' },
      regulated_status: card.regulated_status,
      three_d_secure: input.authenticated ? authenticated : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const authenticated: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge', electronic_commerce_indicator: '05', exemption_indicator: null, result: 'authenticated', result_reason: null,
  transaction_id: 'a1b2c3d4-0000-4000-8000-000000000000', version: '2.2.0',
};

type PresentDetails = Stripe.Charge.PaymentMethodDetails.CardPresent;

function presentDetails(card: Stripe.PaymentMethod.CardPresent, readerId: string | undefined): PresentDetails {
  return {
    amount_authorized: null, brand: card.brand, brand_product: null, cardholder_name: card.cardholder_name, country: card.country, emv_auth_data: null,
    exp_month: card.exp_month, exp_year: card.exp_year, fingerprint: card.fingerprint, funding: card.funding, generated_card: null,
    incremental_authorization_supported: false, last4: card.last4, network: card.brand, network_transaction_id: '116977110610166', offline: null,
    overcapture_supported: false, preferred_locales: card.preferred_locales, read_method: card.read_method, ...(readerId === undefined ? {} : { reader: readerId }),
    receipt: {
      account_type: 'credit', application_cryptogram: 'D8C3C1A1B2F04E55', application_preferred_name: 'Stripe Credit', authorization_code: '123456',
      authorization_response_code: '3030', cardholder_verification_method: 'approval', dedicated_file_name: 'A000000003101001',
      terminal_verification_results: '0000000000', transaction_status_information: '0000',
    },
  };
}

interface BalanceInput {
  source: string;
  amount: number;
  currency: string;
  type: 'charge' | 'refund';
}

/** Books money in or out. The fee is 1.5 % + 20 minor units on charges, none on refunds: a figure to work with, not a contract. */
export function bookBalance(work: Work, input: BalanceInput): string {
  const fee = input.type === 'charge' ? Math.round(input.amount * 0.015) + 20 : 0;
  const transaction: Stripe.BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: input.amount,
    available_on: nowSeconds() + 2 * day,
    balance_type: 'payments',
    created: nowSeconds(),
    currency: input.currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency: input.currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: input.amount - fee,
    reporting_category: input.type,
    source: input.source,
    status: 'pending',
    type: input.type,
  };
  work.state.store.put('balanceTransactions', transaction.id, transaction);
  return transaction.id;
}

export function latestChargeOf(work: Work, intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return work.state.store.get('charges', idOf(intent.latest_charge) ?? '');
}
