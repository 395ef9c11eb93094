import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CorrectStockAnswer, StockFileAnswer, StockSheetAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, giveStock, giveVariant, levelOf, stockUseCases, tester } from '../testing';
import { readStockFile } from './read-stock-file';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const stock = stockUseCases();
const [soho, leeds] = [newId(), newId()];
const operations: Actor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };
const manager: Actor = { ...operations, grants: [{ role: 'store_manager', locationId: leeds }] };
const asOf = '2026-11-21T12:00:00.000Z';

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'London Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = operations; });
afterAll(async () => {
  await app.close();
  await test.drop();
});

const get = async <Body>(url: string) => (await app.inject({ method: 'GET', url: `/api/stock/${url}`, headers: signedIn })).json<Body>();
const post = async <Body = { code: string }>(url: string, payload: object, key = newId()) => {
  const answer = await app.inject({ method: 'POST', url: `/api/stock/${url}`, headers: { ...signedIn, 'idempotency-key': key }, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
};
let serial = 0;
const product = async (units: number, title = 'Boot') => {
  const sku = `${title.toUpperCase()}-${String((serial += 1)).padStart(3, '0')}`;
  const variantId = await giveVariant(test, { sku, title });
  if (units > 0) await giveStock(test, { variantId, locationId: soho }, units * 1000);
  return { sku, variantId };
};
const sell = (variantId: string, units: number) => test.transactions.write((tx) => stock.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: units * 1000 }], actor: tester, deviceId: null, occurredAt: new Date().toISOString() }));
const check = async (csv: string) => (await post<StockFileAnswer>('levels/check', { csv, asOf })).body;
const apply = (csv: string, expectedChanges: number) => post<CorrectStockAnswer & { code: string }>('levels/apply', { csv, asOf, reason: 'sheet', expectedChanges });

