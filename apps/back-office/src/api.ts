/** What the server said no to, or why it could not be asked. Screens translate by `code`. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly details: unknown;
  readonly traceId: string | undefined;

  constructor(problem: { status: number; code: string; title?: string; detail?: string; details?: unknown; traceId?: string }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.details = problem.details;
    this.traceId = problem.traceId;
  }
}

export type ApiRequest = Omit<RequestInit, 'body'> & {
  /** Sent as JSON. A File or FormData goes as it is. */
  body?: unknown;
  /** The same key with the same input gives the first answer again: make it once per intent, not per try. */
  idempotencyKey?: string;
};

/**
 * Asks the API on this origin, e.g. `apiFetch<SignedInUser>('/api/auth/me')`. Cookies go along.
 * Throws an ApiProblem: the server's own (problem+json), `network_unreachable` with status 0, or `unreadable_answer`.
 */
export async function apiFetch<Answer = unknown>(path: `/api/${string}`, request: ApiRequest = {}): Promise<Answer> {
  const response = await send(path, request);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new ApiProblem({ status: response.status, code: 'unreadable_answer' });
  }
}

async function send(path: string, { body, idempotencyKey, headers, ...init }: ApiRequest): Promise<Response> {
  const isRaw = body === undefined || body instanceof FormData || body instanceof Blob;
  const sent = new Headers(headers);
  sent.set('accept', 'application/json, application/problem+json');
  if (!isRaw) sent.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) sent.set('idempotency-key', idempotencyKey);
  try {
    return await fetch(path, { ...init, headers: sent, credentials: 'same-origin', body: isRaw ? (body as BodyInit | undefined) : JSON.stringify(body) });
  } catch (error) {
    // An aborted request is the caller's own wish, not a failure.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'network_unreachable' });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') {
    return new ApiProblem({ status: response.status, code: response.status >= 500 ? 'server_unavailable' : 'unreadable_answer' });
  }
  const problem = body as { code: string; title?: string; detail?: string; details?: unknown; traceId?: string };
  return new ApiProblem({ ...problem, status: response.status });
}
