import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { CatalogHttpModule } from '../catalog-http.module';
import { CatalogJobsModule } from '../catalog-jobs.module';
import { insertMarkets, shopifyCsv, staffMember } from '../testing';

const NOWHERE = '0190a000-0000-7000-8000-0000000000ff';

describe('the routes of imports and products', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let actor: Actor | null;

  beforeAll(async () => {
    test = await createTestDatabase();
    await insertMarkets(test.database);
    app = await createTestApp(test, { imports: [CatalogHttpModule, CatalogJobsModule], actor: () => actor });
  });
  beforeEach(() => { actor = staffMember('operations'); });
  afterAll(async () => {
    await app.close();
    await test.drop();
  });

  const upload = (content: string | Buffer, market: string | null = 'GB') => {
    const part = (head: string, body: string | Buffer) => Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), Buffer.from(body as string), Buffer.from('\r\n')]);
    const payload = Buffer.concat([...(market === null ? [] : [part('name="market"', market)]), part('name="file"; filename="range.csv"', content), Buffer.from('--b--\r\n')]);
    return app.inject({ method: 'POST', url: '/api/imports', headers: { ...signedIn, 'content-type': 'multipart/form-data; boundary=b' }, payload });
  };
  const post = (path: string, body?: object) => app.inject({ method: 'POST', url: `/api/imports/${path}`, headers: signedIn, ...(body ? { payload: body } : {}) });
  const get = (path: string) => app.inject({ method: 'GET', url: `/api/${path}`, headers: signedIn });
  const imports = async () => (await get('imports')).json().imports.length;

  it('takes a file through mapping, check, start and the rejected rows; keeps the mapping for the next file', async () => {
    const csv = 'Item,What,Costs\nX1,Lamp,"12,50"\nX2,,3\n';
    const uploaded = await upload(csv, 'DE');
    expect(uploaded.statusCode).toBe(201);
    const { id } = uploaded.json();
    expect(uploaded.json()).toMatchObject({ format: 'unknown', status: 'uploaded', columns: ['Item', 'What', 'Costs'], samples: [['X1', 'Lamp', '12,50'], ['X2', '', '3']], suggestedMapping: null, counts: null });
    expect((await post(`${id}/check`)).json()).toMatchObject({ status: 409, code: 'mapping_needed' });
    expect((await post(`${id}/mapping`, { fields: { sku: 'Item' } })).json()).toMatchObject({ status: 422, code: 'mapping_without_title' });
    expect((await post(`${id}/mapping`, { fields: { title: 'Nope' } })).json()).toMatchObject({ status: 422, code: 'mapping_unknown_column' });
    expect((await post(`${id}/mapping`, { fields: { title: 'What', sku: 'What' } })).json()).toMatchObject({ status: 422, code: 'mapping_column_twice' });
    expect((await post(`${id}/mapping`, { fields: { nonsense: 'What' } })).statusCode).toBe(400);

    const mapping = { fields: { title: 'What', sku: 'Item', price: 'Costs' } };
    expect((await post(`${id}/mapping`, mapping)).json()).toMatchObject({ format: 'mapped', mapping, columnsNotUsed: [] });
    const checked = await post(`${id}/check`);
    expect(checked.statusCode).toBe(200);
    expect(checked.json()).toMatchObject({ status: 'checked', counts: { productsNew: 1, productsRejected: 1, prices: 1 }, findings: [{ row: 3, column: 'What', code: 'missing_title' }] });
    expect((await post(`${id}/start`)).statusCode).toBe(202);
    await runEvents(app, test.database);
    expect((await get(`imports/${id}`)).json()).toMatchObject({ status: 'done', rowsDone: 2, rowsTotal: 2 });
    expect((await post(`${id}/mapping`, mapping)).json()).toMatchObject({ status: 409, code: 'import_already_started' });
    expect((await post(`${id}/check`)).json()).toMatchObject({ status: 409, code: 'import_already_started' });
    expect((await post(`${id}/start`)).json()).toMatchObject({ status: 409, code: 'import_not_checked' });
    expect((await post(`${id}/cancel`)).json()).toMatchObject({ status: 409, code: 'import_already_ended' });
    const rejected = await get(`imports/${id}/errors.csv`);
    expect(rejected.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(rejected.body).toBe('\ufeffItem,What,Costs,error\r\nX2,,3,What: The product has no title.\r\n');

    expect((await upload('What,Costs,Item\nRope,4,X9\n', 'DE')).json()).toMatchObject({ format: 'mapped', mapping, mappingKept: true });
  });

  it.each([
    ['binary_file', Buffer.from([9, 0, 1]), 422], ['empty_file', '', 422], ['json_file', '{}', 422], ['wrong_encoding', Buffer.from('a,b\n\u00e9,1', 'latin1'), 422], ['not_csv', 'words', 422],
  ])('refuses an upload with %s and stores nothing', async (code, content, status) => {
    const before = await imports();
    const answer = await upload(content);
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([status, code, expect.stringContaining('Nothing was stored')]);
    expect(await imports()).toBe(before);
  });

  it('refuses an upload without market, of an unknown market, without multipart, without file', async () => {
    expect((await upload(shopifyCsv(), null)).json()).toMatchObject({ status: 400, code: 'market_expected' });
    expect((await upload(shopifyCsv(), 'FR')).json()).toMatchObject({ status: 422, code: 'unknown_market' });
    expect((await app.inject({ method: 'POST', url: '/api/imports', headers: signedIn, payload: {} })).json()).toMatchObject({ status: 415, code: 'file_expected' });
    const empty = await app.inject({ method: 'POST', url: '/api/imports', headers: { ...signedIn, 'content-type': 'multipart/form-data; boundary=b' }, payload: '--b--\r\n' });
    expect(empty.json()).toMatchObject({ status: 400, code: 'file_expected' });
  });

  it('knows no other import, and lets in neither strangers nor associates', async () => {
    for (const path of [`imports/${NOWHERE}`, `imports/${NOWHERE}/errors.csv`]) expect((await get(path)).json()).toMatchObject({ status: 404, code: 'import_not_found' });
    for (const path of ['check', 'start', 'cancel']) expect((await post(`${NOWHERE}/${path}`)).json()).toMatchObject({ status: 404, code: 'import_not_found' });
    expect((await get('imports/none')).statusCode).toBe(400);
    actor = staffMember('associate');
    expect((await upload(shopifyCsv())).json()).toMatchObject({ status: 403, code: 'not_allowed' });
    expect((await get('imports')).statusCode).toBe(403);
    actor = null;
    expect((await get('imports')).statusCode).toBe(401);
    expect((await get('products')).statusCode).toBe(401);
  });

  it('lists, finds, pages and shows products', async () => {
    const { id } = (await upload(shopifyCsv())).json();
    await post(`${id}/check`);
    await post(`${id}/start`);
    await runEvents(app, test.database);
    const all = (await get('products?limit=1')).json();
    expect(all).toMatchObject({ products: [{ title: 'Camp Mug', firstSku: 'MUG-1', variantCount: 1 }], nextCursor: expect.any(String), departments: expect.arrayContaining(['Cooking', 'Outerwear']) });
    const next = (await get(`products?limit=1&cursor=${all.nextCursor}`)).json();
    expect(next).toMatchObject({ products: [{ title: 'Fell Jacket', variantCount: 2 }] });
    expect((await get('products?q=jkt-m')).json()).toMatchObject({ total: 1, products: [{ handle: 'fell-jacket' }] });
    expect((await get('products?q=2000000000046')).json()).toMatchObject({ total: 1, products: [{ handle: 'fell-jacket' }] });
    expect((await get('products?department=Cooking')).json()).toMatchObject({ total: 1, products: [{ handle: 'camp-mug' }] });
    expect((await get('products?limit=101')).statusCode).toBe(400);
    const shown = (await get(`products/${next.products[0].id}`)).json();
    expect(shown).toMatchObject({ title: 'Fell Jacket', optionNames: ['Size'], collections: [], variants: [{ sku: 'JKT-S', barcodes: ['2000000000046'], costMinor: null }, { sku: 'JKT-M', barcodes: [] }] });
    expect((await get(`products/${NOWHERE}`)).json()).toMatchObject({ status: 404, code: 'product_not_found' });
  });
});
