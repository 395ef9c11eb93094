import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, giveVariant, levelOf, unexplainedLevels } from '../testing';
import { giveLot, lotsAt } from '../testing-lots';
import { givePieces, givePieceVariant, piecesAt } from '../testing-pieces';

let test: TestDatabase;
let app: NestFastifyApplication;
const soho = newId();
const actor: Actor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await app.close();
  await test.drop();
});

const post = async (url: string, payload: object = {}) => {
  const answer = await app.inject({ method: 'POST', url: `/api/stock/${url}`, headers: { ...signedIn, 'idempotency-key': newId() }, payload });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<{ code: string; detail: string; correctionId: string; items: unknown[] }>() };
};
const correct = (move: object, kind = 'adjust') => post('corrections', { kind, reason: 'damaged', moves: [{ locationId: soho, ...move }] });

describe('corrections of what is told apart', () => {
  it('INV-137 a write-off says which pieces, and comes back with the same ones', async () => {
    const variantId = await givePieceVariant(test, 'Stove');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['S1', 'S2', 'S3'] });
    expect(await correct({ variantId, deltaMilli: -2000 })).toMatchObject({ status: 422, body: { code: 'serials_required', detail: expect.stringContaining('Stove is told apart by serial numbers: say which 2 pieces they are') as string } });
    expect(await correct({ variantId, deltaMilli: -1000, serials: ['S9'] })).toMatchObject({ status: 409, body: { code: 'serial_elsewhere' } });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 3000 });
    const { body } = await correct({ variantId, deltaMilli: -2000, serials: ['s1', 'S3'] });
    expect(await piecesAt(test, variantId)).toEqual({ S1: 'shrink', S2: 'shelf', S3: 'shrink' });
    expect((await post(`corrections/${body?.correctionId ?? ''}/undo`)).status).toBe(204);
    expect(await piecesAt(test, variantId)).toEqual({ S1: 'shelf', S2: 'shelf', S3: 'shelf' });
    expect((await correct({ variantId, deltaMilli: 1000 })).body?.code).toBe('serials_required'); // found: which one?
    expect((await correct({ variantId, deltaMilli: 1000, serials: ['S4'] })).status).toBe(200);
    expect(await piecesAt(test, variantId)).toMatchObject({ S4: 'shelf' });
  });

  it('INV-137 goods that change their state keep their names', async () => {
    const variantId = await givePieceVariant(test, 'Watch');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['W1', 'W2'] });
    expect((await correct({ variantId, from: 'sellable', to: 'damaged', quantityMilli: 1000 }, 'reclassify')).body?.code).toBe('serials_required');
    await correct({ variantId, from: 'sellable', to: 'damaged', quantityMilli: 1000, serials: ['W2'] }, 'reclassify');
    expect(await piecesAt(test, variantId)).toEqual({ W1: 'shelf', W2: 'damaged' });
  });

  it('INV-135 pieces without a serial may go without one, as many as there are', async () => {
    const variantId = await givePieceVariant(test, 'Old');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['O1'], unnamed: 1 });
    const twice = { locationId: soho, variantId, deltaMilli: -1000 };
    expect((await post('corrections', { kind: 'adjust', reason: 'damaged', moves: [twice, twice] })).body?.code).toBe('serials_required');
    expect((await correct({ variantId, deltaMilli: -1000 })).status).toBe(200);
    expect((await correct({ variantId, deltaMilli: -1000 })).body?.code).toBe('serials_required');
  });

  it('INV-137 by the plain adjustment a piece cannot go, and the words say why', async () => {
    const variantId = await givePieceVariant(test, 'Torch');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['T1'] });
    expect(await post('adjustments', { locationId: soho, reason: 'gone', lines: [{ variantId, deltaMilli: -1000 }] })).toMatchObject({ status: 422, body: { code: 'serials_required' } });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 1000 });
  });

  it('INV-137 what is found says its lot, and what leaves may', async () => {
    const variantId = await giveVariant(test, { sku: `WAX-${newId().slice(-6)}`, title: 'Wax' });
    await test.database.updateTable('variant').set({ tracked_by: 'lot' }).where('id', '=', variantId).execute();
    await giveLot(test, { variantId, locationId: soho }, { code: 'A', expiresOn: '2030-01-01', units: 2 });
    await giveLot(test, { variantId, locationId: soho }, { code: 'B', expiresOn: '2031-01-01', units: 2 });
    expect(await correct({ variantId, deltaMilli: 1000 })).toMatchObject({ status: 422, body: { code: 'lots_required' } });
    expect((await correct({ variantId, deltaMilli: 1000, lots: [{ lotCode: 'C', quantityMilli: 1000 }] })).body?.code).toBe('expiry_missing');
    await correct({ variantId, deltaMilli: 1000, lots: [{ lotCode: 'C', expiresOn: '2032-01-01', quantityMilli: 1000 }] });
    expect((await correct({ variantId, deltaMilli: -1000, lots: [{ lotCode: 'X', quantityMilli: 1000 }] })).body?.code).toBe('lot_unknown');
    await correct({ variantId, deltaMilli: -1000, lots: [{ lotCode: 'B', quantityMilli: 1000 }] });
    await correct({ variantId, deltaMilli: -1000 });
    expect(await lotsAt(test, { variantId, locationId: soho })).toEqual({ A: 1, B: 1, C: 1 });
  });
});
