import { Injectable } from '@nestjs/common';
import { type GrantReport, releaseGrant, renewGrant } from '@oneshelf/domain-inventory';
import { type Actor, newId, Transactions, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { GrantTargetsQuery } from './grant-targets.query';
import { RegisterGrantRepository, type StoredGrant } from './register-grant.repository';

/** A trading day's half: long enough for a cut line, short enough that what a dead till holds comes back the same day. */
const LEASE_MS = 4 * 3_600_000;

export interface Heartbeat {
  registerId: string;
  locationId: string;
  actor: Actor;
  deviceId: string;
  /** What the register knows and has sold, by variant. */
  reports: ReadonlyMap<string, GrantReport>;
  /** It gives back all of these (end of a shift, sign-out). */
  isClosing: boolean;
}

export interface HeartbeatAnswer {
  serverTime: Date;
  grants: StoredGrant[];
}

/** Gives a register its units, fills them up, and takes them back when it says so. */
@Injectable()
export class GrantToRegisterUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: RegisterGrantRepository,
    private readonly ledger: StockLedgerRepository,
    private readonly targets: GrantTargetsQuery,
  ) {}

  run(beat: Heartbeat): Promise<HeartbeatAnswer> {
    return this.transactions.write(async (tx) => {
      await this.grants.lockRegister(tx, beat.registerId);
      const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(tx);
      const serverTime = rows[0]?.now ?? new Date(0);
      const held = await this.grants.lock(tx, beat.registerId);
      const grants = beat.isClosing ? await this.release(tx, beat, held, serverTime) : await this.renew(tx, beat, held, serverTime);
      return { serverTime, grants: grants.filter((grant) => grant.isActive) };
    });
  }

  private async release(tx: Tx, beat: Heartbeat, held: StoredGrant[], at: Date): Promise<StoredGrant[]> {
    const changed = held.flatMap((grant) => {
      const report = beat.reports.get(grant.variantId);
      return report ? [{ ...releaseGrant(grant, report), before: grant }] : [];
    });
    await this.move(tx, beat, changed.map(({ before, givenBackMilli }) => entryOf(before, -givenBackMilli)), at);
    const after = changed.map(({ before, grant }) => ({ ...before, ...grant }));
    await this.grants.write(tx, after);
    return after;
  }

  private async renew(tx: Tx, beat: Heartbeat, held: StoredGrant[], at: Date): Promise<StoredGrant[]> {
    const byVariant = new Map(held.map((grant) => [grant.variantId, grant]));
    const targets = await this.targets.run(tx, { registerId: beat.registerId, locationId: beat.locationId, alsoVariantIds: held.map((grant) => grant.variantId) });
    const renewed = targets.flatMap(({ variantId, targetMilli, freeMilli }) => {
      const before = byVariant.get(variantId);
      if (!before && targetMilli === 0) return [];
      const next = renewGrant(before ?? null, { report: beat.reports.get(variantId) ?? null, targetMilli, freeMilli, nowMs: at.getTime(), leaseMs: LEASE_MS });
      return [{ before, takenMilli: next.takenMilli, grant: { ...next.grant, variantId, registerId: beat.registerId, locationId: beat.locationId } }];
    });
    const short = await this.move(tx, beat, renewed.map(({ grant, takenMilli }) => entryOf(grant, takenMilli)), at);
    // Somebody was faster with these units: the next heartbeat looks again.
    const kept = renewed.filter(({ grant, takenMilli }) => takenMilli === 0 || !short.has(grant.variantId));
    await this.grants.write(tx, kept.map(({ grant }) => grant));
    return [...kept.map(({ grant }) => grant), ...renewed.filter(({ grant }) => !kept.some((one) => one.grant.variantId === grant.variantId)).flatMap(({ before }) => before ?? [])];
  }

  /** Answers the variants whose units were gone before they could be taken; those were left out. */
  private async move(tx: Tx, beat: Heartbeat, wanted: StockEntry[], at: Date): Promise<Set<string>> {
    const short = new Set<string>();
    for (let entries = wanted.filter((entry) => entry.quantityMilli > 0); entries.length > 0; entries = entries.filter((entry) => !short.has(entry.variantId))) {
      const result = await this.ledger.apply(tx, { operationId: newId(), causeKind: 'allotment', causeId: beat.registerId, actor: beat.actor, deviceId: beat.deviceId, occurredAt: at.toISOString(), entries });
      if (result.ok) return short;
      for (const shortage of result.refusal.shortages) short.add(shortage.variantId);
    }
    return short;
  }
}

/** Above zero: to the register. Below: back to sale. */
export const entryOf = (grant: { variantId: string; locationId: string; registerId: string }, toRegisterMilli: number): StockEntry => ({
  variantId: grant.variantId, locationId: grant.locationId, registerId: grant.registerId, quantityMilli: Math.abs(toRegisterMilli),
  ...(toRegisterMilli > 0 ? { from: 'sellable' as const, to: 'allotted' as const } : { from: 'allotted' as const, to: 'sellable' as const }),
});
