import type { TestingModule } from '@nestjs/testing';
import { breachesOf, levelKey } from '@oneshelf/domain-inventory';
import type { Result } from '@oneshelf/domain-kernel';
import { newId, type StaffActor, type Transactions, type Tx } from '@oneshelf/platform';
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryModule } from '../inventory.module';
import { differingLots } from '../lots/lot-fold';
import { SerialFoldRepository } from '../serials/serial-fold.repository';
import { StockWorkModule } from '../stock-work.module';
import { giveChannel, giveLocation, giveRegisters, giveStock, giveVariant, unexplainedLevels } from '../testing';
import { WatchedLevelsQuery } from '../watch-stock/watched-levels.query';

type Rivals = Awaited<ReturnType<typeof createRivals>>;
type UseCase<Instance> = abstract new (...given: never[]) => Instance;

/** One of two that want the same: each has the use cases of this lib to itself. */
export class Side {
  constructor(
    private readonly context: TestingModule,
    readonly transactions: Transactions,
  ) {}

  use<Instance>(type: UseCase<Instance>): Instance {
    return this.context.get(type as never, { strict: false });
  }

  write<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return this.transactions.write(work);
  }

  run<Value, Refusal extends { kind: string }>(work: (tx: Tx) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
    return this.transactions.run(work);
  }
}

export interface Duel<Scene> {
  /** Made anew for each moment at which the competitor comes. */
  scene: () => Promise<Scene>;
  victim: (side: Side, scene: Scene) => Promise<unknown>;
  /** Absent: the same, done by somebody else. */
  competitor?: (side: Side, scene: Scene) => Promise<unknown>;
  /** What must be true whoever was first. An answer is what the use case said, or the error that it threw. */
  then: (scene: Scene, answers: { victim: unknown; competitor: unknown }) => Promise<void> | void;
}

/** Where use cases are raced: a competitor comes after each statement of the victim in turn, and waits only for rows. */
export class Arena {
  readonly operations: StaffActor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

  private constructor(
    readonly test: TestDatabase,
    private readonly rivals: Rivals,
    private readonly sides: readonly [Side, Side],
    readonly here: string,
    readonly there: string,
  ) {}

  static async open(): Promise<Arena> {
    const test = await createTestDatabase();
    const [here, there] = [newId(), newId()];
    await giveLocation(test, { id: here, code: 'SOHO', name: 'Soho', kind: 'store' });
    await giveLocation(test, { id: there, code: 'LEEDS', name: 'Leeds', kind: 'store' });
    await giveChannel(test, 'web-gb', [here, there]);
    await giveRegisters(test, here, 2);
    const rivals = await createRivals(test, { imports: [InventoryModule, StockWorkModule] });
    const sides = [new Side(rivals.victim, rivals.interruption.transactions), new Side(rivals.rival, test.transactions)] as const;
    return new Arena(test, rivals, sides, here, there);
  }

  async close(): Promise<void> {
    await this.rivals.close();
    await this.test.drop();
  }

  /** Who sets the scene: nobody races with it. */
  get quiet(): Side {
    return this.sides[1];
  }

  /** A product with so many pieces here. */
  async stocked(units: number, locationId = this.here): Promise<string> {
    const variantId = await giveVariant(this.test, { sku: newId(), title: 'Boot' });
    if (units > 0) await giveStock(this.test, { variantId, locationId }, units * 1000);
    return variantId;
  }

  /** The duel once for each statement of the victim; after them all everything is explained. */
  async duel<Scene>({ scene, victim, competitor = victim, then }: Duel<Scene>): Promise<void> {
    const [first, second] = this.sides;
    await this.rivals.interruption.duel({ scene, victim: (given: Scene) => victim(first, given), competitor: (given: Scene) => competitor(second, given), then });
    await this.explained();
  }

  /** Levels, lots and pieces are the folds of their movements, and what is kept, held or granted is what documents say. */
  private async explained(): Promise<void> {
    const { test } = this;
    expect(await unexplainedLevels(test)).toEqual([]);
    expect(await test.transactions.write((tx) => differingLots(tx))).toEqual([]);
    expect(await test.transactions.write((tx) => new SerialFoldRepository().differing(tx))).toEqual([]);
    const levels = await test.database.selectFrom('stock_level').select(['variant_id', 'location_id']).execute();
    const watched = await new WatchedLevelsQuery().at(test.database, levels.map((row) => ({ variantId: row.variant_id, locationId: row.location_id })));
    expect(watched.flatMap((at) => breachesOf(at).filter(({ rule }) => rule !== 'serials_within_level').map((breach) => [levelKey(at), breach]))).toEqual([]);
  }
}