describe('stock as a sheet', () => {
  it('answers in columns, page by page, and only the rows that are asked for', async () => {
    const [first, second, third] = [await product(3, 'Sock'), await product(0, 'Sock'), await product(2, 'Sock')];
    await sell(second.variantId, 1);
    await sell(third.variantId, 2);
    const page = await get<StockSheetAnswer>('sheet?search=sock&limit=2');
    expect(page).toMatchObject({ variantIds: [first.variantId, second.variantId], nextCursor: second.sku });
    expect(page.levels[page.locationIds.indexOf(soho)]).toEqual([3000, -1000]);
    expect(page.levels[page.locationIds.indexOf(leeds)]).toEqual([null, null]);
    expect((await get<StockSheetAnswer>(`sheet?search=sock&limit=2&cursor=${page.nextCursor}`)).variantIds).toEqual([third.variantId]);
    expect(page).toMatchObject({ units: ['piece', 'piece'], bundles: [false, false], bins: [null, null] });
    for (const [only, expected] of [['below_zero', second], ['zero', third], ['some', first]] as const) expect((await get<StockSheetAnswer>(`sheet?search=sock&only=${only}&locationIds=${soho}`)).variantIds).toEqual([expected.variantId]);
    expect((await get<{ code: string }>('sheet?locationIds=soho')).code).toBe('invalid_input');
  });

  it('is written to a file that comes back without a change', async () => {
    const boot = await product(4, 'Tent');
    const csv = (await app.inject({ method: 'GET', url: '/api/stock/levels.csv?search=tent', headers: signedIn })).body;
    expect(csv.split('\n')[1]).toMatch(new RegExp(`^${boot.sku},Tent,SOHO,4,4,\\d{4}-`));
    await sell(boot.variantId, 1);
    expect(await check(csv)).toMatchObject({ rows: 1, changeCount: 0, unchanged: 1, problemCount: 0 });
  });

  it('a file says what it would change, is applied once as differences to its own instant, and what was sold since stays sold', async () => {
    const [boot, cap] = [await product(10), await product(5)];
    await sell(boot.variantId, 2);
    const csv = `SKU;Standort;Bestand;Differenz\n${boot.sku};london soho;7;\n${cap.sku};SOHO;;-2\n`;
    const checked = await check(csv);
    expect(checked).toMatchObject({ rows: 2, changeCount: 2, problemCount: 0, unitsMilli: 5000, changes: [{ row: 2, thenMilli: 10_000, nowMilli: 8000, deltaMilli: -3000, afterMilli: 5000 }, { row: 3, deltaMilli: -2000, afterMilli: 3000 }] });
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 8000 });
    expect((await apply(csv, 1)).body.code).toBe('file_does_other');
    expect((await apply(csv, 2)).body.status).toBe('applied');
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 5000 });
    expect((await check(`sku,location,on_hand\n${boot.sku},SOHO,7\n`)).changeCount).toBe(0);
  });

  it('names every bad row and column, and applies nothing of such a file', async () => {
    const boot = await product(2);
    const csv = ['sku,location,on_hand,delta,as_of', `${boot.sku},SOHO,9,,`, 'NONE,SOHO,1,,', `${boot.sku},MARS,1,,`, `${boot.sku},LEEDS,many,,`, `${boot.sku},LEEDS,1,1,`, `${boot.sku},SOHO,3,,`, `${boot.sku},LEEDS,,-1,`, `${boot.sku},LEEDS,1,,yesterday`, `${boot.sku},LEEDS,,,`].join('\n');
    const { problems, changeCount } = await check(csv);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'sku', 'unknown_sku'], [4, 'location', 'unknown_location'], [5, 'on_hand', 'not_a_number'], [6, 'delta', 'both_numbers'], [7, 'sku', 'twice'], [8, 'delta', 'below_zero'], [9, 'as_of', 'not_an_instant'],
    ]);
    expect(await apply(csv, changeCount)).toMatchObject({ status: 422, body: { code: 'file_has_problems' } });
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 2000 });
    expect((await check('name,stock\nBoot,2')).problems.map(({ column, code }) => [column, code])).toEqual([['sku', 'missing_column'], ['location', 'missing_column'], ['on_hand', 'missing_column']]);
    expect((await check('sku,location,on_hand\n"BOOT,SOHO,1')).problems).toMatchObject([{ code: 'unreadable' }]);
    actor = manager;
    expect((await check(`sku,location,on_hand\n${boot.sku},SOHO,3`)).problems).toMatchObject([{ code: 'not_allowed_here' }]);
  });

  it('refuses a part of a piece, in a file and in a correction, and takes a part of a kilogram', async () => {
    const [boot, coffee] = [await product(3), await product(2, 'Coffee')];
    await test.database.updateTable('variant').set({ unit: 'kg' }).where('id', '=', coffee.variantId).execute();
    expect((await check(`sku,location,on_hand\n${boot.sku},SOHO,2.5\n${coffee.sku},SOHO,1.25\n`)).problems).toMatchObject([{ row: 2, column: 'on_hand', code: 'not_whole', value: '2.5' }]);
    const correct = ({ variantId }: { variantId: string }, deltaMilli: number) => post<{ code: string; status: string }>('corrections', { kind: 'sheet', reason: 'sheet', moves: [{ variantId, locationId: soho, deltaMilli }] });
    expect(await correct(boot, -500)).toMatchObject({ status: 422, body: { code: 'not_whole' } });
    expect(await correct(coffee, -750)).toMatchObject({ status: 200, body: { status: 'applied' } });
    expect((await get<StockSheetAnswer>(`sheet?search=coffee&locationIds=${soho}`)).units).toEqual(['kg']);
  });

  it('reads numbers as people write them and refuses what could be two numbers', () => {
    const read = (number: string) => readStockFile(`sku,location,delta\nA,B,"${number}"`, asOf).rows[0]?.milli;
    expect(['12', '-3', '+2', '1.5', '1,25', '1,500', '1.500', '1e3', '٣'].map(read)).toEqual([12_000, -3000, 2000, 1500, 1250, undefined, undefined, undefined, undefined]);
  });

  it('resolves pasted SKUs and barcodes in their order', async () => {
    const variantId = await giveVariant(test, { sku: 'MUG-1', title: 'Mug', barcode: '4006381333931' });
    expect((await post<object>('resolve-codes', { codes: ['4006381333931', 'NONE', 'MUG-1'] })).body).toMatchObject({ items: [{ code: '4006381333931', variantId }, { code: 'MUG-1', variantId }], unknown: ['NONE'] });
  });
});
