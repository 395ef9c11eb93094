import type { TestingModule } from '@nestjs/testing';
import { PricesImported } from '@oneshelf/contracts';
import { newId, publish } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingJobsModule } from '../pricing-jobs.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, versionsOf } from '../testing';

let test: TestDatabase;
let context: TestingModule;
let boot = '';

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  context = await createTestContext(test, { imports: [PricingJobsModule] });
});
beforeEach(async () => {
  await forgetAll(test);
  boot = await giveVariant(test, { sku: 'BOOT' });
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const imported = (currency = 'GBP', amountMinor = 9000) =>
  test.transactions.write((tx) => publish(tx, { type: PricesImported, key: 'GB', payload: { importId: newId(), marketCode: 'GB', currency, prices: [{ variantId: boot, amountMinor }] } }));

it('writes the prices into the draft of the base book, once however often the event comes', async () => {
  await giveBook(test, { code: 'a-web', channelCode: 'web-gb' });
  await giveBook(test, { code: 'b-black-friday', priority: 50 });
  const base = await giveBook(test, { code: 'c-list' });
  await imported();
  await runEvents(context, test.database);
  await test.database.updateTable('outbox_event').set({ relayed_at: null }).execute();
  await runEvents(context, test.database);
  expect(await versionsOf(test, base)).toEqual([[1, 'draft']]);
  expect(await test.database.selectFrom('price_book_version').select(['book_id', 'revision', 'author_name']).execute()).toEqual([{ book_id: base, revision: 2, author_name: 'Import' }]);
  expect(await test.database.selectFrom('price_draft_change').select(['variant_id', 'amount_minor', 'changed_by']).execute()).toEqual([{ variant_id: boot, amount_minor: 9000, changed_by: 'Import' }]);
  expect(await test.database.selectFrom('price').selectAll().execute()).toEqual([]);
});

it('fails with a sentence where the market has no base book in the currency, and takes the prices on a retry', async () => {
  const base = await giveBook(test, { code: 'gb-list' });
  await imported('EUR');
  const before = await everythingOf(test);
  await expect(runEvents(context, test.database)).rejects.toThrow(/^Market GB has no price book in EUR for all its channels and stores\. 1 prices of import .+ were not taken\. Add the book, then try this again\.$/);
  expect(await everythingOf(test)).toBe(before);
  await test.database.updateTable('price_book').set({ currency: 'EUR' }).execute();
  await runEvents(context, test.database);
  expect(await versionsOf(test, base)).toEqual([[1, 'draft']]);
});
