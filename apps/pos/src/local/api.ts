import { ApiProblem, createApiClient, type ApiClient } from '@oneshelf/api-client';

/** No answer that can be trusted came back: nothing is known about what the server did. */
export class Unreachable extends Error {}

export interface ApiOptions {
  token: () => string | null;
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
  onReached?: () => void;
  onUnreachable?: () => void;
  onUnauthorised?: () => void;
}

/** Nobody answered, or only something on the way did: a proxy, or the sign-in page of a guest network. */
const isNoAnswer = ({ status, code }: ApiProblem): boolean => status < 400 || status === 502 || status === 504 || (status === 503 && (code === 'unavailable' || code === 'server_unavailable'));

/** Calls to /api with the till's token. An answer of any kind means connected; only that does, `navigator.onLine` is not asked [L-15]. */
export function createApi({ token, fetch, onReached, onUnreachable, onUnauthorised }: ApiOptions): ApiClient {
  return createApiClient({
    fetch, cache: 'no-store', readTimeoutMs: 8000, commandTimeoutMs: 15_000,
    headers: () => ({ ...(token() !== null && { authorization: `Bearer ${token()}` }) }),
    around: async (call) => {
      const bearer = token();
      try {
        const outcome = await call();
        onReached?.();
        return outcome;
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (isNoAnswer(error)) {
          onUnreachable?.();
          throw new Unreachable('No answer from the server.');
        }
        onReached?.();
        // A late answer to a token that was replaced meanwhile says nothing of the new one.
        if (error.status === 401 && bearer === token()) onUnauthorised?.();
        throw error;
      }
    },
  });
}
