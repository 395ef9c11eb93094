import type Stripe from 'stripe';
import { bookBalance, latestChargeOf } from './charge';
import { listPage } from './list';
import { newRefund } from './refund';
import { listParameters, type Call, type Route } from './route';
import { badParameter, missingParameter, noSuch, wrongState } from './stripe-error';

export const refundRoutes: Route[] = [
  { method: 'POST', path: '/v1/refunds', allows: ['amount', 'charge', 'currency', 'instructions_email', 'metadata', 'origin', 'payment_intent', 'reason', 'refund_application_fee', 'reverse_transfer'], run: create },
  { method: 'GET', path: '/v1/refunds', allows: [...listParameters, 'charge', 'payment_intent'], run: list },
  { method: 'GET', path: '/v1/refunds/:id', allows: [], run: retrieve },
  { method: 'POST', path: '/v1/refunds/:id', allows: ['metadata'], run: update },
];

function create(call: Call): Stripe.Refund {
  const { parameters } = call;
  const charge = chargeToRefund(call);
  const left = charge.amount - charge.amount_refunded;
  const amount = parameters.integer('amount') ?? left;
  if (left === 0) throw wrongState(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded', charge: charge.id });
  if (amount < 1) throw badParameter('amount', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (amount > left) {
    const shown = (minor: number): string => `${(minor / 100).toFixed(2)} ${charge.currency.toUpperCase()}`;
    throw badParameter('amount', `Refund amount (${shown(amount)}) is greater than unrefunded amount on charge (${shown(left)})`, 'amount_too_large');
  }
  const reason = parameters.choice('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null;
  const blank = newRefund({ charge, amount, reason, metadata: parameters.metadata() });
  const refund: Stripe.Refund = { ...blank, balance_transaction: bookBalance(call, { source: blank.id, amount: -amount, currency: charge.currency, type: 'refund' }) };
  const refunded: Stripe.Charge = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: amount === left };
  call.state.store.put('refunds', refund.id, refund);
  call.state.store.put('charges', charge.id, refunded);
  call.emit('refund.created', refund);
  call.emit('charge.refunded', refunded);
  return refund;
}

function chargeToRefund(call: Call): Stripe.Charge {
  const chargeId = call.parameters.text('charge');
  const intentId = call.parameters.text('payment_intent');
  if (chargeId) return refundable(call.state.store.get('charges', chargeId) ?? missing('charge', chargeId, 'charge'));
  if (!intentId) throw missingParameter('payment_intent');
  const intent = call.state.store.get('paymentIntents', intentId) ?? missing('payment_intent', intentId, 'payment_intent');
  const charge = latestChargeOf(call, intent);
  if (charge === undefined || !charge.paid) throw wrongState(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  return refundable(charge);
}

function refundable(charge: Stripe.Charge): Stripe.Charge {
  if (charge.captured || charge.refunded) return charge;
  throw wrongState(`This Charge (${charge.id}) has not been captured. Cancel its PaymentIntent to release the money.`, { code: 'charge_not_refundable', charge: charge.id });
}

function missing(kind: string, id: string, param: string): never {
  throw noSuch(kind, id, param);
}

function retrieve(call: Call): Stripe.Refund {
  const id = call.path['id'] ?? '';
  return call.state.store.get('refunds', id) ?? missing('refund', id, 'id');
}

function update(call: Call): Stripe.Refund {
  const old = retrieve(call);
  const changed = { ...old, metadata: call.parameters.metadata(old.metadata ?? {}) };
  call.state.store.put('refunds', old.id, changed);
  call.emit('refund.updated', changed);
  return changed;
}

function list(call: Call): object {
  const charge = call.parameters.text('charge');
  const intent = call.parameters.text('payment_intent');
  const found = call.state.store.all('refunds').filter((refund) => (charge === undefined || refund.charge === charge) && (intent === undefined || refund.payment_intent === intent));
  return listPage(call, '/v1/refunds', found);
}
