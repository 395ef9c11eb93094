// Orders of a marketplace come twice, and while others want the same unit: after each statement.
import { newId } from '@oneshelf/platform';
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { AT, giveLocation, giveStock, giveVariant, levelOf, stockUseCases, tester, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import type { AmazonSimulator } from '@oneshelf/simulators';
import { RateBucketRepository } from './amazon/rate-bucket.repository';
import { MarketplaceJobsModule } from './marketplace-jobs.module';
import { TakeAmazonOrderUseCase } from './take-amazon-orders/take-amazon-order.use-case';
import { buy, changeOrder, giveAmazonChannels, giveListing, startAmazon } from './testing';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let simulator: AmazonSimulator;
let rivals: Awaited<ReturnType<typeof createRivals>>;
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase({ AMAZON_NOTIFICATION_SECRET: 'secret-of-the-test' });
  simulator = await startAmazon(test);
  await giveLocation(test, { id: locationId, code: 'S01', name: 'Soho', kind: 'store' });
  await giveAmazonChannels(test, [locationId]);
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await test.database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT 20 %', rate_basis_points: 2000, valid_from: '2020-01-01T00:00:00Z' }).execute();
  // Each moment asks again; the pace of Amazon is not what is tried here.
  jest.spyOn(RateBucketRepository.prototype, 'take').mockResolvedValue();
  rivals = await createRivals(test, { imports: [MarketplaceJobsModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await simulator.stop();
  await test.drop();
});

async function bought(status: 'PENDING' | 'UNSHIPPED') {
  const sku = newId();
  const variantId = await giveVariant(test, { sku, title: 'Boot' });
  await giveListing(test, simulator, { sku, variantId });
  await giveStock(test, { variantId, locationId }, 1000);
  const { orderId } = await buy(simulator, { lines: [{ sku, quantity: 1, unitPrice: '24.50' }], status, force: true });
  return { variantId, orderId };
}
const take = (on: TestingModule, { orderId }: { orderId: string }) => on.get(TakeAmazonOrderUseCase, { strict: false }).run('amazon', orderId);
const reserve = ({ variantId }: { variantId: string }) => test.transactions.run((tx) => stockUseCases().reserve.run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), variantId, locationId, quantityMilli: 1000 }], actor: tester, occurredAt: AT }));
const level = (variantId: string) => levelOf(test, { variantId, locationId });

describe('race: an order of Amazon', () => {
  it('that two workers take is kept once', () => rivals.interruption.duel({
    scene: () => bought('UNSHIPPED'), victim: (order) => take(rivals.victim, order), competitor: (order) => take(rivals.rival, order),
    then: async ({ variantId, orderId }) => {
      expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 });
      expect(await test.database.selectFrom('sales_order').select('id').where('external_id', '=', orderId).execute()).toHaveLength(1);
    },
  }));

  it('of the last unit and an order of the shop: one has it', () => rivals.interruption.duel({
    scene: () => bought('UNSHIPPED'), victim: (order) => take(rivals.victim, order), competitor: reserve,
    then: async ({ variantId }, { victim, competitor }) => {
      expect(victim instanceof Error).toBe((competitor as { ok: boolean }).ok);
      expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 });
    },
  }));

  it('that waits for its payment keeps its unit while it becomes an order, whoever asks for it meanwhile', () => rivals.interruption.duel({
    scene: async () => {
      const order = await bought('PENDING');
      await take(rivals.rival, order);
      await changeOrder(simulator, order.orderId, 'UNSHIPPED');
      return order;
    },
    victim: (order) => take(rivals.victim, order), competitor: reserve,
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 }),
  }));

  it('that is cancelled while it is taken again lets its unit go once', () => rivals.interruption.duel({
    scene: async () => {
      const order = await bought('UNSHIPPED');
      await take(rivals.rival, order);
      await changeOrder(simulator, order.orderId, 'CANCELLED');
      return order;
    },
    victim: (order) => take(rivals.victim, order), competitor: (order) => take(rivals.rival, order),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 1000, committed: 0 }),
  }));
});
