/** What the server said no to (problem+json), or why it could not be asked. Screens translate by `code`. */
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

/** The problem that an answer's body tells; without one, `server_unavailable` from status 500 on, else `unreadable_answer`. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') {
    return new ApiProblem({ status, code: status >= 500 ? 'server_unavailable' : 'unreadable_answer' });
  }
  const problem = body as { code: string; title?: string; detail?: string; details?: unknown; traceId?: string };
  return new ApiProblem({ ...problem, status });
}
