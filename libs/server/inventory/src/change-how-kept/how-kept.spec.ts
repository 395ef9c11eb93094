import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { ExpectGoodsUseCase } from '../expect-goods/expect-goods.use-case';
import { giveLocation, giveStock, giveVariant } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const warehouse = newId();
const staff = (role: 'merchandiser' | 'operations'): Actor => ({ kind: 'staff', id: newId(), name: 'Ines', email: 'ines@example.com', locale: 'en', grants: [{ role, locationId: null }] });
const metres = { trackedBy: 'none', unit: 'm', isCatchWeight: false };
const serials = { trackedBy: 'serial', unit: 'piece', isCatchWeight: false };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'UK', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: warehouse, code: 'W01', name: 'Rugby', kind: 'warehouse' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = staff('merchandiser'); });
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function put(variantId: string, payload: object): Promise<{ status: number; body: { code?: string; detail?: string } }> {
  const answer = await app.inject({ method: 'PUT', url: `/api/products/variants/${variantId}/how-kept`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}
const kept = (variantId: string) => test.database.selectFrom('variant').innerJoin('product', 'product.id', 'variant.product_id').select(['tracked_by', 'unit', 'product.updated_at as touched']).where('variant.id', '=', variantId).executeTakeFirstOrThrow();

describe('how a product is kept', () => {
  it('is changed by who looks after the range, with an audit row, and the product is touched', async () => {
    const rope = await giveVariant(test, { sku: 'ROPE-10', title: 'Rope' });
    const { touched } = await kept(rope);
    actor = staff('operations');
    expect((await put(rope, metres)).status).toBe(403);
    actor = staff('merchandiser');
    expect((await put(rope, metres)).status).toBe(204);
    const after = await kept(rope);
    expect(after).toMatchObject({ unit: 'm', tracked_by: 'none' });
    expect(after.touched.getTime()).toBeGreaterThan(touched.getTime());
    expect((await put(rope, metres)).status).toBe(204);
    const audit = await test.database.selectFrom('audit_entry').select(['before', 'after']).where('subject_id', '=', rope).execute();
    expect(audit).toEqual([{ before: { trackedBy: 'none', unit: 'piece', isCatchWeight: false, weightGrams: null }, after: { ...metres, weightGrams: null } }]);
  });

  it('keeps its unit while anything is counted in it, and says how much', async () => {
    const jacket = await giveVariant(test, { sku: 'JKT-9', title: 'Jacket' });
    await giveStock(test, { variantId: jacket, locationId: warehouse }, 12_000);
    expect(await put(jacket, metres)).toMatchObject({ status: 409, body: { code: 'unit_in_use', detail: expect.stringContaining('12 piece in stock') as string } });
    expect((await put(jacket, serials)).status).toBe(204);
    expect(await kept(jacket)).toMatchObject({ unit: 'piece', tracked_by: 'serial' });
    const coming = await giveVariant(test, { sku: 'CMG-1', title: 'Coming' });
    await test.transactions.write((tx) => new ExpectGoodsUseCase().run(tx, { sourceKind: 'manual', sourceId: newId(), lines: [{ variantId: coming, locationId: warehouse, quantityMilli: 3000, expectedOn: '2030-01-01' }] }));
    expect((await put(coming, metres)).body).toMatchObject({ code: 'unit_in_use' });
  });

  it('INV-150 as catch weight: pieces of a usual weight, at once in no bundle and while nothing is there', async () => {
    const wheel = await giveVariant(test, { sku: 'CHS-1', title: 'Farmhouse cheese' });
    const weighed = { trackedBy: 'lot', unit: 'piece', isCatchWeight: true, weightGrams: 1200 };
    expect((await put(wheel, weighed)).status).toBe(204);
    expect(await test.database.selectFrom('variant').select(['unit', 'is_catch_weight', 'weight_grams']).where('id', '=', wheel).executeTakeFirstOrThrow()).toEqual({ unit: 'piece', is_catch_weight: true, weight_grams: 1200 });
    await giveStock(test, { variantId: wheel, locationId: warehouse }, 3000);
    expect((await put(wheel, { ...weighed, weightGrams: 1300 })).status).toBe(204);
    expect(await put(wheel, { ...weighed, isCatchWeight: false })).toMatchObject({ status: 409, body: { code: 'catch_weight_in_use', detail: expect.stringContaining('3 piece in stock') as string } });
    const [part, set] = [await giveVariant(test, { sku: 'CHS-2', title: 'Cheese' }), await giveVariant(test, { sku: 'BOX-1', title: 'Box' })];
    await test.database.insertInto('bundle_component').values({ bundle_id: set, variant_id: part, quantity_milli: 1000, position: 0 }).execute();
    expect((await put(part, weighed)).body.code).toBe('catch_weight_component');
  });

  it.each([
    ['catch weight by the kilogram', { ...metres, unit: 'kg', isCatchWeight: true, weightGrams: 1200 }, 409, 'catch_weight_is_pieces'],
    ['catch weight of no usual weight', { ...metres, unit: 'piece', isCatchWeight: true }, 422, 'usual_weight_missing'],
    ['catch weight of nothing', { ...metres, unit: 'piece', isCatchWeight: true, weightGrams: 0 }, 400, undefined],
    ['serials by the metre', { ...serials, unit: 'm' }, 409, 'serial_is_a_piece'],
    ['a unit that nobody knows', { ...metres, unit: 'yard' }, 400, undefined],
    ['half a request', { unit: 'kg' }, 400, undefined],
  ])('refuses %s and changes nothing', async (_what, body, status, code) => {
    const variantId = await giveVariant(test, { sku: `BAD-${newId()}`, title: 'Bad' });
    const answer = await put(variantId, body);
    expect(answer.status).toBe(status);
    if (code) expect(answer.body.code).toBe(code);
    expect(await kept(variantId)).toMatchObject({ unit: 'piece', tracked_by: 'none' });
    expect((await put(newId(), metres)).status).toBe(404);
  });
});
