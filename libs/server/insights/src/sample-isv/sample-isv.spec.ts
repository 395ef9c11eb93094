import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveStock, stockUseCases } from '@oneshelf/server-inventory/testing';
import { InsightsModule } from '../insights.module';
import { type Chain, openChain, tester } from '../testing';
import { TodayQuery } from '../today/today.query';
import { SampleIsvUseCase } from './sample-isv.use-case';

let test: TestDatabase;
let context: TestingModule;
let chain: Chain;
const { adjust } = stockUseCases();

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  context = await createTestContext(test, { imports: [InsightsModule] });
  const listing = (variantId: string, sku: string, acknowledged: number, wanted: number) => ({ id: newId(), channel_code: 'amazon-gb', variant_id: variantId, external_sku: sku, acknowledged_units: acknowledged, wanted_version: wanted, pushed_version: 1 });
  await test.database.insertInto('listing').values([listing(chain.jacket, 'JACKET', 9, 1), listing(chain.socks, 'SOCKS', 9, 2)]).execute();
  await giveStock(test, { variantId: chain.jacket, locationId: chain.soho }, 10_000);
  await giveStock(test, { variantId: chain.socks, locationId: chain.soho }, 5000);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const samples = () => test.database.selectFrom('isv_sample').select(['variant_id', 'isv_basis_points', 'lag_milli', 'failed_push_milli', 'buffer_milli', 'miscount_milli', 'shrink_milli']).where('location_id', 'is', null).where('is_day', '=', false).orderBy('at').orderBy('variant_id').execute();

describe('samples of ISV', () => {
  it('keep what differs with why, and Today names what is above the threshold', async () => {
    const now = new Date();
    const sample = context.get(SampleIsvUseCase, { strict: false });
    // The jacket shows 9 of 10 with a tenth withheld: it agrees. The socks should show 4 and still show 9: a push waits.
    expect(await sample.run(now)).toEqual({ kept: 1 });
    expect(await samples()).toEqual([{ variant_id: chain.socks, isv_basis_points: 10_000, lag_milli: 5000, failed_push_milli: 0, buffer_milli: 0, miscount_milli: 0, shrink_milli: 0 }]);
    const { concerns } = await context.get(TodayQuery, { strict: false }).run(now);
    expect(concerns.find(({ kind }) => kind === 'isv_alarms')).toMatchObject({ count: 1, rows: [{ subject: 'SOCKS', place: 'amazon-gb', reason: 'isv_lag', href: `/stock/isv/${chain.socks}` }] });
  });

  it('name what was lost in the period, and let go of what is old', async () => {
    await test.database.updateTable('listing').set({ acknowledged_units: 7 }).where('variant_id', '=', chain.jacket).execute();
    await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId: chain.soho, lines: [{ variantId: chain.jacket, deltaMilli: -2000 }], reason: 'stolen', actor: tester, occurredAt: AT }));
    const later = new Date(Date.now() + 63 * 86_400_000);
    await context.get(SampleIsvUseCase, { strict: false }).run(later);
    expect((await samples()).filter((sample) => sample.variant_id === chain.jacket)).toMatchObject([{ shrink_milli: 2000, lag_milli: 0, miscount_milli: 0 }]);
    expect((await samples()).filter((sample) => sample.variant_id === chain.socks)).toHaveLength(1);
    const days = await test.database.selectFrom('isv_sample').select(['variant_id', 'location_id', 'sample_count', 'variance_milli', 'lag_milli', 'isv_basis_points']).where('is_day', '=', true).orderBy('location_id').execute();
    expect(days).toEqual([chain.soho, null].map((location_id) => ({ variant_id: chain.socks, location_id, sample_count: 1, variance_milli: 5000, lag_milli: 5000, isv_basis_points: 10_000 })));
  });
});
