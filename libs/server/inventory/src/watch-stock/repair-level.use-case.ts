import { Injectable } from '@nestjs/common';
import { breachesOf, buckets, explainedLevel } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { repairLots } from '../lots/lot-fold';
import { type Place, WatchedLevelsQuery } from './watched-levels.query';
import { WatchStockUseCase } from './watch-stock.use-case';

/** What is reserved and not committed is an order's affair, what is granted and not set aside a register's: no level can put it right. */
export type RepairLevelRefusal = { kind: 'order_decides'; committedMilli: number; reservedMilli: number } | { kind: 'register_decides'; allottedMilli: number; grantedMilli: number };

/** One level is put to what its movements and holds make it: the movements are the truth. */
@Injectable()
export class RepairLevelUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly watched: WatchedLevelsQuery,
    private readonly watch: WatchStockUseCase,
  ) {}

  /** Waits for who writes the level now, then nobody writes it until this is done. An explained level is left as it is. */
  run(actor: Actor, place: Place): Promise<Result<{ isChanged: boolean }, RepairLevelRefusal>> {
    return this.transactions.run<{ isChanged: boolean }, RepairLevelRefusal>(async (tx) => {
      await sql`INSERT INTO stock_level (variant_id, location_id) VALUES (${place.variantId}, ${place.locationId}) ON CONFLICT DO NOTHING`.execute(tx);
      await tx.selectFrom('stock_level').select('version').where('variant_id', '=', place.variantId).where('location_id', '=', place.locationId).forUpdate().executeTakeFirstOrThrow();
      const [before] = await this.watched.at(tx, [place]);
      if (!before) return ok({ isChanged: false });
      const wanted = explainedLevel(before);
      if (wanted.committed !== before.reservedMilli) return refuse({ kind: 'order_decides', committedMilli: wanted.committed, reservedMilli: before.reservedMilli });
      if (wanted.allotted !== before.grantedMilli) return refuse({ kind: 'register_decides', allottedMilli: wanted.allotted, grantedMilli: before.grantedMilli });
      // Which serials are too many only a count can say.
      const wrong = breachesOf(before).filter(({ rule }) => rule !== 'serials_within_level');
      if (wrong.length > 0) await put(tx, place, wanted);
      if (wrong.some(({ rule }) => rule === 'lots_are_fold')) await repairLots(tx, [place]);
      if (wrong.length > 0) await recordAudit(tx, { actor, action: 'repair', subject: 'stock_level', subjectId: place.variantId, locationId: place.locationId, after: { breaches: wrong } });
      await this.watch.look(tx, [place], actor.name);
      return ok({ isChanged: wrong.length > 0 });
    });
  }
}

async function put(tx: Tx, { variantId, locationId }: Place, wanted: ReturnType<typeof explainedLevel>): Promise<void> {
  const columns = [...buckets, 'held', 'override'] as const;
  await sql`UPDATE stock_level SET ${sql.join(columns.map((name) => sql`${sql.ref(`${name}_milli`)} = ${wanted[name]}`))}, version = version + 1
    WHERE variant_id = ${variantId} AND location_id = ${locationId}`.execute(tx);
}
