export interface Delivery {
  id: string;
  url: string;
  /** What is delivered, for people: an event's or a notification's type. */
  type: string;
  subject: string;
  body: string;
  attempts: number;
  status: 'pending' | 'delivered' | 'given_up';
  lastAnswer: string;
  createdAt: number;
}

export interface DeliveryJournal {
  save(delivery: Delivery): void;
  pending(): Delivery[];
}

const backoffMs = [200, 1_000, 3_000, 10_000, 30_000, 60_000];
const timeoutMs = 10_000;

/** Posts bodies to other processes, at least once, with a few retries and in no promised order. */
export class Deliverer {
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly journal: DeliveryJournal,
    private readonly headersOf: (delivery: Delivery) => Record<string, string>,
  ) {}

  send(delivery: Delivery): void {
    this.journal.save(delivery);
    this.later(delivery, 0);
  }

  /** What was still under way when the simulator ended last time. */
  resume(): void {
    for (const delivery of this.journal.pending()) this.later(delivery, 0);
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private later(delivery: Delivery, delayMs: number): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.attempt(delivery);
    }, delayMs);
    this.timers.add(timer);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const lastAnswer = await this.post(delivery);
    if (this.stopped) return;
    const delivered = /^2\d\d$/.test(lastAnswer);
    const delayMs = backoffMs[delivery.attempts];
    const status = delivered ? 'delivered' : delayMs === undefined ? 'given_up' : 'pending';
    const next: Delivery = { ...delivery, attempts: delivery.attempts + 1, lastAnswer, status };
    this.journal.save(next);
    if (status === 'pending' && delayMs !== undefined) this.later(next, delayMs);
  }

  private async post(delivery: Delivery): Promise<string> {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(delivery.url, { method: 'POST', headers: this.headersOf(delivery), body: delivery.body, signal, redirect: 'manual' });
      await answer.arrayBuffer();
      return String(answer.status);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
