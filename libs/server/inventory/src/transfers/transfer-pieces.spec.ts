import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TransferAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, levelOf, unexplainedLevels } from '../testing';
import { givePieces, givePieceVariant, piecesAt } from '../testing-pieces';

let test: TestDatabase;
let app: NestFastifyApplication;
const [soho, leeds] = [newId(), newId()];
const actor: Actor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Answer = TransferAnswer & { code: string; detail: string; details: unknown };
const post = async (url: string, payload: object) => {
  const answer = await app.inject({ method: 'POST', url: `/api/stock/transfers${url}`, headers: { ...signedIn, 'idempotency-key': newId() }, payload });
  return { status: answer.statusCode, body: answer.json<Answer>() };
};
const open = async (variantId: string, units: number) => (await post('', { fromLocationId: soho, toLocationId: leeds, approve: true, lines: [{ variantId, quantityMilli: units * 1000 }] })).body;

describe('pieces of a transfer', () => {
  it('INV-135 leave by their serials, all but those that have none', async () => {
    const variantId = await givePieceVariant(test, 'GPS');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['A1', 'A2'], unnamed: 1 });
    const { id, lines } = await open(variantId, 3);
    const [line] = lines;
    expect(line).toMatchObject({ bySerial: true, unnamedMilli: 1000 });
    const ship = (serials?: string[]) => post(`/${id}/ship`, { lines: [{ lineId: line?.id, quantityMilli: 3000, ...(serials ? { serials } : {}) }] });
    expect((await post(`/${id}/ship`, {})).body).toMatchObject({ code: 'serials_required', details: { named: 0, pieces: 3 } });
    expect(await ship(['A1'])).toMatchObject({ status: 422, body: { code: 'serials_required' } });
    expect(await ship(['A1', 'X9', 'X8'])).toMatchObject({ status: 409, body: { code: 'serial_elsewhere' } });
    expect((await ship(['A1', 'A2'])).body.lines).toMatchObject([{ serialsOnRoad: ['A1', 'A2'], unnamedMilli: 1000, inTransitMilli: 3000 }]);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('INV-136 come only with their transfer; one that does not come stays on the road, then is given up by its name', async () => {
    const variantId = await givePieceVariant(test, 'GPS');
    await givePieces(test, { variantId, locationId: soho }, { serials: ['B1', 'B2', 'B3', 'B4'] });
    await givePieces(test, { variantId, locationId: leeds }, { serials: ['B9'] });
    const send = async (serials: string[]) => {
      const { id, lines } = await open(variantId, serials.length);
      await post(`/${id}/ship`, { lines: [{ lineId: lines[0]?.id, quantityMilli: serials.length * 1000, serials }] });
      return { id, lineId: lines[0]?.id };
    };
    const { id, lineId } = await send(['B1', 'B2', 'B3']);
    const other = await send(['B4']);
    const receive = (counts: object) => post(`/${id}/receipts`, { lines: [{ lineId, ...counts }] });
    expect(await receive({ receivedMilli: 2000, serials: ['B1', 'B9'] })).toMatchObject({ status: 409, body: { code: 'serial_not_sent', details: { serials: ['B9'] }, detail: expect.stringContaining('B9 was not sent with TR-') as string } });
    expect((await receive({ receivedMilli: 1000, serials: ['B4'] })).body.code).toBe('serial_not_sent'); // of the other transfer
    expect((await receive({ receivedMilli: 1000 })).body.code).toBe('serials_required');
    expect(await levelOf(test, { variantId, locationId: leeds })).toMatchObject({ sellable: 1000 });
    expect((await receive({ receivedMilli: 1000, serials: ['b3'], damagedMilli: 1000, damagedSerials: ['B1'] })).body).toMatchObject({ status: 'shipped', lines: [{ serialsOnRoad: ['B2'] }] });
    expect(await piecesAt(test, variantId)).toEqual({ B1: 'damaged', B2: 'transit', B3: 'shelf', B4: 'transit', B9: 'shelf' });
    expect((await receive({ receivedMilli: 0, missingMilli: 1000 })).body).toMatchObject({ status: 'received', missingMilli: 1000 });
    expect(await piecesAt(test, variantId)).toMatchObject({ B2: 'shrink', B4: 'transit' });
    expect((await post(`/${other.id}/receipts`, { lines: [{ lineId: other.lineId, receivedMilli: 1000, serials: ['B4'] }] })).body.status).toBe('received');
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
