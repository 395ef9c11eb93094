import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, type Database, DATABASE, takeHit, Transactions } from '@oneshelf/platform';
import { MoneyCheck, type MoneyRefusal } from '../money-check';
import { OpenPart, type OpenPartRefusal } from '../open-part';
import { CompletePart } from './complete-part';
import type { CompletePartRefusal, NamedPiece } from './pieces-of-part';

export type HandOverRefusal = OpenPartRefusal | MoneyRefusal | CompletePartRefusal | { kind: 'wrong_code'; message: string };

const TRIES = 5;
const WINDOW_SECONDS = 600;

/** Gives a ready part to whoever shows the collection code. */
@Injectable()
export class HandOverUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenPart,
    private readonly completing: CompletePart,
    private readonly money: MoneyCheck,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /**
   * The same right code again changes nothing.
   * @throws Problem 429 after five tries within ten minutes, right or wrong
   */
  async run(input: { id: string; locationId: string; code: string; actor: Actor; staffName?: string | undefined; serials?: readonly NamedPiece[] | undefined }): Promise<Result<void, HandOverRefusal>> {
    await takeHit(this.database, { key: `hand-over:${input.id}`, limit: TRIES, windowSeconds: WINDOW_SECONDS });
    return this.transactions.run<void, HandOverRefusal>(async (tx) => {
      const opened = await this.opening.run(tx, { id: input.id, locationId: input.locationId, statuses: ['ready', 'handed_over'] });
      if (!opened.ok) return opened;
      const { part, order } = opened.value;
      if (!isSame(input.code, order.collectionCode)) return refuse({ kind: 'wrong_code', message: 'This is not the code of this order. Nothing was handed over; check the order number with the customer.' });
      if (part.status !== 'ready') return ok(undefined);
      const paid = await this.money.run(tx, part.orderId);
      if (!paid.ok) return paid;
      return this.completing.run(tx, part, { to: 'handed_over', actor: input.actor, actorName: input.staffName ?? input.actor.name, serials: input.serials ?? [] });
    });
  }
}

/** In constant time, so that the time of an answer tells no digit. */
function isSame(given: string, code: string | null): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(code ?? '')];
  return code !== null && a.length === b.length && timingSafeEqual(a, b);
}
