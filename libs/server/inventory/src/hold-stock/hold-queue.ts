import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { decideHolds, type HoldAsk, type HoldVerdict, levelKey } from '@oneshelf/domain-inventory';
import { Transactions, type Tx } from '@oneshelf/platform';
import { StockHoldRepository, type StoredHold } from './stock-hold.repository';
import { tellHeld } from './tell-held';

export interface QueuedHold extends HoldAsk {
  holdId: string;
  heldFor: string;
  client: string;
  expiresAt: Date;
  /** Another hold of the same shopper: its units go to this one, which keeps its end (INV-40). */
  replaces?: { holdId: string; heldFor: string };
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
    if (!only || !line || line.bundle || only.replaces || others.length > 0 || more.length > 0) return null;
    const { holdId, heldFor, client, expiresAt } = only;
    const taken = await this.transactions.statement((tx) => this.holds.takeOne(tx, { holdId, heldFor, client, expiresAt, line }));
    return taken.length > 0 ? [{ hold: { holdId, heldFor, expiresAt, extended: 0, lines: [line] } }] : null;
  }

  /** Two statements for many; where something is short, expired holds may make room. */
  private async decide(tx: Tx, batch: QueuedHold[]): Promise<HoldOutcome[]> {
    const replaced = await this.endReplaced(tx, batch);
    const verdicts = await this.verdicts(tx, batch, replaced);
    const fresh = batch.map((ask, index) => ({ ...ask, ...endOf(ask, replaced[index]), kept: verdicts[index]?.kept ?? [] }));
    const written = await this.holds.write(tx, fresh);
    // Asked for before, one after the other or twice at once: the first is the one, whatever there is now.
    const others = fresh.filter(({ holdId }) => !written.has(holdId)).map(({ holdId }) => holdId);
    const known = others.length > 0 ? await this.holds.read(tx, others) : new Map<string, StoredHold>();
    await tellHeld(tx, replaced.flatMap((hold) => hold?.lines ?? []).map(({ variantId }) => variantId));
    return fresh.map(({ holdId, heldFor, expiresAt, extended, kept }, index) => {
      const hold = known.get(holdId) ?? (kept.length > 0 ? { holdId, heldFor, expiresAt, extended, lines: kept } : null);
      return hold ? { hold } : { short: verdicts[index]?.short ?? [] };
    });
  }

  /** The holds that are replaced, each with who replaces it; the levels that all will need are locked with theirs, in order. */
  private async endReplaced(tx: Tx, batch: readonly QueuedHold[]): Promise<(StoredHold | undefined)[]> {
    const named = batch.flatMap(({ replaces }) => (replaces ? [replaces.holdId] : []));
    if (named.length === 0) return [];
    const there = await this.holds.read(tx, named);
    const asked = new Set<string>();
    const mine = batch.map(({ replaces }) => {
      if (!replaces || asked.has(replaces.holdId) || there.get(replaces.holdId)?.heldFor !== replaces.heldFor) return undefined;
      asked.add(replaces.holdId);
      return replaces.holdId;
    });
    const ended = await this.holds.free(tx, [...asked], batch.flatMap(({ lines }) => lines));
    return mine.map((holdId) => ended.find((hold) => hold.holdId === holdId));
  }

  private async verdicts(tx: Tx, batch: readonly QueuedHold[], replaced: readonly (StoredHold | undefined)[]): Promise<HoldVerdict[]> {
    const places = [...new Map(batch.flatMap(({ lines }) => lines).map((line) => [levelKey(line), line])).values()];
    const free = await this.holds.lockFree(tx, places, [...new Set(batch.map(({ heldFor }) => heldFor.split('#')[0] ?? ''))]);
    // What a hold brings along is free by now; until its turn nobody is to see it.
    for (const line of replaced.flatMap((hold) => hold?.lines ?? [])) free.set(levelKey(line), (free.get(levelKey(line)) ?? 0) - line.quantityMilli);
    const asks = batch.map((ask, index) => ({ ...ask, brought: replaced[index]?.lines ?? [] }));
    const verdicts = decideHolds(asks, free);
    if (verdicts.every(({ short }) => short.length === 0)) return verdicts;
    const freed = await this.holds.endExpired(tx, places);
    return freed.size === 0 ? verdicts : decideHolds(asks, new Map([...free].map(([key, milli]) => [key, milli + (freed.get(key) ?? 0)])));
  }
}

/** Another place or another line is no new quarter of an hour: a hold that replaces one that still lasts ends when that would have. */
function endOf({ expiresAt }: QueuedHold, replaced: StoredHold | undefined): { expiresAt: Date; extended: number } {
  const lasts = replaced !== undefined && replaced.expiresAt.getTime() > Date.now();
  return lasts ? { expiresAt: replaced.expiresAt, extended: replaced.extended } : { expiresAt, extended: 0 };
}
