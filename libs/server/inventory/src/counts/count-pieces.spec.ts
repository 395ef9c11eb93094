import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CountAnswer, CountScan, TillCountsAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { givePieces, givePieceVariant, piecesAt } from '../testing-pieces';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const stock = stockUseCases();
const [soho, leeds] = [newId(), newId()];

const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: soho, epoch: 1 };
const operations: Actor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = operations; });
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async <Body = CountAnswer>(who: Actor, url: string, payload?: object) => {
  actor = who;
  const answer = await app.inject({ method: payload ? 'POST' : 'GET', url: `/api/${url}`, headers: { ...signedIn, 'idempotency-key': newId() }, ...(payload ? { payload } : {}) });
  return answer.json<Body>();
};
const plan = async (variantId: string) => {
  const { sku } = await test.database.selectFrom('variant').select('sku').where('id', '=', variantId).executeTakeFirstOrThrow();
  return call(operations, 'stock/counts', { locationId: soho, title: 'Stoves', codes: [sku], mode: 'live' });
};
const send = async (countId: string, variantId: string, pieces: readonly (string | [string, number])[]) => {
  const scans = pieces.map((piece): CountScan => ({ id: newId(), countId, variantId, round: 1, quantityMilli: (Array.isArray(piece) ? piece[1] : 1) * 1000, personId: 'sam', personName: 'Sam', scannedAt: new Date().toISOString(), serialNumber: Array.isArray(piece) ? piece[0] : piece }));
  return (await call<{ results: { outcome: string }[] }>(till, 'pos/count-scans', { scans })).results.map(({ outcome }) => outcome);
};
const finish = async (id: string) => {
  await call(operations, `stock/counts/${id}/close`, { notScanned: 'none_there' });
  return call(operations, `stock/counts/${id}/post`, {});
};

describe('a count by the piece', () => {
  it('INV-138 counts each piece once; what nobody found is missing, what was believed elsewhere returns', async () => {
    const variantId = await givePieceVariant(test, 'Stove');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['A', 'B', 'C'] });
    await givePieces(test, { variantId, locationId: leeds }, { serials: ['L'] });
    const { id } = await plan(variantId);
    expect(await send(id, variantId, ['A', 'a', 'L', ['L', -1], ['L', -1], 'L'])).toEqual(['taken', 'counted_already', 'taken', 'taken', 'counted_already', 'taken']);
    expect(await send(id, variantId, ['A', 'NEW'])).toEqual(['counted_already', 'taken']);
    const atTill = await call<TillCountsAnswer>(till, 'pos/counts');
    expect(atTill.items[0]?.lines).toMatchObject([{ countedMilli: 3000, serials: ['A', 'L', 'NEW'] }]);
    await test.transactions.write((tx) => stock.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: 1000, serials: ['A'] }], actor: tester, deviceId: null, occurredAt: new Date().toISOString() }));
    expect((await finish(id)).status).toBe('posted');
    expect(await piecesAt(test, variantId)).toEqual({ A: 'customer', B: 'shrink', C: 'shrink', L: 'shelf', NEW: 'shelf' });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 2000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('INV-138 a piece that had no serial is named by its scan, and the number stays right', async () => {
    const variantId = await givePieceVariant(test, 'Watch');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['K'], unnamed: 1 });
    const { id } = await plan(variantId);
    await send(id, variantId, ['K', 'FIRST']);
    await finish(id);
    expect(await piecesAt(test, variantId)).toEqual({ K: 'shelf', FIRST: 'shelf' });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 2000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
