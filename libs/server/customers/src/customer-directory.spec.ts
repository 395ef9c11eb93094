import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { CustomerDirectory } from './customer-directory.query';
import { CustomersModule } from './customers.module';

let test: TestDatabase;
let context: TestingModule;

beforeAll(async () => {
  test = await createTestDatabase();
  context = await createTestContext(test, { imports: [CustomersModule] });
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

it('names customers by id, and each group that somebody is in once', async () => {
  const [mina, tom] = [newId(), newId()];
  await test.database.insertInto('customer').values([{ id: mina, name: 'Mina Patel', groups: ['VIP', 'Staff'] }, { id: tom, name: 'Tom Aldous', groups: ['VIP'] }, { id: newId(), name: 'Leo Winslow' }]).execute();
  const directory = context.get(CustomerDirectory, { strict: false });
  expect(await directory.names([mina, tom, newId()])).toEqual(new Map([[mina, 'Mina Patel'], [tom, 'Tom Aldous']]));
  expect(await directory.names([])).toEqual(new Map());
  expect(await directory.groups()).toEqual(['Staff', 'VIP']);
});
