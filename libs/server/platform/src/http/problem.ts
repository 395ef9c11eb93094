/** An answer that is not the happy one, as RFC 9457 problem+json. Screens translate by `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly details?: unknown,
  ) {
    super(detail);
  }
}

/**
 * The value of a result, or the refusal as a Problem with the status that the route's table gives it.
 * The table must be total: `{ … } satisfies Record<Refusal['kind'], number>`.
 */
export function valueOf<Value, Refusal extends { kind: string }>(
  result: { ok: true; value: Value } | { ok: false; refusal: Refusal },
  statuses: Record<Refusal['kind'], number>,
): Value {
  if (result.ok) return result.value;
  const { kind, ...details } = result.refusal;
  const sentence = (details as { message?: unknown }).message;
  throw new Problem(statuses[kind as Refusal['kind']], kind, typeof sentence === 'string' ? sentence : kind.replaceAll('_', ' '), details);
}
