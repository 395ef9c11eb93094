import { Inject, Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { breachesOf } from '@oneshelf/domain-inventory';
import { LOGGER, publish, Transactions, type Tx } from '@oneshelf/platform';
import type { Logger } from 'pino';
import { StockBreachRepository } from './stock-breach.repository';
import { StockWatchRepository } from './stock-watch.repository';
import { type Place, WatchedLevelsQuery } from './watched-levels.query';

/** A turn looks at so many levels: some milliseconds of the database, so that the watch can stay on. */
const PER_TURN = { moved: 500, round: 250 };
/** And one that a person asked for. */
const PER_LOOK = 1000;

export interface LookResult {
  levels: number;
  breaches: number;
  /** False: more of the round is left. */
  isRoundOver: boolean;
}

/**
 * Looks whether levels are explained by their movements, holds, reservations and grants: those that moved since the last look, and
 * in rounds all others. What is not explained becomes a breach, which stops what others are told of the product and
 * waits on Today; a sale is never stopped.
 */
@Injectable()
export class WatchStockUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly watched: WatchedLevelsQuery,
    private readonly breaches: StockBreachRepository,
    private readonly watch: StockWatchRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One turn of the watch. Null: another worker has it. Statements: 5. */
  run(): Promise<LookResult | null> {
    return this.transactions.write(async (tx) => {
      const turn = await this.watch.next(tx, PER_TURN);
      if (!turn) return null;
      const breaches = await this.look(tx, turn.places, 'the watch');
      const isRoundOver = turn.round.length < PER_TURN.round;
      await this.watch.advance(tx, turn, isRoundOver);
      return { levels: turn.places.length, breaches, isRoundOver };
    });
  }

  /** The levels behind this one, or the first: for who wants to know now. `next` null: that was all. */
  lookBehind(after: Place | null, by: string): Promise<{ levels: number; breaches: number; next: Place | null }> {
    return this.transactions.write(async (tx) => {
      const places = await this.watch.following(tx, after, PER_LOOK);
      const breaches = await this.look(tx, places, by);
      return { levels: places.length, breaches, next: places.length < PER_LOOK ? null : (places.at(-1) ?? null) };
    });
  }

  /** Looks at these levels now. Answers how many breaches they have. What ended is told to marketplaces again. */
  async look(tx: Tx, places: readonly Place[], by: string): Promise<number> {
    const found = (await this.watched.at(tx, places)).flatMap((at) => breachesOf(at).map((breach) => ({ ...breach, variantId: at.variantId, locationId: at.locationId })));
    const { opened, endedVariantIds } = await this.breaches.keep(tx, { places, found, by });
    if (opened > 0) this.logger.error({ breaches: found.slice(0, 10), opened }, 'stock levels are not what their movements make them');
    const [first] = endedVariantIds;
    if (first !== undefined) await publish(tx, { type: StockChanged, key: first, payload: { variantIds: endedVariantIds, causeKind: 'explained', causeId: first } });
    return found.length;
  }
}
