/** Who was revoked elsewhere opens nothing after this long. */
const AGE_MS = 1000;
const KEPT = 1000;

/**
 * Who a secret belongs to, by its hash, for a second: a screen or a shop window asks many times in one. What this process
 * itself ends is ended at once, also for a look that was under way meanwhile. Who is nobody is looked up each time.
 */
export class RecentAnswers<Answer> {
  private readonly kept = new Map<string, { at: number; answer: Answer }>();
  private ended = 0;

  async of(hash: string, look: () => Promise<Answer | null>): Promise<Answer | null> {
    const at = Date.now();
    const known = this.kept.get(hash);
    if (known && at - known.at < AGE_MS) return known.answer;
    const { ended } = this;
    const answer = await look();
    this.kept.delete(hash);
    if (answer === null || ended !== this.ended) return answer;
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(hash, { at, answer });
    return answer;
  }

  end(hash: string): void {
    this.ended += 1;
    this.kept.delete(hash);
  }
}
