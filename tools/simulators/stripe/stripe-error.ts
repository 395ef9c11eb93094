import type Stripe from 'stripe';

export interface StripeErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  doc_url?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
}

/** An answer other than 200. `kept`: it is the stored answer of its idempotency key; refusals of the parameters are not. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
    readonly kept = true,
  ) {
    super(body.message);
    if (body.code !== undefined) this.body.doc_url ??= `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}`;
  }
}

const invalid = (body: Omit<StripeErrorBody, 'type'>, kept = false, status = 400): StripeError =>
  new StripeError(status, { ...body, type: 'invalid_request_error' }, kept);

export const badParameter = (param: string, message: string, code = 'parameter_invalid_empty'): StripeError => invalid({ param, message, code });

export const missingParameter = (param: string): StripeError =>
  invalid({ param, code: 'parameter_missing', message: `Missing required param: ${param}.` });

export const unknownParameter = (param: string): StripeError =>
  invalid({ param, code: 'parameter_unknown', message: `Received unknown parameter: ${param}` });

export const noSuch = (kind: string, id: string, param = 'id'): StripeError =>
  invalid({ param: param === 'id' && kind === 'payment_intent' ? 'intent' : param, code: 'resource_missing', message: `No such ${kind}: '${id}'` }, false, param === 'id' ? 404 : 400);

export const unrecognizedUrl = (method: string, url: string): StripeError =>
  invalid({ message: `Unrecognized request URL (${method}: ${url}). This operation is not part of the simulator, or the URL is wrong.` }, false, 404);

/** The object is not in a state in which this can be done. */
export const wrongState = (message: string, extra: Partial<StripeErrorBody> = {}): StripeError =>
  invalid({ code: 'payment_intent_unexpected_state', message, ...extra }, true);

export const unauthorized = (message: string): StripeError => invalid({ message }, false, 401);

export const apiError = (): StripeError =>
  new StripeError(500, { type: 'api_error', message: 'An unknown error occurred (asked for by the simulator\'s controls).' }, false);
