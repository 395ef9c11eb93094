import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TaxRateList, TaxTrialAnswer } from '@oneshelf/contracts';
import type { Actor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { PricingHttpModule } from '../pricing-http.module';
import { forgetAll, giveMarket, merchandiser, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  await test.database.deleteFrom('tax_rate').where('valid_from', '>', new Date()).execute();
  await test.database.updateTable('tax_rate').set({ valid_to: null }).execute();
  actor = merchandiser;
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = unknown>(method: 'GET' | 'POST', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const higher = { country: 'GB', taxClass: 'standard', name: 'VAT 22%', ratePpm: 220_000, validFrom: '2099-01-01T00:00:00Z' };
const trial = { country: 'GB', taxClass: 'standard', day: '2026-05-05', amountMinor: 12_000, taxInclusive: true };

it('lists rates by country, class and time, with what can be filtered by', async () => {
  await ask('POST', 'tax-rates', higher);
  const { body } = await ask<TaxRateList>('GET', 'tax-rates?country=GB&taxClass=standard');
  expect(body.items.map(({ name, ratePpm, state }) => [name, ratePpm, state])).toEqual([['VAT 22%', 220_000, 'upcoming'], ['VAT', 200_000, 'running']]);
  expect([body.total, body.countries, body.taxClasses]).toEqual([2, ['GB'], ['standard']]);
  expect((await ask<TaxRateList>('GET', 'tax-rates?when=now')).body.items).toHaveLength(1);
  expect((await ask<TaxRateList>('GET', 'tax-rates?country=DE')).body.items).toEqual([]);
});

it('adds a rate to come, ends the one before it then, publishes it and writes it down', async () => {
  const books = app.get(LoadPriceBook);
  const before = await books.run('GB');
  expect((await ask('POST', 'tax-rates', higher)).status).toBe(201);
  const after = await books.run('GB');
  expect([before.taxRates.length, after.taxRates.length, before.version === after.version]).toEqual([1, 2, false]);
  expect(after.taxRates.map(({ rateBasisPoints, validTo }) => [rateBasisPoints, validTo])).toEqual([[2000, '2099-01-01T00:00:00.000Z'], [2200, null]]);
  const [entry] = await test.database.selectFrom('audit_entry').selectAll().where('subject', '=', 'tax_rate').execute();
  expect(entry).toMatchObject({ action: 'create', after: expect.objectContaining({ ratePpm: 220_000 }), before: expect.objectContaining({ ratePpm: 200_000 }) });
});

it('refuses a rate in the past, one before a later one, and who may not', async () => {
  expect(await ask('POST', 'tax-rates', { ...higher, validFrom: '2020-01-01T00:00:00Z' })).toMatchObject({ status: 422 });
  await ask('POST', 'tax-rates', higher);
  expect(await ask('POST', 'tax-rates', { ...higher, validFrom: '2098-01-01T00:00:00Z' })).toMatchObject({ status: 409 });
  actor = staffWith('associate');
  expect(await ask('POST', 'tax-rates', { ...higher, validFrom: '2100-01-01T00:00:00Z' })).toMatchObject({ status: 403 });
});

it('keeps places and layers apart', async () => {
  await ask('POST', 'tax-rates', { ...higher, name: 'Shetland', ratePpm: 12_500, postcodes: [{ from: 'ZE', to: 'ZE' }], layer: 'islands' });
  const { body } = await ask<TaxRateList>('GET', 'tax-rates?country=GB');
  expect(body.items.map(({ name, validTo }) => [name, validTo])).toEqual([['Shetland', null], ['VAT', null]]);
  const onIslands = (await ask<TaxTrialAnswer>('POST', 'tax-rates/try', { ...trial, day: '2099-06-01', postcode: 'ZE1 0AA', amountMinor: 10_000, taxInclusive: false })).body;
  expect([onIslands.grossMinor, onIslands.taxes.map(({ rate, taxMinor }) => [rate.name, taxMinor])]).toEqual([12_125, [['VAT', 2000], ['Shetland', 125]]]);
});

it('tries a sale: rate, where it comes from, and the sum', async () => {
  const { status, body } = await ask<TaxTrialAnswer>('POST', 'tax-rates/try', trial);
  expect(status).toBe(200);
  expect(body).toMatchObject({ netMinor: 10_000, taxMinor: 2000, grossMinor: 12_000, taxes: [{ taxMinor: 2000, rate: { name: 'VAT', ratePpm: 200_000, validFrom: '2011-01-04T00:00:00.000Z' } }] });
  expect(await ask('POST', 'tax-rates/try', { ...trial, day: '2001-01-01' })).toMatchObject({ status: 422, body: { detail: expect.stringContaining('no rate for standard in GB') } });
});
