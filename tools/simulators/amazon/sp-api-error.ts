export interface SpApiErrorEntry {
  code: string;
  message: string;
  details?: string;
}

/** An answer other than success; its body is Amazon's error list. */
export class SpApiError extends Error {
  readonly errors: SpApiErrorEntry[];

  constructor(
    readonly status: number,
    code: string,
    message: string,
  ) {
    super(message);
    this.errors = [{ code, message, details: '' }];
  }
}

export const invalidInput = (message: string): SpApiError => new SpApiError(400, 'InvalidInput', message);
export const notFound = (message: string): SpApiError => new SpApiError(404, 'NOT_FOUND', message);
export const unauthorized = (message: string): SpApiError => new SpApiError(403, 'Unauthorized', message);
export const quotaExceeded = (): SpApiError => new SpApiError(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
export const internalFailure = (): SpApiError =>
  new SpApiError(500, 'InternalFailure', 'We encountered an internal error. Please try again. (Asked for by the simulator\'s controls.)');
