/** The database stops, starts, takes no more connections, or its line broke (SQLSTATE 08…, 57P0…, 53300; Node's names). */
const OUTAGES = /^(08\d{3}|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What the driver says of a connection that it lost: these have no code. */
const LOST = /Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** True for an error that says nothing of the request: the same one may succeed in a moment. */
export function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && OUTAGES.test(code)) || (typeof message === 'string' && LOST.test(message));
}
