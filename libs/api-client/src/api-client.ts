import createClient from 'openapi-fetch';
import { ApiProblem, problemOf } from './api-problem';
import type { AnswerOf, CallOptions, Method, PathOf, RequestArgument } from './api-types';
import type { paths } from './generated/schema';
import { queryString } from './query-string';

/** An answer with what stands beside its body. The body is undefined when the `etag` of the request is still the newest. */
export interface Reply<Body> { status: number; body: Body | undefined; etag: string | null }

/** Calls to the API, typed by its OpenAPI document: the path and the method say what is needed and what comes back. A no is thrown as `ApiProblem`. */
export interface ApiClient {
  get<P extends PathOf<'get'>>(path: P, ...request: RequestArgument<'get', P>): Promise<AnswerOf<'get', P>>;
  post<P extends PathOf<'post'>>(path: P, ...request: RequestArgument<'post', P>): Promise<AnswerOf<'post', P>>;
  put<P extends PathOf<'put'>>(path: P, ...request: RequestArgument<'put', P>): Promise<AnswerOf<'put', P>>;
  patch<P extends PathOf<'patch'>>(path: P, ...request: RequestArgument<'patch', P>): Promise<AnswerOf<'patch', P>>;
  /** GET with the reply's status and ETag. */
  ask<P extends PathOf<'get'>>(path: P, ...request: RequestArgument<'get', P>): Promise<Reply<AnswerOf<'get', P>>>;
  /** GET whose body is read as it comes (server-sent events). */
  open<P extends PathOf<'get'>>(path: P, ...request: RequestArgument<'get', P>): Promise<Response>;
}

export interface ApiClientOptions {
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
  /** Goes along with every call, asked for at each: a token, a shop's key. */
  headers?: () => Record<string, string>;
  cache?: RequestCache;
  /** How long a read waits for its answer; without it, as long as it takes. */
  readTimeoutMs?: number;
  /** How long a command waits. Where nobody can tell what an unanswered one did, better as long as it takes. */
  commandTimeoutMs?: number;
  /** Stands around every call but `open`: to notice how it went, or to throw something else. */
  around?: <Outcome>(call: () => Promise<Outcome>) => Promise<Outcome>;
}

type AnyRequest = CallOptions & { params?: object; body?: unknown; idempotencyKey?: string };
type Sent = { method: Method; path: string; request?: AnyRequest; parseAs?: 'text' | 'stream' };

/** A call as `fetch` takes it. Not a `Request`: the address stays relative to the page, which a Request outside of a browser does not allow. */
class Call {
  method = '';
  constructor(readonly address: string, readonly init: RequestInit) {}
}

/** A client for the API on this origin. Cookies go along. */
export function createApiClient({ fetch: send = (address, init) => fetch(address, init), headers, cache, readTimeoutMs, commandTimeoutMs, around = (call) => call() }: ApiClientOptions = {}): ApiClient {
  const wire = createClient<paths>({
    Request: Call as unknown as typeof Request,
    fetch: (call) => { const { address, init } = call as unknown as Call; return send(address, init); },
    querySerializer: queryString,
  });
  const call = async ({ method, path, request = {}, parseAs = 'text' }: Sent): Promise<{ response: Response; text?: string }> => {
    const { params, body, idempotencyKey, etag, signal, timeoutMs = method === 'get' ? readTimeoutMs : commandTimeoutMs } = request;
    const init = {
      params, body, parseAs, credentials: 'same-origin', signal: parseAs === 'stream' ? signal : withTimeout(signal, timeoutMs), ...(cache && { cache }),
      headers: { ...headers?.(), accept: parseAs === 'text' ? 'application/json, application/problem+json' : 'text/event-stream', 'idempotency-key': idempotencyKey, 'if-none-match': etag },
    };
    const { data, error, response } = await (wire.request as unknown as Wire)(method, path, init).catch(unreachable);
    if (!response.ok && response.status !== 304) throw problemOf(response.status, error);
    return { response, text: data };
  };
  const reply = (sent: Sent) => around(async () => {
    const { response, text } = await call(sent);
    return { status: response.status, body: parsed(response.status, text), etag: response.headers.get('etag') };
  });
  const answer = (method: Method) => async (path: string, request?: AnyRequest) => (await reply({ method, path, request })).body;
  const client = {
    get: answer('get'), post: answer('post'), put: answer('put'), patch: answer('patch'),
    ask: (path: string, request?: AnyRequest) => reply({ method: 'get', path, request }),
    open: async (path: string, request?: AnyRequest) => (await call({ method: 'get', path, request, parseAs: 'stream' })).response,
  };
  return client as unknown as ApiClient;
}

/** What openapi-fetch does at run time; its types stand at the methods of `ApiClient`. */
type Wire = (method: Method, path: string, init: object) => Promise<{ data?: string; error?: unknown; response: Response }>;

function withTimeout(signal: AbortSignal | undefined, timeoutMs: number | undefined): AbortSignal | undefined {
  if (timeoutMs === undefined) return signal;
  if (signal === undefined) return AbortSignal.timeout(timeoutMs);
  // A shopper's browser may be older than AbortSignal.any (Safari before 17.4): then the caller's wish counts, and the browser's own patience.
  return 'any' in AbortSignal ? AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) : signal;
}

function unreachable(error: unknown): never {
  // An aborted call is the caller's own wish, not a failure.
  if ((error as { name?: unknown } | null)?.name === 'AbortError') throw error;
  throw new ApiProblem({ status: 0, code: 'network_unreachable' });
}

/** A yes without a body is one only where HTTP says so. */
const SILENT = [202, 204, 304];

function parsed(status: number, text = ''): unknown {
  if (text === '' && SILENT.includes(status)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem({ status, code: 'unreadable_answer' });
  }
}
