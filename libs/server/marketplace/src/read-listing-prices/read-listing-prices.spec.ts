import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import type { AmazonSimulator } from '@oneshelf/simulators';
import { MarketplaceModule } from '../marketplace.module';
import { control, giveAmazonChannels, giveListing, startAmazon } from '../testing';
import { ReadListingPricesUseCase } from './read-listing-prices.use-case';

const NOON = new Date('2026-11-22T12:00:00Z');
let test: TestDatabase;
let simulator: AmazonSimulator;
let context: TestingModule;

beforeAll(async () => {
  test = await createTestDatabase();
  simulator = await startAmazon(test);
  await giveAmazonChannels(test, [newId()]);
  context = await createTestContext(test, { imports: [MarketplaceModule] });
});
afterAll(async () => {
  await context.close();
  await simulator.stop();
  await test.drop();
});

const read = (hours = 0) => context.get(ReadListingPricesUseCase, { strict: false }).run(new Date(NOON.getTime() + hours * 3_600_000));
const shown = async (id: string) => test.database.selectFrom('listing').select(['shown_price_minor', 'shown_price_currency', 'price_failure']).where('id', '=', id).executeTakeFirstOrThrow();
const listed = (sku: string, more: { price?: { value: number; currency: string }; unknownThere?: boolean } = {}) => giveListing(test, simulator, { sku, variantId: newId(), ...more });

describe('reading the prices that Amazon asks', () => {
  it('notes each with its currency, and none where the listing names none', async () => {
    const [jacket, socks] = [await listed('JACKET', { price: { value: 40.1, currency: 'GBP' } }), await listed('SOCKS')];
    expect(await read()).toEqual({ read: 2 });
    expect(await shown(jacket)).toEqual({ shown_price_minor: 4010, shown_price_currency: 'GBP', price_failure: null });
    expect(await shown(socks)).toEqual({ shown_price_minor: null, shown_price_currency: null, price_failure: null });
    expect([await read(), await read(7)]).toEqual([{ read: 0 }, { read: 2 }]);
  });

  it('says why one could not be read and goes on; in an outage the last price stays', async () => {
    const gone = await listed('GONE', { unknownThere: true });
    const hat = await listed('HAT', { price: { value: 12, currency: 'GBP' } });
    await read();
    expect((await shown(gone)).price_failure).toContain('GONE');
    expect((await shown(hat)).shown_price_minor).toBe(1200);
    await control(simulator, { failRate: 1, failWhen: 'before' });
    expect(await read(14)).toEqual({ read: 0 });
    await control(simulator, { failRate: 0, failWhen: 'both' });
    expect((await shown(hat)).shown_price_minor).toBe(1200);
  });
});
