import { Test, type TestingModule } from '@nestjs/testing';
import { type Actor, type Database, DATABASE, type DeviceActor, newId, PlatformModule, type StaffActor, Transactions } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryModule } from '../inventory.module';
import { StockWorkModule } from '../stock-work.module';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { giveBundle, giveChannel, giveLocation, giveRegisters, giveVariant } from '../testing';
import { MILLI } from './milli';
import { BUNDLE, KIT, KIT_OF, Model } from './model';
import { Mortality, MortalTransactions } from './mortality';

/** The channel that promises what is not there; both places send for it. */
export const CHANNEL = 'web-gb';
/** What a counter sells of each product in 28 days: enough that its tills want units of their own. */
const SOLD_MILLI = 2_000_000;

/** The real thing beside the model: the use cases of this lib on a database of their own, in a process that may die. */
export class World {
  readonly operations: StaffActor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

  private constructor(
    readonly test: TestDatabase,
    readonly mortality: Mortality,
    readonly transactions: Transactions,
    readonly locationIds: readonly string[],
    private readonly context: TestingModule,
  ) {}

  static async open(): Promise<World> {
    const test = await createTestDatabase();
    const mortality = new Mortality();
    const mortal = test.database.withPlugin(mortality);
    const transactions = new MortalTransactions(mortal, mortality);
    const locationIds = [newId(), newId()];
    for (const [index, id] of locationIds.entries()) await giveLocation(test, { id, code: `PLACE-${index}`, name: `Place ${index}`, kind: 'store' });
    await giveChannel(test, CHANNEL, locationIds);
    await giveRegisters(test, locationIds[0] as string, 2);
    const context = await Test.createTestingModule({ imports: [PlatformModule.forProcess('test', test.config), InventoryModule, StockWorkModule] })
      .overrideProvider(DATABASE).useValue(mortal).overrideProvider(Transactions).useValue(transactions).compile();
    await context.init();
    return new World(test, mortality, transactions, locationIds, context);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.test.drop();
  }

  /** Reads past the process that may die. */
  get database(): Database {
    return this.test.database;
  }

  use<UseCase>(type: abstract new (...given: never[]) => UseCase): UseCase {
    return this.context.get(type as never, { strict: false });
  }

  /** A till of a place; a register of nobody else's. */
  device(registerId: string, place: number): DeviceActor & Actor {
    return { kind: 'device', id: registerId, name: 'Till', registerId, locationId: this.locationIds[place] as string, epoch: 1 };
  }

  /** Products that nobody has touched, and the model that knows nothing of them yet. */
  async begin(): Promise<Model> {
    const skus = [newId(), newId(), newId()];
    const plain = await Promise.all(skus.slice(0, KIT).map((sku) => giveVariant(this.test, { sku, title: 'Boot' })));
    const madeOf = (parts: typeof KIT_OF | typeof BUNDLE) => parts.map(({ variant, each }) => ({ variantId: plain[variant] as string, quantityMilli: each * MILLI }));
    const variantIds = [...plain, await giveBundle(this.test, { sku: skus[KIT] as string, kind: 'kit', components: madeOf(KIT_OF) })];
    const bundleId = await giveBundle(this.test, { sku: newId(), components: madeOf(BUNDLE) });
    this.use(BundleRecipes).forget();
    const [lotVariantId, serialVariantId] = await Promise.all([0, 1].map(() => giveVariant(this.test, { sku: newId(), title: 'Told apart' }))) as [string, string];
    await this.database.deleteFrom('lane_demand').execute();
    await this.database.insertInto('lane_demand').values(plain.map((variant_id) => ({ location_id: this.locationIds[0] as string, variant_id, sold_milli: SOLD_MILLI, noted_at: new Date() }))).execute();
    return new Model({ variantIds, skus, locationIds: this.locationIds, bundleId, lotVariantId, serialVariantId });
  }
}
