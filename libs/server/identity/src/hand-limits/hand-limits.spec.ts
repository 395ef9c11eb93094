import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { IdentityHttpModule } from '../identity-http.module';
import { TillPeople } from './till-people.query';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const locationId = newId();
const as = (role: Role): Actor => ({ kind: 'staff', id: newId(), name: 'Marcus', email: 'm@x.example', locale: 'en', grants: [{ role, locationId: null }] });

beforeAll(async () => {
  test = await createTestDatabase();
  actor = as('operations');
  app = await createTestApp(test, { imports: [IdentityHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const put = (role: string, payload: object) => app.inject({ method: 'PUT', url: `/api/hand-limits/${role}`, headers: signedIn, payload });
const list = async () => (await app.inject({ url: '/api/hand-limits', headers: signedIn })).json<{ items: { role: string; discountBasisPoints: number; priceBasisPoints: number | null }[] }>().items;

describe('limits by hand', () => {
  it('have defaults until somebody sets another, and the history says what they were', async () => {
    expect(await list()).toEqual([
      { role: 'associate', discountBasisPoints: 1000, priceBasisPoints: null }, { role: 'store_manager', discountBasisPoints: 3000, priceBasisPoints: 5000 }, { role: 'admin', discountBasisPoints: 10_000, priceBasisPoints: 10_000 },
    ]);
    expect((await put('associate', { discountBasisPoints: 500, priceBasisPoints: 0 })).statusCode).toBe(200);
    expect((await put('associate', { discountBasisPoints: 700, priceBasisPoints: null })).json()).toMatchObject({ items: [{ role: 'associate', discountBasisPoints: 700, priceBasisPoints: null }, {}, {}] });
    expect(await test.database.selectFrom('audit_entry').select(['before', 'after']).where('subject', '=', 'hand_limit').orderBy('id').execute()).toMatchObject([{ before: { discountBasisPoints: 1000 }, after: { discountBasisPoints: 500 } }, { before: { discountBasisPoints: 500 }, after: { discountBasisPoints: 700 } }]);
  });

  it('are of roles that stand at tills, of shares, and for operations to set', async () => {
    expect((await put('finance', { discountBasisPoints: 500, priceBasisPoints: null })).json()).toMatchObject({ status: 404, code: 'unknown_role' });
    expect((await put('associate', { discountBasisPoints: 10_001, priceBasisPoints: null })).statusCode).toBe(400);
    actor = as('associate');
    expect((await put('associate', { discountBasisPoints: 10_000, priceBasisPoints: null })).statusCode).toBe(403);
    actor = as('operations');
  });

  it('of a person are the most of the roles that she has at this store', async () => {
    const [ana, elsewhere] = [newId(), newId()];
    for (const id of [ana, elsewhere]) await test.database.insertInto('staff_user').values({ id, email: `${id}@x.example`, name: 'Ana', pin_salt: '0a', pin_hash: '0b' }).execute();
    const role = (userId: string, name: Role, at: string) => ({ id: newId(), user_id: userId, role: name, location_id: at });
    await test.database.insertInto('staff_role').values([role(ana, 'associate', locationId), role(ana, 'store_manager', locationId), role(elsewhere, 'store_manager', newId())]).execute();
    const limits = await app.get(TillPeople, { strict: false }).limitsAt(locationId);
    expect([...limits]).toEqual([[ana, { discountBasisPoints: 3000, priceBasisPoints: 5000 }]]);
  });
});
