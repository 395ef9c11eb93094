import { newId, system, Transactions } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
import { buckets } from '@oneshelf/domain-inventory';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
import { RegisterGrantRepository } from './grant-to-register/register-grant.repository';
import { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
import { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
import { ReservationRepository } from './reservation.repository';
import { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from './return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
import { SoldRecipeRepository } from './sold-recipe.repository';
import { StockLedgerRepository } from './stock-ledger.repository';

/** Only this module corrects stock; the tests of others do it to set their scene. */
export { AdjustStockUseCase };

export const AT = '2026-11-21T10:00:00.000Z';
export const tester = system('tester');

/** Stock where nothing is a bundle, and no recipe is read. */
class NoBundles extends BundleRecipes {
  constructor() {
    super(undefined as never);
  }
  override of = () => Promise.resolve(new Map<string, never>());
  override all = () => Promise.resolve(new Map<string, never>());
  override containing = () => Promise.resolve([]);
}

export const noBundles: BundleRecipes = new NoBundles();

/** The use cases of this lib, wired by hand: they need nothing but a transaction. */
export function stockUseCases(recipes = noBundles) {
  const ledger = new StockLedgerRepository();
  const [reservations, sold] = [new ReservationRepository(), new SoldRecipeRepository()];
  return {
    ledger,
    reserve: new ReserveStockUseCase(ledger, recipes, sold),
    release: new ReleaseStockUseCase(ledger, reservations),
    moveReservation: new MoveReservationUseCase(ledger, reservations),
    fulfil: new FulfilStockUseCase(ledger, reservations),
    sell: new SellAtCounterUseCase(ledger, new RegisterGrantRepository(), reservations, recipes, sold),
    takeBack: new ReturnStockUseCase(ledger, sold),
    adjust: new AdjustStockUseCase(ledger),
  };
}

/** Puts opening stock where a test wants it, through the ledger. */
export async function giveStock(test: Pick<TestDatabase, 'transactions'>, at: { variantId: string; locationId: string }, quantityMilli: number): Promise<void> {
  const { adjust } = stockUseCases();
  const input = { adjustmentId: newId(), locationId: at.locationId, lines: [{ variantId: at.variantId, deltaMilli: quantityMilli }], reason: 'opening stock of the test', actor: tester, occurredAt: AT, causeKind: 'opening' as const };
  const result = await test.transactions.run((tx) => adjust.run(tx, input));
  if (!result.ok) throw new Error(`The test's stock was refused: ${result.refusal.kind}`);
}

/** The level as numbers, without its version; null when there is none. */
export async function levelOf(test: Pick<TestDatabase, 'database'>, at: { variantId: string; locationId: string }) {
  const row = await test.database.selectFrom('stock_level').selectAll().where('variant_id', '=', at.variantId).where('location_id', '=', at.locationId).executeTakeFirst();
  return row ? { sellable: row.sellable_milli, committed: row.committed_milli, override: row.override_milli, refurbish: row.refurbish_milli, quarantine: row.quarantine_milli, damaged: row.damaged_milli } : null;
}

/** Every level that its movements do not explain, in any bucket. Empty: the ledger and its fold agree. */
export async function unexplainedLevels(test: Pick<TestDatabase, 'database'>): Promise<unknown[]> {
  const { rows } = await sql`
    WITH folded AS (
      SELECT variant_id, location_id, bucket, sum(quantity)::int8 AS quantity FROM (
        SELECT variant_id, location_id, to_bucket AS bucket, quantity_milli AS quantity FROM stock_movement
        UNION ALL SELECT variant_id, location_id, from_bucket, -quantity_milli FROM stock_movement) m
      WHERE bucket = ANY(${[...buckets]}::text[]) GROUP BY 1, 2, 3),
    shown AS (
      SELECT variant_id, location_id, b.bucket, b.quantity FROM stock_level, LATERAL (VALUES
        ${sql.join(buckets.map((bucket) => sql`(${sql.lit(bucket)}, ${sql.ref(`${bucket}_milli`)} ${bucket === 'sellable' ? sql`+ held_milli` : sql``})`))}) AS b (bucket, quantity))
    SELECT * FROM folded FULL JOIN shown USING (variant_id, location_id, bucket)
    WHERE coalesce(folded.quantity, 0) <> coalesce(shown.quantity, 0)`.execute(test.database);
  return rows;
}

/** Transactions that count their statements (BEGIN and COMMIT aside). */
export function countingTransactions(test: Pick<TestDatabase, 'database'>): { transactions: Transactions; statements: () => number } {
  let count = 0;
  const counter = {
    transformQuery: <Node>({ node }: { node: Node }) => {
      count += 1;
      return node;
    },
    transformResult: <QueryResult>({ result }: { result: QueryResult }) => Promise.resolve(result),
  };
  return { transactions: new Transactions(test.database.withPlugin(counter)), statements: () => count };
}

/** A location in market GB, written where the organisation keeps it. */
export async function giveLocation(test: Pick<TestDatabase, 'database'>, { id, code, name, kind }: { id: string; code: string; name: string; kind: 'store' | 'warehouse' }): Promise<void> {
  const place = { market_code: 'GB', country: 'GB', time_zone: 'Europe/London', latitude: 51.5, longitude: -0.1, can_ship: true, can_pickup: kind === 'store' };
  await test.database.insertInto('location').values({ id, code, name, kind, ...place, address: JSON.stringify({ lines: ['1 High Street'], city: 'London', postalCode: 'W1' }) }).execute();
}

/** A web channel of market GB that is sent from these places. */
export async function giveChannel({ database }: Pick<TestDatabase, 'database'>, code: string, locationIds: readonly string[]): Promise<void> {
  await database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await database.insertInto('channel').values({ code, name: code, kind: 'web', market_code: 'GB' }).execute();
  await database.insertInto('channel_location').values(locationIds.map((location_id) => ({ channel_code: code, location_id }))).execute();
}

export async function giveRegisters({ database }: Pick<TestDatabase, 'database'>, locationId: string, count: number): Promise<void> {
  await database.insertInto('register').values(Array.from({ length: count }, (_, index) => ({ id: newId(), location_id: locationId, number: index + 1, name: `Till ${index + 1}` }))).execute();
}

/** A product of one variant, written where the catalogue keeps it. Answers the variant's id. */
export async function giveVariant(test: Pick<TestDatabase, 'database'>, { sku, title, barcode, trackedBy = 'none' }: { sku: string; title: string; barcode?: string; trackedBy?: 'none' | 'lot' | 'serial' }): Promise<string> {
  const [id, productId] = [newId(), newId()];
  await test.database.insertInto('product').values({ id: productId, handle: sku.toLowerCase(), title, option_names: [] }).execute();
  await test.database.insertInto('variant').values({ id, product_id: productId, sku, option_values: [], tracked_by: trackedBy }).execute();
  if (barcode) await test.database.insertInto('barcode').values({ code: barcode, variant_id: id }).execute();
  return id;
}

/** A bundle or kit of these components, written where the catalogue keeps it. Answers its id. */
export async function giveBundle(test: Pick<TestDatabase, 'database'>, { sku, kind = 'bundle', components }: { sku: string; kind?: 'bundle' | 'kit'; components: readonly { variantId: string; quantityMilli: number }[] }): Promise<string> {
  const id = await giveVariant(test, { sku, title: sku });
  await test.database.updateTable('variant').set({ kind }).where('id', '=', id).execute();
  await giveRecipe(test, id, components);
  return id;
}

/** From now on the bundle is made of these; a new `BundleRecipes` reads it at once. */
export async function giveRecipe(test: Pick<TestDatabase, 'database'>, bundleId: string, components: readonly { variantId: string; quantityMilli: number }[]): Promise<void> {
  await test.database.deleteFrom('bundle_component').where('bundle_id', '=', bundleId).execute();
  await test.database.insertInto('bundle_component').values(components.map((component, position) => ({ bundle_id: bundleId, variant_id: component.variantId, quantity_milli: component.quantityMilli, position }))).execute();
}
