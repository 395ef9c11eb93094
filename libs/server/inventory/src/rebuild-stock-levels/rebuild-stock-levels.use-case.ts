import { Injectable } from '@nestjs/common';
import { type Actor, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { type SerialDifference, SerialFoldRepository } from '../serials/serial-fold.repository';
import { type LevelDifference, LevelFoldRepository, type LevelPlace } from './level-fold.repository';

export interface RebuildInput {
  /** Only look and report. */
  dryRun: boolean;
  actor: Actor;
}

/** Levels that one transaction repairs: few enough that whoever waits for one of them does not notice. */
const BATCH = 200;

/**
 * Folds every movement again, compares with the levels, and repairs the levels: the movements are the truth. Beside the
 * levels it puts each piece with a serial to where its last movement took it, and compares reservations with what is committed; those it only reports, because an order decides them.
 * The shops go on meanwhile: looking sees one instant, and a repair holds few levels for a moment.
 */
@Injectable()
export class RebuildStockLevelsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly folds: LevelFoldRepository,
    private readonly serials: SerialFoldRepository,
  ) {}

  /** What differed when it looked; what was wrong is repaired in transactions of their own, each with its audit row. */
  async run({ dryRun, actor }: RebuildInput): Promise<{ levels: number; differences: LevelDifference[]; repaired: number; serials: SerialDifference[] }> {
    const { levels, reserved, count, serials } = await this.transactions.write(async (tx) => ({ levels: await this.folds.differing(tx), reserved: await this.folds.differingReservations(tx), count: await this.folds.count(tx), serials: await this.serials.differing(tx) }));
    let repaired = 0;
    const places = dryRun ? [] : placesOf(levels);
    for (let from = 0; from < places.length; from += BATCH) {
      const batch = places.slice(from, from + BATCH);
      repaired += await this.transactions.write((tx) => this.repair(tx, batch, { levels, actor }));
    }
    for (let from = 0; !dryRun && from < serials.length; from += BATCH) await this.transactions.write((tx) => this.repairSerials(tx, serials.slice(from, from + BATCH), actor));
    return { levels: count, differences: [...levels, ...reserved], repaired, serials };
  }

  private async repairSerials(tx: Tx, found: SerialDifference[], actor: Actor): Promise<void> {
    const repaired = await this.serials.repair(tx, found);
    if (repaired > 0) await recordAudit(tx, { actor, action: 'rebuild', subject: 'stock_serial', subjectId: 'all', after: { differences: found.slice(0, 100), count: found.length, repaired } });
  }

  private async repair(tx: Tx, batch: LevelPlace[], { levels, actor }: { levels: LevelDifference[]; actor: Actor }): Promise<number> {
    const repaired = await this.folds.repair(tx, batch);
    const [first, last] = [batch[0], batch.at(-1)];
    const found = levels.filter((one) => first && last && keyOf(one) >= keyOf(first) && keyOf(one) <= keyOf(last));
    if (repaired > 0) await recordAudit(tx, { actor, action: 'rebuild', subject: 'stock_level', subjectId: 'all', after: { differences: found.slice(0, 100), count: found.length, repaired } });
    return repaired;
  }
}

const keyOf = ({ variantId, locationId }: LevelPlace): string => `${variantId} ${locationId}`;

/** Each level once, in the order in which levels are locked. */
const placesOf = (differences: readonly LevelDifference[]): LevelPlace[] =>
  [...new Map(differences.map((one) => [keyOf(one), { variantId: one.variantId, locationId: one.locationId }])).values()];
