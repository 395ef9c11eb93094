import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { ExpectGoodsUseCase, type ExpectedLine } from './expect-goods.use-case';

let test: TestDatabase;
const expectGoods = new ExpectGoodsUseCase();
const [boots, mugs, soho] = [newId(), newId(), newId()].sort() as [string, string, string];

beforeAll(async () => { test = await createTestDatabase(); });
afterAll(() => test.drop());

const say = (sourceId: string, lines: ExpectedLine[]) => test.transactions.run((tx) => expectGoods.run(tx, { sourceKind: 'purchase_order', sourceId, lines }).then(() => ({ ok: true as const, value: undefined })));
const line = (variantId: string, quantityMilli: number, expectedOn = '2026-12-04'): ExpectedLine => ({ variantId, locationId: soho, quantityMilli, expectedOn });

async function expectedBy(sourceId: string) {
  const rows = await test.database.selectFrom('expected_receipt').selectAll().where('source_id', '=', sourceId).orderBy('variant_id').orderBy('expected_on').execute();
  return rows.map((row) => [row.variant_id, row.quantity_milli]);
}

describe('expect goods', () => {
  it('a document says what is still to come, and its last word stands', async () => {
    const order = newId();
    await say(order, [line(boots, 5000), line(boots, 1000), line(mugs, 2000)]);
    expect(await expectedBy(order)).toEqual([[boots, 6000], [mugs, 2000]]);

    await say(order, [line(boots, 4000)]);
    expect(await expectedBy(order)).toEqual([[boots, 4000]]);

    await say(order, [line(boots, 3000), line(boots, 1000, '2026-12-11')]);
    expect(await expectedBy(order)).toEqual([[boots, 3000], [boots, 1000]]);

    await say(order, []);
    expect(await expectedBy(order)).toEqual([]);
  });

  it('leaves what another document says', async () => {
    const [first, second] = [newId(), newId()];
    await say(first, [line(boots, 1000)]);
    await say(second, [line(boots, 2000)]);
    await say(first, []);
    expect(await expectedBy(second)).toEqual([[boots, 2000]]);
  });
});
