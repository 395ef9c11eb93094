import { Inject, Injectable } from '@nestjs/common';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { explodeDemand, type HoldLine, type Recipes } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, Transactions, type Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { shortagesOfLines } from '../shortages-of-lines';
import type { InsufficientStock } from '../stock-entry';
import { askedFor } from './asked-for';
import { HoldQueue } from './hold-queue';
import { StockHoldRepository, type StoredHold } from './stock-hold.repository';
import { tellHeld } from './tell-held';

export interface HoldStockInput {
  /** Made by who asks; the same one twice is one hold. */
  holdId: string;
  lines: HoldLine[];
  mode: 'all' | 'part';
  /** A channel's code and, where one is known, the shopper. */
  heldFor: string;
  /** Who asked, as far as it limits how much one visitor holds. */
  client?: string;
  /** A hold of the same shopper that this one takes the place of: its units go to this one, and its end stays (INV-40). */
  replaces?: { holdId: string; heldFor: string };
  /** How long the units are kept; at most MOST_MINUTES. */
  minutes: number;
  now: Date;
}

/** A hold cannot be made longer than this by asking again and again: units would never be for sale. */
export const MOST_MINUTES = 30;

const PLACES_AT_ONCE = 500;

/** Keeps units for a checkout, for a while: no goods move, but nobody else is promised them. Of a bundle its components are kept. */
@Injectable()
export class HoldStockUseCase {
  constructor(
    private readonly queue: HoldQueue,
    private readonly holds: StockHoldRepository,
    private readonly transactions: Transactions,
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Runs in a transaction of its own, together with others'. Refuses with every level that is short; nothing is kept then. */
  async run({ minutes, now, client = '', ...ask }: HoldStockInput): Promise<Result<StoredHold, InsufficientStock>> {
    invariant(ask.lines.length > 0 && ask.lines.every(({ quantityMilli }) => Number.isSafeInteger(quantityMilli) && quantityMilli > 0), 'a hold keeps positive whole thousandths of something');
    const expiresAt = new Date(now.getTime() + Math.min(minutes, MOST_MINUTES) * 60_000);
    const recipes: Recipes = await this.recipes.of(ask.lines.map(({ variantId }) => variantId));
    const outcome = await this.queue.ask({ ...ask, lines: explodeDemand(ask.lines, recipes), client, expiresAt });
    return 'hold' in outcome ? ok(askedFor(outcome.hold)) : refuse({ kind: 'insufficient_stock', shortages: shortagesOfLines(outcome.short, ask.lines, recipes) });
  }

  /** Until `minutes` from now, but never longer than MOST_MINUTES after it began. Null where it has ended, or was made longer as often as may be. */
  async extend(holdId: string, { minutes, now, mostTimes }: { minutes: number; now: Date; mostTimes: number }): Promise<{ expiresAt: Date; extended: number } | null> {
    return this.transactions.write((tx) => this.holds.extend(tx, holdId, { until: new Date(now.getTime() + minutes * 60_000), mostMinutes: MOST_MINUTES, mostTimes }));
  }

  /** Lets the units go, and the channels hear of it; a hold that has ended is no error. */
  async end(holdId: string): Promise<void> {
    await this.transactions.write(async (tx) => {
      const ended = await this.holds.free(tx, [holdId]);
      await tellHeld(tx, ended.flatMap(({ lines }) => lines).map(({ variantId }) => variantId));
    });
  }

  /** The hold while it is there: also one that has expired and that nobody needed yet. */
  async find(holdId: string): Promise<StoredHold | undefined> {
    const hold = (await this.holds.read(this.database, [holdId])).get(holdId);
    return hold && askedFor(hold);
  }

  /** How many holds a visitor has, and how much in all. */
  async ofClient(client: string): Promise<{ holds: number; quantityMilli: number }> {
    return this.holds.ofClient(this.database, client);
  }

  /**
   * Frees a hold for the order that takes its units in this same transaction, with the levels of `next` locked: nobody
   * else can come between. What follows says StockChanged of those. Statements: 1, one more where the hold had others.
   */
  async handOver(tx: Tx, holdId: string, next: readonly { variantId: string; locationId: string }[]): Promise<void> {
    const recipes: Recipes = await this.recipes.of(next.map(({ variantId }) => variantId), tx);
    const places = explodeDemand(next.map(({ variantId, locationId }) => ({ variantId, locationId, quantityMilli: 0 })), recipes);
    const ended = await this.holds.free(tx, [holdId], places);
    await tellHeld(tx, ended.flatMap(({ lines }) => lines).map(({ variantId }) => variantId).filter((id) => places.every(({ variantId }) => variantId !== id)));
  }

  /** For the worker's schedule, each second: what expired is for sale again, and the channels hear of it. Answers on how many levels. */
  async sweep(): Promise<number> {
    return this.transactions.write(async (tx) => {
      const places = await this.holds.expired(tx, PLACES_AT_ONCE);
      if (places.length === 0) return 0;
      await this.holds.lockFree(tx, places);
      const freed = await this.holds.endExpired(tx, places);
      await tellHeld(tx, [...freed.keys()].map((key) => key.slice(0, key.indexOf('@'))));
      return freed.size;
    });
  }
}
