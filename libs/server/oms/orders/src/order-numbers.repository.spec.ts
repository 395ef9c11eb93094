import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { OrderNumbers } from './order-numbers.repository';

let test: TestDatabase;
beforeAll(async () => { test = await createTestDatabase(); });
afterAll(() => test.drop());

const day = (last: number) => ({ marketCode: 'GB', day: `2026-11-0${last}` });
const many = (numbers: OrderNumbers, count: number, at: number) => Promise.all(Array.from({ length: count }, () => numbers.take(day(at))));

describe('order numbers', () => {
  it('rise from one, each day and market anew', async () => {
    const numbers = new OrderNumbers(test.database);
    expect(await many(numbers, 3, 1)).toEqual(['GB-261101-0001', 'GB-261101-0002', 'GB-261101-0003']);
    expect(await numbers.take(day(2))).toBe('GB-261102-0001');
    expect(await numbers.take({ marketCode: 'DE', day: '2026-11-02' })).toBe('DE-261102-0001');
  });

  it('are given once, by any number of processes at once', async () => {
    const processes = Array.from({ length: 4 }, () => new OrderNumbers(test.database));
    const given = (await Promise.all(processes.map((numbers) => many(numbers, 45, 3)))).flat();
    expect(new Set(given).size).toBe(180);
  });

  it('that were not used go to the next order', async () => {
    const numbers = new OrderNumbers(test.database);
    const [first] = await many(numbers, 2, 4);
    numbers.giveBack(first ?? '');
    expect(await numbers.take(day(4))).toBe('GB-261104-0001');
  });

  it('wait for no transaction: one that holds an order of the day keeps nobody from the next number', async () => {
    const numbers = new OrderNumbers(test.database);
    await test.transactions.write(async (tx) => {
      await numbers.take(day(5));
      await tx.selectFrom('order_number').selectAll().execute();
      expect(await many(new OrderNumbers(test.database), 1, 5)).toEqual(['GB-261105-0021']);
    });
  });
});
