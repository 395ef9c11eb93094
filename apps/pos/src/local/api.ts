/** The server's 'no', as problem+json. Screens translate by `code`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: { details?: unknown; traceId?: string };

  constructor({ status, code, ...more }: { status: number; code: string; details?: unknown; traceId?: string }, readonly detail = '') {
    super(detail);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/** No answer that can be trusted came back: nothing is known about what the server did. */
export class Unreachable extends Error {}

export interface ApiAnswer<Body> { status: number; body: Body; etag: string | null }

export interface ApiRequest { method?: 'GET' | 'POST'; body?: unknown; etag?: string; timeoutMs?: number }

export interface ApiOptions {
  token: () => string | null;
  fetch?: typeof fetch;
  onReached?: () => void;
  onUnreachable?: () => void;
  onUnauthorised?: () => void;
}

export interface Api {
  call<Body>(path: string, request?: ApiRequest): Promise<ApiAnswer<Body>>;
  /** A response whose body is read as it comes (server-sent events). */
  open(path: string, signal: AbortSignal): Promise<Response>;
}

const isGatewayDown = (status: number, code: string): boolean => status === 502 || status === 504 || (status === 503 && (code === 'unavailable' || code === 'unexpected'));

/** Calls to /api with the till's token. An answer of any kind means connected; only that does, `navigator.onLine` is not asked [L-15]. */
export function createApi({ token, fetch: send = (...input) => fetch(...input), onReached, onUnreachable, onUnauthorised }: ApiOptions): Api {
  const headers = (more: Record<string, string>, bearer = token()): Record<string, string> => {
    return bearer === null ? more : { ...more, authorization: `Bearer ${bearer}` };
  };
  const unreachable = (): never => {
    onUnreachable?.();
    throw new Unreachable('No answer from the server.');
  };
  return {
    async call<Body>(path: string, { method = 'GET', body, etag, timeoutMs = 8000 }: ApiRequest = {}): Promise<ApiAnswer<Body>> {
      const bearer = token();
      let response: Response;
      let text: string;
      try {
        response = await send(`/api${path}`, {
          method, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs),
          headers: headers({ accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(etag === undefined ? {} : { 'if-none-match': etag }) }, bearer),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        text = await response.text();
      } catch {
        return unreachable();
      }
      const parsed = parse(text);
      if (response.ok || response.status === 304) {
        onReached?.();
        return { status: response.status, body: parsed as Body, etag: response.headers.get('etag') };
      }
      const problem = problemOf(response.status, parsed);
      if (isGatewayDown(problem.status, problem.code)) return unreachable();
      onReached?.();
      // A late answer to a token that was replaced meanwhile says nothing of the new one.
      if (problem.status === 401 && bearer === token()) onUnauthorised?.();
      throw problem;
    },
    async open(path, signal) {
      const response = await send(`/api${path}`, { headers: headers({ accept: 'text/event-stream' }), signal, cache: 'no-store' });
      if (!response.ok) throw problemOf(response.status, parse(await response.text()));
      return response;
    },
  };
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(status: number, body: unknown): ApiProblem {
  const { code = 'unexpected', detail = '', details, traceId } = (body ?? {}) as { code?: string; detail?: string; details?: unknown; traceId?: string };
  return new ApiProblem({ status, code, details, traceId }, detail);
}
