import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { FindOrCreateCustomerUseCase } from './find-or-create-customer.use-case';

describe('find or create a customer', () => {
  let test: TestDatabase;
  const customers = new FindOrCreateCustomerUseCase();
  beforeAll(async () => { test = await createTestDatabase(); });
  afterAll(() => test.drop());
  const find = (email: string, name: string) => test.transactions.write((tx) => customers.run(tx, { email, name }));

  it('finds one row for one address, however it is written and however many ask at once', async () => {
    const found = await Promise.all([find('Priya@Example.com', 'Priya Nair'), find('priya@example.com ', 'P. Nair'), find('PRIYA@EXAMPLE.COM', 'Priya')]);
    expect(new Set(found.map((one) => one.id)).size).toBe(1);
    expect(found.filter((one) => one.isNew)).toHaveLength(1);
    expect(await test.database.selectFrom('customer').select('email').execute()).toEqual([{ email: 'priya@example.com' }]);
  });

  it('does not rename a customer', async () => {
    const { id } = await find('tom@example.com', 'Tom Okafor');
    await find('tom@example.com', 'Gift for Ann');
    expect(await test.database.selectFrom('customer').select('name').where('id', '=', id).executeTakeFirst()).toEqual({ name: 'Tom Okafor' });
  });
});
