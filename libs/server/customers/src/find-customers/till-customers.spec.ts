import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddedCustomer, FoundCustomers } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { CustomersHttpModule } from '../customers-http.module';

let test: TestDatabase;
let app: NestFastifyApplication;
const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: newId(), epoch: 1 };
let actor: Actor = till;
const [mina, tom, minette] = [newId(), newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [CustomersHttpModule], actor: () => actor });
  await test.database.insertInto('customer').values([
    { id: mina, name: 'Mina Patel', email: 'mina@mail.example', phone: '+447700900114', groups: ['Members'], member_code: 'M1001' },
    { id: tom, name: 'Tom 100% Wool', email: 'tom@mail.example' },
    { id: minette, name: 'Jo Minette', email: 'jo@mail.example', phone: '+493023125100' },
  ]).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = till; });

const find = async (q: string): Promise<string[]> => (await app.inject({ url: `/api/pos/customers?q=${encodeURIComponent(q)}`, headers: signedIn })).json<FoundCustomers>().items.map(({ name }) => name);
const add = async (body: object) => app.inject({ method: 'POST', url: '/api/pos/customers', headers: signedIn, payload: { id: newId(), locale: 'en', ...body } });

describe('customers at a till', () => {
  it('are found by part of a name, e-mail, telephone as people write it, and member code', async () => {
    expect(await find('min')).toEqual(['Mina Patel', 'Jo Minette']);
    expect(await find('jo@mail')).toEqual(['Jo Minette']);
    expect(await find('07700 900114')).toEqual(['Mina Patel']);
    expect(await find('m-1001')).toEqual(['Mina Patel']);
    expect(await find('100%')).toEqual(['Tom 100% Wool']);
    expect(await find('0_')).toEqual([]);
    expect((await app.inject({ url: '/api/pos/customers?q=m', headers: signedIn })).statusCode).toBe(400);
  });

  it('are added once: the same request again, or somebody with the address, is answered as known', async () => {
    const id = newId();
    const first = await add({ id, name: 'Kofi Annor', email: 'Kofi@Mail.example' });
    expect(first.json<AddedCustomer>()).toMatchObject({ isNew: true, customer: { id, name: 'Kofi Annor', email: 'kofi@mail.example', groups: [] } });
    expect((await add({ id, name: 'Kofi Annor', email: 'kofi@mail.example' })).json<AddedCustomer>()).toMatchObject({ isNew: false, customer: { id } });
    expect((await add({ name: 'M. P.', email: 'MINA@mail.example' })).json<AddedCustomer>()).toMatchObject({ isNew: false, customer: { id: mina, name: 'Mina Patel', groups: ['Members'] } });
    expect((await add({ name: 'Without Address' })).json<AddedCustomer>()).toMatchObject({ isNew: true, customer: { email: null } });
    expect((await add({ name: '  ' })).statusCode).toBe(400);
    expect(await test.database.selectFrom('audit_entry').select(['action', 'actor_name']).where('subject', '=', 'customer').execute()).toEqual([{ action: 'add', actor_name: 'Till 1' }, { action: 'add', actor_name: 'Till 1' }]);
  });

  it('get their groups from the office only, and the history says what they were', async () => {
    const put = (id: string) => app.inject({ method: 'PUT', url: `/api/customers/${id}/groups`, headers: signedIn, payload: { groups: ['Staff', 'Members', 'Staff'] } });
    expect((await put(mina)).statusCode).toBe(403);
    actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'i@x.example', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }] };
    expect((await put(mina)).json()).toMatchObject({ groups: ['Members', 'Staff'] });
    expect((await put(newId())).json()).toMatchObject({ status: 404, code: 'not_found' });
    expect(await test.database.selectFrom('audit_entry').select(['before', 'after']).where('action', '=', 'set_groups').execute()).toEqual([{ before: { groups: ['Members'] }, after: { groups: ['Members', 'Staff'] } }]);
  });
});
