/** Amazon answered no, or did not answer. `status` 0: no answer within the time. */
export class AmazonError extends Error {
  override name = 'AmazonError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** How long Amazon asks to wait, if it said so. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }

  get throttled(): boolean {
    return this.status === 429;
  }

  /** The same request would be refused again. */
  get permanent(): boolean {
    return this.status >= 400 && this.status < 500 && ![401, 403, 408, 429].includes(this.status);
  }
}
