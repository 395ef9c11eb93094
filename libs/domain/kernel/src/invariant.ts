/** Thrown when the code itself is wrong. Never caught but at the edge, where it becomes a 500 with a trace id. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/**
 * States what must be true here; a false condition is a bug. Where it runs for every line of every basket the sentence is
 * a function, so that it is only made where it is needed.
 */
export function invariant(condition: unknown, message: string | (() => string)): asserts condition {
  if (!condition) throw new InvariantError(typeof message === 'string' ? message : message());
}
