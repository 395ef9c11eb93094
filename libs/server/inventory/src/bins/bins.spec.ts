import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BinFileAnswer, BinListAnswer, BinPlacesAnswer } from '@oneshelf/contracts';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, giveStock, giveVariant } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let [hat, mug] = ['', ''];
const [soho, leeds] = [newId(), newId()];
const staff = (role: Role, locationId: string | null = null): Actor => ({ kind: 'staff', id: newId(), name: 'Ana', email: 'ana@example.com', locale: 'en', grants: [{ role, locationId }] });

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'UK', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  hat = await giveVariant(test, { sku: 'HAT-1', title: 'Hat' });
  mug = await giveVariant(test, { sku: 'MUG-1', title: 'Mug' });
  await giveStock(test, { variantId: hat, locationId: soho }, 5000);
  await giveStock(test, { variantId: mug, locationId: soho }, 2000);
  const coffee = await giveVariant(test, { sku: 'COF-1', title: 'Coffee' });
  await test.database.updateTable('variant').set({ unit: 'kg' }).where('id', '=', coffee).execute();
  await giveStock(test, { variantId: coffee, locationId: soho }, 1250);
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = staff('operations'); });
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function call<Body>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/stock/${url}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? (undefined as Body) : answer.json() };
}
const list = async (locationId: string) => (await call<BinListAnswer>('GET', `bins?locationId=${locationId}`)).body;
const file = (csv: string, isDryRun = false, locationId = soho) => call<BinFileAnswer>('POST', 'bins/file', { locationId, csv, isDryRun });

