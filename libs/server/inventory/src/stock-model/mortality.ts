import { type Database, Transactions, type Tx } from '@oneshelf/platform';
import type { Result } from '@oneshelf/domain-kernel';
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';

/** The process is gone; whoever asked has no answer. */
export class Crash extends Error {}

/** Lets the process die between any two statements of what it does, and at the latest before it commits. */
export class Mortality implements KyselyPlugin {
  /** Statements that it still does; null: it lives. */
  private left: number | null = null;

  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    if (this.left === 0) throw new Crash();
    if (this.left !== null) this.left -= 1;
    return node;
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs['result']> {
    return Promise.resolve(result);
  }

  beforeCommit(): void {
    if (this.left !== null) throw new Crash();
  }

  /** The answer, or null where the process died before it. A refusal is an answer: it commits nothing. */
  async within<Value>(statements: number, work: () => Promise<Value>): Promise<Value | null> {
    this.left = statements;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Crash) return null;
      throw error;
    } finally {
      this.left = null;
    }
  }
}

/** Transactions of a process that may die. */
export class MortalTransactions extends Transactions {
  constructor(database: Database, private readonly mortality: Mortality) {
    super(database);
  }

  override run<Value, Refusal extends { kind: string }>(work: (tx: Tx) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
    return super.run(async (tx) => {
      const result = await work(tx);
      if (result.ok) this.mortality.beforeCommit();
      return result;
    });
  }
}
