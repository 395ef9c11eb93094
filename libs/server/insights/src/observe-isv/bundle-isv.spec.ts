import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IsvVariant } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { giveBundle, giveStock } from '@oneshelf/server-inventory/testing';
import { InsightsHttpModule } from '../insights-http.module';
import { type Chain, openChain } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: Chain;
let set: string;
const actor: Actor = { kind: 'staff', id: newId(), name: 'Hannah', email: 'h@x.example', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  set = await giveBundle(test, { sku: 'SET', components: [{ variantId: chain.jacket, quantityMilli: 1000 }, { variantId: chain.socks, quantityMilli: 2000 }] });
  await giveStock(test, { variantId: chain.jacket, locationId: chain.soho }, 9000);
  await giveStock(test, { variantId: chain.socks, locationId: chain.soho }, 7000);
  await test.database.insertInto('listing').values({ id: newId(), channel_code: 'amazon-gb', variant_id: set, external_sku: 'SET', acknowledged_units: 2, wanted_version: 1, pushed_version: 1 }).execute();
  app = await createTestApp(test, { imports: [InsightsHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const explained = async () => (await app.inject({ method: 'GET', url: `/api/isv/variants/${set}`, headers: signedIn })).json<IsvVariant>();

describe('ISV of a bundle', () => {
  it('is worked out from its components, and names the one that limits it', async () => {
    const answer = await explained();
    expect(answer.components).toEqual([{ variantId: chain.jacket, sku: 'JACKET', title: expect.stringContaining('Ridge jacket'), quantityMilli: 1000 }, { variantId: chain.socks, sku: 'SOCKS', title: expect.any(String), quantityMilli: 2000 }]);
    // Three sets are there; a tenth is withheld: two are shown.
    expect(answer.channels).toMatchObject([{ exposedUnits: 2, whole: { physicalMilli: 3000, totalMilli: 0, isvBasisPoints: 0 }, places: [{ locationId: chain.soho, physicalMilli: 3000, limitedBy: chain.socks }] }]);
  });

  it('differs where the channel shows more of it than the components make', async () => {
    await test.database.updateTable('listing').set({ acknowledged_units: 3, wanted_version: 2 }).where('variant_id', '=', set).execute();
    expect((await explained()).channels).toMatchObject([{ whole: { physicalMilli: 3000, lagMilli: 1000, isvBasisPoints: 3333 } }]);
  });
});
