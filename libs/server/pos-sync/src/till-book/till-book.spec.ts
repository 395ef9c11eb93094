import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type DeviceActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { PosSyncHttpModule } from '../pos-sync-http.module';
import { TillBookRepository } from './till-book.repository';

const till: DeviceActor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: newId(), epoch: 1 };
let test: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [PosSyncHttpModule], actor: () => till });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const report = (payload: object) => app.inject({ method: 'PUT', url: '/api/pos/held-book', headers: { authorization: 'Bearer till' }, payload });
const held = async () => (await app.get(TillBookRepository, { strict: false }).ofLocations([till.locationId])).map(({ registerId, bookVersion }) => [registerId, bookVersion]);

describe('the book that a till holds', () => {
  it('is what it said last, also an older one; what cannot be read changes nothing', async () => {
    expect((await report({ bookVersion: 'GB:12.4' })).statusCode).toBe(204);
    expect(await held()).toEqual([[till.registerId, 'GB:12.4']]);
    expect((await report({ bookVersion: 'GB:11.4' })).statusCode).toBe(204);
    expect((await report({ bookVersion: '' })).statusCode).toBe(400);
    expect(await held()).toEqual([[till.registerId, 'GB:11.4']]);
    expect(await app.get(TillBookRepository, { strict: false }).ofLocations([])).toEqual([]);
  });

  it('is not overtaken by an older word that comes late', async () => {
    const books = app.get(TillBookRepository, { strict: false });
    await books.report(till, 'GB:13.1', new Date(Date.now() + 60_000));
    await books.report(till, 'GB:12.1', new Date(Date.now() + 30_000));
    expect(await held()).toEqual([[till.registerId, 'GB:13.1']]);
  });
});
