import { Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { HoldLine } from '@oneshelf/domain-inventory';
import { publish, Transactions, type Tx } from '@oneshelf/platform';
import type { InsufficientStock } from '../stock-entry';
import { HoldQueue } from './hold-queue';
import { StockHoldRepository, type StoredHold } from './stock-hold.repository';

export interface HoldStockInput {
  /** Made by who asks; the same one twice is one hold. */
  holdId: string;
  lines: HoldLine[];
  mode: 'all' | 'part';
  /** A channel's code and, where one is known, the shopper. */
  heldFor: string;
  /** How long the units are kept; at most MOST_MINUTES. */
  minutes: number;
  now: Date;
}

/** A hold cannot be made longer than this by asking again and again: units would never be for sale. */
export const MOST_MINUTES = 30;

const PLACES_AT_ONCE = 500;

/** Keeps units for a checkout, for a while: no goods move, but nobody else is promised them. */
@Injectable()
export class HoldStockUseCase {
  constructor(
    private readonly queue: HoldQueue,
    private readonly holds: StockHoldRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Runs in a transaction of its own, together with others'. Refuses with every level that is short; nothing is kept then. */
  async run({ holdId, lines, mode, heldFor, minutes, now }: HoldStockInput): Promise<Result<StoredHold, InsufficientStock>> {
    invariant(lines.length > 0 && lines.every(({ quantityMilli }) => Number.isSafeInteger(quantityMilli) && quantityMilli > 0), 'a hold keeps positive whole thousandths of something');
    const expiresAt = new Date(now.getTime() + Math.min(minutes, MOST_MINUTES) * 60_000);
    const outcome = await this.queue.ask({ holdId, lines, mode, heldFor, expiresAt });
    return 'hold' in outcome ? ok(outcome.hold) : refuse({ kind: 'insufficient_stock', shortages: outcome.short });
  }

  /** Until `minutes` from now, but never longer than MOST_MINUTES after it began. Null where it has ended. */
  async extend(holdId: string, minutes: number, now: Date): Promise<Date | null> {
    return this.transactions.write((tx) => this.holds.extend(tx, holdId, { until: new Date(now.getTime() + minutes * 60_000), mostMinutes: MOST_MINUTES }));
  }

  /** Lets the units go, and the channels hear of it; a hold that has ended is no error. */
  async end(holdId: string): Promise<void> {
    await this.transactions.write(async (tx) => tell(tx, await this.holds.free(tx, holdId)));
  }

  /** For the worker's schedule, each second: what expired is for sale again, and the channels hear of it. Answers on how many levels. */
  async sweep(): Promise<number> {
    return this.transactions.write(async (tx) => {
      const places = await this.holds.expired(tx, PLACES_AT_ONCE);
      if (places.length === 0) return 0;
      await this.holds.lockFree(tx, places);
      const freed = await this.holds.endExpired(tx, places);
      await tell(tx, [...new Set([...freed.keys()].map((key) => key.slice(0, key.indexOf('@'))))]);
      return freed.size;
    });
  }
}

async function tell(tx: Tx, variantIds: string[]): Promise<void> {
  const [first] = variantIds;
  if (first) await publish(tx, { type: StockChanged, key: first, payload: { variantIds, causeKind: 'hold', causeId: first } });
}
