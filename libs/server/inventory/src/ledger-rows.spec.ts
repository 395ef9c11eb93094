import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { ledgerRows, type TypedColumn } from './ledger-rows';

const columns: readonly TypedColumn[] = ['number int4', 'quantity int8', 'reason text', 'lot_id uuid', 'asks boolean'];
const row = (number: number) => ({ number, quantity: Number.MAX_SAFE_INTEGER, reason: `it's "${number}"`, lot_id: undefined, asks: false });
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
const read = async (rows: ReturnType<typeof row>[], condition = sql``) => (await sql`SELECT * FROM (${ledgerRows({ rows, columns, condition })}) r`.execute(test.database)).rows;

describe('the rows of a ledger statement', () => {
  it.each([1, 2, 50])('arrive as they are, whether it is one or many: %i', async (count) => {
    const rows = Array.from({ length: count }, (_, number) => row(number));
    expect(await read(rows)).toEqual(rows.map((each) => ({ ...each, lot_id: null })));
  });

  it.each([1, 2])('are none where the condition does not hold: %i', async (count) => {
    expect(await read(Array.from({ length: count }, (_, number) => row(number)), sql`WHERE false`)).toEqual([]);
  });

  it('have one text for one and one for many, whatever stands in them, so that PostgreSQL plans each once', () => {
    const text = (numbers: number[]) => ledgerRows({ rows: numbers.map(row), columns }).compile(test.database).sql;
    expect(text([7])).toBe(text([8]));
    expect(text([1, 2])).toBe(text([3, 4, 5]));
    expect(text([1])).not.toBe(text([1, 2]));
  });
});
