import { createHash } from 'node:crypto';
import type { Result } from '@oneshelf/domain-kernel';
import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from './transactions';

export interface Command {
  /** Who sends and what, e.g. "place-order:pk_demo". Keys of different scopes never meet. */
  scope: string;
  /** Made by the sender, once per intent. */
  key: string;
  /** The whole input; the same key with another input is refused. */
  input: unknown;
}

export type IdempotencyRefusal = { kind: 'idempotency_key_reused'; key: string };

@Injectable()
export class Commands {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs a command at most once: the first ok answer is stored in the command's own transaction and given again to
   * every later call with the same key and input. A refusal stores nothing, so the next try is decided anew.
   * Two calls at once with one key wait for each other in the database.
   */
  async once<Value, Refusal extends { kind: string }>(
    command: Command,
    work: (tx: Tx) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal | IdempotencyRefusal>> {
    const requestHash = createHash('sha256').update(JSON.stringify(command.input) ?? '').digest('hex');
    return this.transactions.run<Value, Refusal | IdempotencyRefusal>(async (tx) => {
      const claimed = await tx
        .insertInto('idempotency_key')
        .values({ scope: command.scope, key: command.key, request_hash: requestHash })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst();
      if (!claimed) return firstAnswer<Value>(tx, command, requestHash);
      const result = await work(tx);
      if (result.ok) {
        await tx
          .updateTable('idempotency_key')
          .set({ body: JSON.stringify(result.value ?? null) })
          .where('scope', '=', command.scope)
          .where('key', '=', command.key)
          .execute();
      }
      return result;
    });
  }
}

async function firstAnswer<Value>(tx: Tx, command: Command, requestHash: string): Promise<Result<Value, IdempotencyRefusal>> {
  const stored = await tx
    .selectFrom('idempotency_key')
    .select(['request_hash', 'body'])
    .where('scope', '=', command.scope)
    .where('key', '=', command.key)
    .executeTakeFirstOrThrow();
  if (stored.request_hash !== requestHash) return { ok: false, refusal: { kind: 'idempotency_key_reused', key: command.key } };
  return { ok: true, value: stored.body as Value };
}
