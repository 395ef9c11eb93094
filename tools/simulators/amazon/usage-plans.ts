import type { AmazonState } from './amazon-state';
import type { Operation } from './operation';

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Amazon's token buckets, one an operation: `burst` calls at once, refilled at the rate. */
export class UsagePlans {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly state: AmazonState) {}

  /** Takes a token; false: the call is over the quota. */
  take(operation: Operation, now: number): boolean {
    const bucket = this.buckets.get(operation.operationId) ?? { tokens: operation.burst, filledAt: now };
    const refill = ((now - bucket.filledAt) / 1_000) * this.rateOf(operation);
    const tokens = Math.min(operation.burst, bucket.tokens + refill);
    const allowed = tokens >= 1;
    this.buckets.set(operation.operationId, { tokens: allowed ? tokens - 1 : tokens, filledAt: now });
    return allowed;
  }

  rateOf(operation: Operation): number {
    return operation.ratePerSecond * this.state.settings.rateLimitScale;
  }

  /** Full buckets again, e.g. after the scale was changed. */
  reset(): void {
    this.buckets.clear();
  }
}
