import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import { sql } from 'kysely';
import type { Database } from './db/database';
import { Transactions } from './db/transactions';

const LOOK_EVERY_MS = 5;

/** Two that want the same at once; an answer is what was said, or the error that was thrown. */
export interface Duel<Scene> {
  /** Made anew for each moment at which the competitor comes. */
  scene: () => Promise<Scene>;
  /** What runs on the interruption's database. */
  victim: (scene: Scene) => Promise<unknown>;
  competitor: (scene: Scene) => Promise<unknown>;
  /** What must be true whoever was first. */
  then: (scene: Scene, answers: { victim: unknown; competitor: unknown }) => Promise<void> | void;
}

/**
 * Lets a competitor in after any one statement of a use case that runs on `database` and `transactions`: the use case goes
 * on when the competitor has done its work, or waits for a row that the use case holds. What follows the last statement is
 * before the commit, so between them lies every moment at which somebody else could come.
 */
export class Interruption implements KyselyPlugin {
  readonly database: Database;
  readonly transactions: Transactions;
  private seen = 0;
  private plan: { after: number; competitor: () => Promise<unknown> } | null = null;
  private competing: Promise<PromiseSettledResult<unknown>> | null = null;

  constructor(private readonly outside: Database) {
    this.database = outside.withPlugin(this);
    this.transactions = new Transactions(this.database);
  }

  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs['result']> {
    if (!this.plan) return result;
    this.seen += 1;
    if (this.seen !== this.plan.after) return result;
    this.competing = settled(this.plan.competitor());
    await Promise.race([this.competing, this.somebodyWaits()]);
    return result;
  }

  /** Once for each statement of the victim: after it the competitor comes. */
  async duel<Scene>({ scene, victim, competitor, then }: Duel<Scene>): Promise<void> {
    for (let statement = 1; ; statement += 1) {
      const given = await scene();
      const done = await this.after(statement, { victim: () => victim(given), competitor: () => competitor(given) });
      if (done === null && statement > 1) return;
      if (done === null) throw new Error('What should be interrupted did nothing on the database of the interruption.');
      const answers = { victim: answerOf(done.victim), competitor: answerOf(done.competitor) };
      try {
        await then(given, answers);
      } catch (error) {
        throw Object.assign(error as Error, { message: `The competitor came after statement ${statement} and they answered ${JSON.stringify(answers, said)}: ${(error as Error).message}` });
      }
    }
  }

  /** Null: the victim has fewer statements, so there was no competitor. */
  async after<Value>(statement: number, { victim, competitor }: { victim: () => Promise<Value>; competitor: () => Promise<unknown> }): Promise<{ victim: PromiseSettledResult<Value>; competitor: PromiseSettledResult<unknown> } | null> {
    [this.seen, this.competing, this.plan] = [0, null, { after: statement, competitor }];
    try {
      const done = await settled(victim());
      const competing = this.competing as Promise<PromiseSettledResult<unknown>> | null;
      return competing === null ? null : { victim: done, competitor: await competing };
    } finally {
      this.plan = null;
    }
  }

  private async somebodyWaits(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const { rows } = await sql<{ waits: boolean }>`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`.execute(this.outside);
      if (rows[0]?.waits) return;
    }
  }
}

const settled = async <Value>(work: Promise<Value>): Promise<PromiseSettledResult<Value>> => (await Promise.allSettled([work]))[0] as PromiseSettledResult<Value>;

const answerOf = (one: PromiseSettledResult<unknown>): unknown => (one.status === 'fulfilled' ? one.value : one.reason);
const said = (_: string, value: unknown): unknown => (value instanceof Error ? value.message : value);
