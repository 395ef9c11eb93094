import { ApiProblem } from './api-problem';

/** A call as it reached the network: what was not sent is not there. */
export interface SeenRequest { method?: 'POST' | 'PUT' | 'PATCH'; body?: unknown; idempotencyKey?: string; headers?: Record<string, string> }

export type FakeAnswer = (address: string, request: SeenRequest) => unknown;

/**
 * A stand-in for `fetch` that answers from a function, for the specs of screens: `globalThis.fetch = fakeFetch(answer)`.
 * What it returns is sent as JSON, undefined as 204; a thrown or rejected ApiProblem as the server's problem; any other error breaks the network.
 */
export function fakeFetch(answer: FakeAnswer): typeof fetch {
  return (async (address: string, init: RequestInit = {}) => {
    try {
      const body = await answer(address, seen(init));
      return body === undefined ? response(204, '') : response(200, JSON.stringify(body));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status === 0) throw error;
      const { status, code, title, detail, details, traceId } = error;
      return response(status, JSON.stringify({ status, code, title, detail, details, traceId }));
    }
  }) as typeof fetch;
}

function seen({ method, body, headers }: RequestInit): SeenRequest {
  const { accept: _accept, 'content-type': _type, 'idempotency-key': idempotencyKey, ...others } = Object.fromEntries(new Headers(headers));
  return {
    ...(method && method !== 'GET' && { method: method as 'POST' | 'PUT' | 'PATCH' }),
    ...(body && { body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body }),
    ...(idempotencyKey && { idempotencyKey }),
    ...(Object.keys(others).length > 0 && { headers: others }),
  };
}

/** As much of a Response as the client reads; jsdom has none of its own. */
const response = (status: number, text: string) => ({ ok: status < 400, status, headers: new Headers(), text: () => Promise.resolve(text) }) as Response;

/** Puts a mock in the place of the network for this spec. Its calls are [address, request]; what it gives is the API's answer. */
export function mockNetwork(): jest.Mock<Promise<unknown>, [address: string, request: SeenRequest]> {
  const network = jest.fn<Promise<unknown>, [string, SeenRequest]>();
  globalThis.fetch = fakeFetch(network);
  return network;
}
