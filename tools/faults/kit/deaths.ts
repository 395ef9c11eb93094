import type { Finding } from '../checks/check';
import type { OutsideRecord } from './outside-record';
import { type Product, usableAfterMs, type Victim } from './product';
import type { Random } from './random';
import { shopKey } from './shop';

interface Plan { random: Random; operations: number; killsEach: number }

/** kill -9 of api, worker and database in an order and at moments that the seed says, one after the other. */
export class Deaths {
  private readonly victims: Victim[];
  private readonly planned: Map<number, { victim: Victim; chance: number }>;
  private readonly outages: string[] = [];
  private watching: Promise<unknown> = Promise.resolve();
  private died: Victim[] = [];

  constructor(private readonly product: Product, private readonly record: OutsideRecord, { random, operations, killsEach }: Plan) {
    this.victims = random.shuffled(Array.from({ length: killsEach }, (): Victim[] => ['api', 'worker', 'database']).flat());
    // Spread over the run, each somewhere within its own stretch of it.
    const stretch = operations / (this.victims.length + 1);
    this.planned = new Map(this.victims.map((victim, index) => [Math.floor((index + 0.5 + random.next() * 0.5) * stretch), { victim, chance: random.next() }]));
  }

  /** Somebody begins this operation: perhaps something dies now. */
  at(operation: number): void {
    const death = this.planned.get(operation);
    if (death) this.watching = this.killAndWatch(death, this.watching);
  }

  async over(): Promise<void> {
    await this.watching;
  }

  finding(): Finding {
    return { name: 'what was killed came back', lookedAt: this.died.length, breaches: this.notBack(), note: this.outages.join(', ') };
  }

  /** The launcher says of each that it ended and that it is back. */
  private notBack(): string[] {
    const printed = this.product.printed();
    const said = (victim: Victim, sentence: string): number => printed.match(new RegExp(`${victim === 'database' ? 'The database' : `${victim}(-\\d+)?`} ${sentence}`, 'g'))?.length ?? 0;
    return [...new Set(this.died)].flatMap((victim) => {
      const [killed, ended, back] = [this.died.filter((one) => one === victim).length, said(victim, 'ended \\(SIGKILL\\)'), said(victim, 'is back after')];
      return ended === killed && back >= killed ? [] : [`${victim} was killed ${killed} times; the launcher says ${ended} times that it ended and ${back} times that it is back`];
    });
  }

  private async killAndWatch({ victim, chance }: { victim: Victim; chance: number }, after: Promise<unknown>): Promise<void> {
    await after;
    const death = await this.product.kill(victim, chance);
    this.died.push(victim);
    this.record.deaths.push(victim);
    const ms = await usableAfterMs(this.product, shopKey);
    this.outages.push(`${victim} ${(ms / 1000).toFixed(1)} s`);
    console.log(`kill -9 ${death.pid} (${victim}): the shop answers again after ${(ms / 1000).toFixed(1)} s`);
  }
}
