const KEPT = 50_000;

/** Counts hits in fixed windows in this process alone: for answers so cheap that a statement to count them would cost more. */
export class HitsInProcess {
  private windowStart = 0;
  private readonly hits = new Map<string, number>();

  constructor(private readonly limits: { limit: number; windowMs: number }) {}

  /** Seconds to wait; 0: go on. */
  take(key: string, nowMs: number): number {
    if (nowMs - this.windowStart >= this.limits.windowMs || this.hits.size > KEPT) {
      this.hits.clear();
      this.windowStart = nowMs;
    }
    const count = (this.hits.get(key) ?? 0) + 1;
    this.hits.set(key, count);
    return count <= this.limits.limit ? 0 : Math.max(1, Math.ceil((this.windowStart + this.limits.windowMs - nowMs) / 1000));
  }
}
