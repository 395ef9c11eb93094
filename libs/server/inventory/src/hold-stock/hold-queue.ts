import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { decideHolds, type HoldAsk, type HoldVerdict, levelKey } from '@oneshelf/domain-inventory';
import { Transactions, type Tx } from '@oneshelf/platform';
import { StockHoldRepository, type StoredHold } from './stock-hold.repository';

export interface QueuedHold extends HoldAsk {
  holdId: string;
  heldFor: string;
  expiresAt: Date;
}

/** The hold as it stands, or what is short. */
export type HoldOutcome = { hold: StoredHold } | { short: HoldVerdict['short'] };

interface Waiting {
  hold: QueuedHold;
  resolve: (outcome: HoldOutcome) => void;
  reject: (error: unknown) => void;
}

/** As many as are decided in one transaction: more would keep the first of them waiting for the last. */
const MOST_TOGETHER = 256;
/** While one commits, the next is decided: the disk and the rules work at the same time. */
const BATCHES_AT_ONCE = 2;

/**
 * Decides holds together (group commit): whoever comes while a transaction is under way goes into the next one, so a
 * rush for one article locks its level once for many shoppers instead of once for each. First come, first served.
 */
@Injectable()
export class HoldQueue implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private readonly asked = new Map<string, Promise<HoldOutcome>>();
  private running = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly holds: StockHoldRepository,
  ) {}

  /** Resolves when the hold is committed, or refused. The same hold asked for again meanwhile gets the same answer. */
  ask(hold: QueuedHold): Promise<HoldOutcome> {
    const asked = this.asked.get(hold.holdId) ?? this.enter(hold).finally(() => this.asked.delete(hold.holdId));
    this.asked.set(hold.holdId, asked);
    return asked;
  }

  onApplicationShutdown(): void {
    for (const { reject } of this.waiting) reject(new Error('the process ends'));
    this.waiting = [];
  }

  private enter(hold: QueuedHold): Promise<HoldOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ hold, resolve, reject });
      this.pump();
    });
  }

  private pump(): void {
    while (this.running < BATCHES_AT_ONCE && this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST_TOGETHER);
      this.running += 1;
      void this.settle(batch).finally(() => {
        this.running -= 1;
        this.pump();
      });
    }
  }

  private async settle(batch: Waiting[]): Promise<void> {
    try {
      const outcomes = (await this.takeAlone(batch)) ?? (await this.transactions.write((tx) => this.decide(tx, batch.map(({ hold }) => hold))));
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] ?? { short: [] });
    } catch (error) {
      // One that cannot be written must not take the others with it.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.settle([one]);
    }
  }

  /** One statement, with its own transaction around it, for a shopper alone. Null: there are more, or more has to be looked at. */
  private async takeAlone(batch: Waiting[]): Promise<HoldOutcome[] | null> {
    const [only, ...others] = batch.map(({ hold }) => hold);
    const [line, ...more] = only?.lines ?? [];
    if (!only || !line || others.length > 0 || more.length > 0) return null;
    const { holdId, heldFor, expiresAt } = only;
    const taken = await this.transactions.statement((tx) => this.holds.takeOne(tx, { holdId, heldFor, expiresAt, line }));
    return taken.length > 0 ? [{ hold: { holdId, expiresAt, lines: [line] } }] : null;
  }

  /** Two statements for many; where something is short, expired holds may make room. */
  private async decide(tx: Tx, batch: QueuedHold[]): Promise<HoldOutcome[]> {
    const verdicts = await this.verdicts(tx, batch);
    const fresh = batch.map(({ holdId, heldFor, expiresAt }, index) => ({ holdId, heldFor, expiresAt, kept: verdicts[index]?.kept ?? [] }));
    const written = await this.holds.write(tx, fresh);
    // Asked for before, one after the other or twice at once: the first is the one, whatever there is now.
    const others = fresh.filter(({ holdId }) => !written.has(holdId)).map(({ holdId }) => holdId);
    const known = others.length > 0 ? await this.holds.read(tx, others) : new Map<string, StoredHold>();
    return fresh.map(({ holdId, expiresAt, kept }, index) => {
      const hold = known.get(holdId) ?? (kept.length > 0 ? { holdId, expiresAt, lines: kept } : null);
      return hold ? { hold } : { short: verdicts[index]?.short ?? [] };
    });
  }

  private async verdicts(tx: Tx, batch: QueuedHold[]): Promise<HoldVerdict[]> {
    const places = [...new Map(batch.flatMap(({ lines }) => lines).map((line) => [levelKey(line), line])).values()];
    const free = await this.holds.lockFree(tx, places);
    const verdicts = decideHolds(batch, free);
    if (verdicts.every(({ short }) => short.length === 0)) return verdicts;
    const freed = await this.holds.endExpired(tx, places);
    return freed.size === 0 ? verdicts : decideHolds(batch, new Map([...free].map(([key, milli]) => [key, milli + (freed.get(key) ?? 0)])));
  }
}
