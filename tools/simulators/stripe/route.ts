import type { Parameters } from './parameters';
import type { StripeState } from './stripe-state';

/** What changes objects: a request, a reader that is done, or a person on a page of the simulator. */
export interface Work {
  state: StripeState;
  /** Records an event and sends it to the webhook endpoints. */
  emit(type: string, object: object): void;
}

/** One request to the API, after sign-in and parsing. */
export interface Call extends Work {
  parameters: Parameters;
  /** Path parameters, `id` most often. */
  path: Record<string, string>;
  requestId: string;
  idempotencyKey: string | null;
  apiVersion: string;
  /** Signed in with the publishable key: a browser. */
  fromBrowser: boolean;
  /** The simulator's own address, for pages that a person is sent to. */
  baseUrl: string;
  /** Starts the clock of a reader that has something to do. */
  readerStarted(readerId: string): void;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Top-level parameters; another one is refused as Stripe does. */
  allows: readonly string[];
  /** The publishable key may call it too. */
  browser?: true;
  run(call: Call): object;
}

export const listParameters = ['limit', 'starting_after', 'ending_before', 'created'] as const;
