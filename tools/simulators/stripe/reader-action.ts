import type Stripe from 'stripe';
import { charge } from './confirm-intent';
import { saveCardPresent } from './payment-method';
import type { Work } from './route';
import { StripeError, type StripeErrorBody } from './stripe-error';
import { idOf } from './stripe-state';
import { testCardOf } from './test-cards';

const approvedNumber = '4242424242424242';
const declinedNumber = '4000000000000002';

type Reader = Stripe.Terminal.Reader;

/** Someone holds a card to the reader. Does nothing when the reader waits for none. */
export function presentCard(work: Work, readerId: string, number: string): Reader | undefined {
  const reader = work.state.store.get('readers', readerId);
  const intent = work.state.store.get('paymentIntents', idOf(reader?.action?.process_payment_intent?.payment_intent) ?? '');
  if (reader?.action?.status !== 'in_progress' || intent === undefined) return reader;
  const method = saveCardPresent(work, number);
  try {
    charge(work, intent, { method, decline: testCardOf(number)?.decline, authenticated: false, readerId });
    return finish(work, reader, { status: 'succeeded', failure_code: null, failure_message: null, api_error: null });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return finish(work, reader, { status: 'failed', failure_code: error.body.code ?? null, failure_message: error.body.message, api_error: apiErrorOf(error.body) });
  }
}

export const numberFor = (outcome: string): string => (outcome === 'decline' ? declinedNumber : approvedNumber);

type Ending = Pick<Stripe.Terminal.Reader.Action, 'status' | 'failure_code' | 'failure_message' | 'api_error'>;

function finish(work: Work, reader: Reader, ending: Ending): Reader {
  if (reader.action === null) return reader;
  const done: Reader = { ...reader, action: { ...reader.action, ...ending } };
  work.state.store.put('readers', reader.id, done);
  work.emit(ending.status === 'succeeded' ? 'terminal.reader.action_succeeded' : 'terminal.reader.action_failed', done);
  return done;
}

function apiErrorOf(body: StripeErrorBody): Stripe.Terminal.Reader.Action.ApiError {
  return { type: body.type, message: body.message, ...(body.code === undefined ? {} : { code: body.code }), ...(body.decline_code === undefined ? {} : { decline_code: body.decline_code }) };
}
