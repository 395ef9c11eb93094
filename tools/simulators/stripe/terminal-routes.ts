import type Stripe from 'stripe';
import { listPage } from './list';
import { addressFrom } from './payment-method';
import { numberFor, presentCard } from './reader-action';
import { listParameters, type Call, type Route } from './route';
import { badParameter, noSuch, wrongState } from './stripe-error';
import { newId } from './stripe-state';

type Reader = Stripe.Terminal.Reader;

const locationFields = ['address', 'display_name', 'metadata', 'configuration_overrides', 'phone'] as const;

export const terminalRoutes: Route[] = [
  { method: 'POST', path: '/v1/terminal/locations', allows: locationFields, run: createLocation },
  { method: 'GET', path: '/v1/terminal/locations', allows: listParameters, run: (call) => listPage(call, '/v1/terminal/locations', call.state.store.all('locations')) },
  { method: 'GET', path: '/v1/terminal/locations/:id', allows: [], run: (call) => locationOf(call, call.path['id'] ?? '', 'id') },
  { method: 'POST', path: '/v1/terminal/connection_tokens', allows: ['location'], run: createToken },
  { method: 'POST', path: '/v1/terminal/readers', allows: ['registration_code', 'label', 'location', 'metadata'], run: createReader },
  { method: 'GET', path: '/v1/terminal/readers', allows: [...listParameters, 'location', 'status', 'device_type', 'serial_number'], run: listReaders },
  { method: 'GET', path: '/v1/terminal/readers/:id', allows: [], run: readerOf },
  { method: 'POST', path: '/v1/terminal/readers/:id/process_payment_intent', allows: ['payment_intent', 'process_config'], run: processIntent },
  { method: 'POST', path: '/v1/terminal/readers/:id/cancel_action', allows: [], run: cancelAction },
  { method: 'POST', path: '/v1/test_helpers/terminal/readers/:id/present_payment_method', allows: ['amount_tip', 'card', 'card_present', 'interac_present', 'type'], run: present },
];

function createLocation(call: Call): Stripe.Terminal.Location {
  const { parameters } = call;
  const location: Stripe.Terminal.Location = {
    id: newId('tml'),
    object: 'terminal.location',
    address: addressFrom(parameters.inner('address')) ?? { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    display_name: parameters.requiredText('display_name'),
    livemode: false,
    metadata: parameters.metadata(),
  };
  call.state.store.put('locations', location.id, location);
  return location;
}

function locationOf(call: Call, id: string, param: string): Stripe.Terminal.Location {
  const found = call.state.store.get('locations', id);
  if (found === undefined) throw noSuch('location', id, param);
  return found;
}

function createToken(call: Call): Stripe.Terminal.ConnectionToken {
  const location = call.parameters.text('location');
  if (location) locationOf(call, location, 'location');
  return { object: 'terminal.connection_token', secret: newId('pst_test', 40), ...(location ? { location } : {}) };
}

function createReader(call: Call): Reader {
  const { parameters } = call;
  const code = parameters.requiredText('registration_code');
  const location = parameters.text('location') ?? null;
  if (location !== null) locationOf(call, location, 'location');
  const reader = newReader(newId('tmr'), code, parameters.text('label') ?? code);
  return saveReader(call, { ...reader, location, metadata: parameters.metadata() });
}

function newReader(id: string, code: string, label: string): Reader {
  return {
    id,
    object: 'terminal.reader',
    action: null,
    device_sw_version: null,
    device_type: code === 'simulated-s700' ? 'simulated_stripe_s700' : 'simulated_wisepos_e',
    ip_address: '127.0.0.1',
    label,
    last_seen_at: Date.now(),
    livemode: false,
    location: null,
    metadata: {},
    serial_number: newId('x', 12).slice(2),
    status: 'online',
  };
}

function saveReader(call: Call, reader: Reader): Reader {
  call.state.store.put('readers', reader.id, reader);
  return reader;
}

// Seeded tills name their reader before the simulator ever ran: such an id is a reader that is plugged in on first use.
const pluggedInOnUse = /^tmr_simulated_(\w+)$/;

function readerOf(call: Call): Reader {
  const id = call.path['id'] ?? '';
  const found = call.state.store.get('readers', id);
  const name = pluggedInOnUse.exec(id)?.[1];
  if (found === undefined && name !== undefined) return saveReader(call, newReader(id, 'simulated-wpe', name));
  if (found === undefined) throw noSuch('terminal reader', id);
  return found;
}

function listReaders(call: Call): object {
  const { parameters } = call;
  const wanted: [keyof Reader, string | null | undefined][] = [['location', parameters.text('location')], ['status', parameters.text('status')], ['device_type', parameters.text('device_type')], ['serial_number', parameters.text('serial_number')]];
  const found = call.state.store.all('readers').filter((reader) => wanted.every(([field, value]) => value === undefined || reader[field] === value));
  return listPage(call, '/v1/terminal/readers', found);
}

function processIntent(call: Call): Reader {
  const reader = readerOf(call);
  const id = call.parameters.requiredText('payment_intent');
  const intent = call.state.store.get('paymentIntents', id);
  if (intent === undefined) throw noSuch('payment_intent', id, 'payment_intent');
  if (reader.action?.status === 'in_progress') throw wrongState('Reader is currently processing another request. Wait for it to end, or cancel its action.', { code: 'terminal_reader_busy' });
  if (intent.status !== 'requires_payment_method' && intent.status !== 'requires_confirmation') {
    throw wrongState(`The PaymentIntent must be in the requires_payment_method or requires_confirmation state to be processed by a reader, but it is ${intent.status}.`, { code: 'intent_invalid_state' });
  }
  if (!intent.payment_method_types.includes('card_present')) throw badParameter('payment_intent', "The PaymentIntent's payment_method_types must include card_present: set it in allowed_payment_method_types.", 'payment_intent_incompatible_payment_method');
  const action: Stripe.Terminal.Reader.Action = {
    api_error: null, failure_code: null, failure_message: null, process_payment_intent: { payment_intent: intent.id }, status: 'in_progress', type: 'process_payment_intent',
  };
  const busy = { ...reader, action };
  call.state.store.put('readers', reader.id, busy);
  call.emit('terminal.reader.action_updated', busy);
  call.readerStarted(reader.id);
  return busy;
}

function cancelAction(call: Call): Reader {
  const idle = { ...readerOf(call), action: null };
  call.state.store.put('readers', idle.id, idle);
  return idle;
}

function present(call: Call): Reader {
  const reader = readerOf(call);
  if (reader.action?.status !== 'in_progress') throw wrongState('This reader has no action that waits for a card.', { code: 'terminal_reader_invalid_state' });
  const card = call.parameters.inner('card_present') ?? call.parameters.inner('card');
  return presentCard(call, reader.id, card?.text('number') ?? numberFor(call.state.settings.terminalOutcome)) ?? reader;
}