describe('bins of a location', () => {
  it('are added as a range, twice is once, at the end of the walk', async () => {
    expect(await call('POST', 'bins', { locationId: soho, from: 'a-01', to: 'A-03' })).toEqual({ status: 200, body: { added: 3, known: 0 } });
    expect((await call('POST', 'bins', { locationId: soho, from: 'A-02', to: 'A-04' })).body).toEqual({ added: 1, known: 2 });
    expect((await list(soho)).bins.map(({ code, aisle }) => `${aisle}:${code}`)).toEqual(['A:A-01', 'A:A-02', 'A:A-03', 'A:A-04']);
    expect((await list(leeds)).bins).toEqual([]);
    expect(await call('POST', 'bins', { locationId: soho, from: 'A-09', to: 'B-12' })).toMatchObject({ status: 422, body: { code: 'not_a_range' } });
    expect((await call('POST', 'bins', { locationId: newId(), from: 'A-01', to: 'A-02' })).status).toBe(404);
  });

  it('are set by operations and by the manager of the place, nobody else', async () => {
    for (const [who, status] of [[staff('associate', soho), 403], [staff('store_manager', leeds), 403], [staff('store_manager', soho), 200]] as const) {
      actor = who;
      expect((await call('POST', 'bins', { locationId: soho, from: 'A-01', to: 'A-02' })).status).toBe(status);
    }
  });

  it('have products, one home each, which stock is counted by; no stock moves', async () => {
    expect((await call('PUT', `${hat}/bins`, { locationId: soho, codes: ['A-02', 'a-03'] })).status).toBe(204);
    expect((await call<BinPlacesAnswer>('GET', `${hat}/bins`)).body.places).toEqual([{ locationId: soho, code: 'A-02', isHome: true, mostMilli: null, isClosed: false }, { locationId: soho, code: 'A-03', isHome: false, mostMilli: null, isClosed: false }]);
    expect(await call('PUT', `${hat}/bins`, { locationId: soho, codes: ['Z-99'] })).toMatchObject({ status: 409, body: { code: 'unknown_bin', detail: expect.stringContaining('Z-99') as string } });
    expect((await list(soho)).aisles).toEqual([{ aisle: 'A', products: 1, onHand: [{ unit: 'piece', quantityMilli: 5000 }] }, { aisle: null, products: 2, onHand: [{ unit: 'piece', quantityMilli: 2000 }, { unit: 'kg', quantityMilli: 1250 }] }]);
    const movements = await test.database.selectFrom('stock_movement').select('cause_kind').execute();
    expect(movements.map((row) => row.cause_kind)).toEqual(['opening', 'opening', 'opening']);
  });

  it('come from a file, checked first; one wrong row and nothing is written', async () => {
    const wrong = await file('bin,sku,kind,maximum,walk\nB-01,HAT-1,home,12,5\nB-02,NOPE,,,\nshelf 3,MUG-1,,,\nB-04,MUG-1,somewhere,,\nB-05,MUG-1,,many,\nB-06,HAT-1,home,,\n');
    expect(wrong.body).toMatchObject({ isWritten: false, problemCount: 5, problems: [
      { row: 3, column: 'sku', code: 'unknown_sku', value: 'NOPE' }, { row: 4, column: 'bin', code: 'not_a_bin' }, { row: 5, column: 'kind', code: 'not_a_kind' }, { row: 6, column: 'maximum', code: 'not_a_number' }, { row: 7, column: 'sku', code: 'two_homes' },
    ] });
    const good = 'bin;sku;kind;maximum;walk\nB-01;HAT-1;home;12;5\nB-02;HAT-1;overflow;;\nB-01;MUG-1;;1,5;5\n';
    expect((await file(good, true)).body).toEqual({ rows: 3, newBins: 2, places: 3, problemCount: 0, isWritten: false, problems: [] });
    expect((await list(soho)).bins.some(({ code }) => code === 'B-01')).toBe(false);
    expect((await file(good)).body).toMatchObject({ isWritten: true, newBins: 2 });
    expect((await list(soho)).bins.map(({ code, products }) => [code, products])[0]).toEqual(['B-01', 2]);
    expect((await call<BinPlacesAnswer>('GET', `${mug}/bins`)).body.places).toEqual([{ locationId: soho, code: 'B-01', isHome: true, mostMilli: 1500, isClosed: false }]);
    expect((await file('sku\nHAT-1\n')).body.problems).toEqual([{ row: 1, column: 'bin', code: 'missing_column', value: '' }]);
    expect((await test.database.selectFrom('audit_entry').select('id').where('action', '=', 'take_bin_file').execute())).toHaveLength(1);
  });

  it('are closed and opened again: a closed one takes nothing new and keeps what stands there', async () => {
    expect((await call('PUT', `${mug}/bins`, { locationId: soho, codes: ['B-01'] })).status).toBe(204);
    const bin = (await list(soho)).bins.find(({ code }) => code === 'B-01');
    actor = staff('store_manager', leeds);
    expect((await call('PUT', `bins/${bin?.id}`, { isClosed: true })).status).toBe(403);
    actor = staff('operations');
    expect((await call('PUT', `bins/${bin?.id}`, { isClosed: true })).status).toBe(204);
    expect((await list(soho)).bins.find(({ code }) => code === 'B-01')?.isClosed).toBe(true);
    expect((await call('PUT', `${mug}/bins`, { locationId: soho, codes: ['B-01', 'A-01'] })).status).toBe(204);
    const rope = await giveVariant(test, { sku: 'ROPE-1', title: 'Rope' });
    expect(await call('PUT', `${rope}/bins`, { locationId: soho, codes: ['B-01'] })).toMatchObject({ status: 409, body: { code: 'closed_bin', detail: expect.stringContaining('B-01') as string } });
    expect((await file('bin,sku\nB-01,ROPE-1\n')).body).toMatchObject({ isWritten: false, problems: [{ row: 2, column: 'bin', code: 'closed_bin', value: 'B-01' }] });
    expect((await call('PUT', `bins/${bin?.id}`, { isClosed: false })).status).toBe(204);
    expect((await call('PUT', `${rope}/bins`, { locationId: soho, codes: ['B-01'] })).status).toBe(204);
    expect((await test.database.selectFrom('audit_entry').select('action').where('action', 'in', ['close_bin', 'open_bin']).execute())).toHaveLength(2);
  });
});
