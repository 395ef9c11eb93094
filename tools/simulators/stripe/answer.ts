import { expand } from './expand';
import type { Call, Route } from './route';
import { StripeError } from './stripe-error';
import { nowSeconds } from './stripe-state';

export interface Answer {
  status: number;
  body: object;
  replayed: boolean;
  /** The request that did the work. */
  originalRequest: string;
}

/** Does the work of a call once for its idempotency key; a repeated call gets the first answer. What changed is on disk when this returns. */
export function answerOnce(route: Route, call: Call, sent: { path: string; parameters: string }): Answer {
  const { store } = call.state;
  const key = route.method === 'POST' ? call.idempotencyKey : null;
  const kept = key === null ? undefined : store.get('keptAnswers', key);
  if (kept !== undefined) {
    refuseOtherRequest(kept, { method: route.method, ...sent }, key ?? '');
    return { status: kept.status, body: kept.body, replayed: true, originalRequest: kept.requestId };
  }
  try {
    const answer = answerOf(route, call);
    if (key !== null && answer.kept) {
      const { status, body } = answer;
      store.put('keptAnswers', key, { method: route.method, ...sent, status, body, requestId: call.requestId, at: nowSeconds() });
    }
    return { status: answer.status, body: answer.body, replayed: false, originalRequest: call.requestId };
  } finally {
    store.flush();
  }
}

interface RequestShape {
  method: string;
  path: string;
  parameters: string;
}

function refuseOtherRequest(kept: RequestShape, sent: RequestShape, key: string): void {
  const refuse = (message: string): StripeError => new StripeError(400, { type: 'idempotency_error', message }, false);
  if (kept.path !== sent.path || kept.method !== sent.method) {
    throw refuse(`Keys for idempotent requests can only be used for the same endpoint they were first used for ('${sent.path}' vs '${kept.path}'). Try using a key other than '${key}' if you meant to execute a different request.`);
  }
  if (kept.parameters !== sent.parameters) {
    throw refuse(`Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`);
  }
}

function answerOf(route: Route, call: Call): { status: number; body: object; kept: boolean } {
  try {
    call.parameters.allow(route.allows);
    const object = route.run(call);
    return { status: 200, body: expand(call.state, object, call.parameters.texts('expand') ?? []), kept: true };
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return { status: error.status, body: { error: error.body }, kept: error.kept };
  }
}
