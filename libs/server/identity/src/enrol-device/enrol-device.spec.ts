import type { TestingModule } from '@nestjs/testing';
import { newId, system } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { DeviceRepository } from '../device.repository';
import { IdentityHttpModule } from '../identity-http.module';
import { hashSecret } from '../secrets';
import { EnrolDeviceUseCase } from './enrol-device.use-case';

const [locationId, registerId] = [newId(), newId()];
let test: TestDatabase;
let context: TestingModule;
let enrol: EnrolDeviceUseCase;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database
    .insertInto('location')
    .values({ id: locationId, code: 'SOHO', name: 'London Soho', kind: 'store', market_code: 'GB', country: 'GB', time_zone: 'Europe/London', address: '{}', latitude: 0, longitude: 0, can_ship: true, can_pickup: true })
    .execute();
  await test.database.insertInto('register').values({ id: registerId, location_id: locationId, number: 1, name: 'Till 1' }).execute();
  context = await createTestContext(test, { imports: [IdentityHttpModule] });
  enrol = context.get(EnrolDeviceUseCase);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const offer = async (): Promise<string> => {
  const offered = await enrol.offerCode(system('test'), registerId);
  if (!offered.ok) throw new Error('no code');
  return offered.value.code;
};
const deviceOf = (token: string) => context.get(DeviceRepository).byTokenHash(hashSecret(token));

describe('enrolling a till', () => {
  it('turns a code into a token once; only its hash is kept', async () => {
    const code = await offer();
    const first = await enrol.run({ code: code.toLowerCase() });
    if (!first.ok) throw new Error('refused');
    expect(first.value).toMatchObject({ register: { number: 1 }, location: { code: 'SOHO' }, epoch: 2 });
    expect(await deviceOf(first.value.token)).toMatchObject({ kind: 'device', registerId, locationId, epoch: 2 });
    expect(JSON.stringify(await test.database.selectFrom('device').selectAll().execute())).not.toContain(first.value.token);
    expect(await enrol.run({ code })).toMatchObject({ ok: false, refusal: { kind: 'unknown_code' } });
  });

  it('ends the old token when another browser becomes the till, and begins a new epoch', async () => {
    const first = await enrol.run({ code: await offer() });
    const second = await enrol.run({ code: await offer() });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(await deviceOf(first.value.token)).toBeNull();
    expect(second.value.epoch).toBe(first.value.epoch + 1);
  });

  it('refuses a code whose time is over, and a register that is not there', async () => {
    const code = await offer();
    await test.database.updateTable('device').set({ enrolment_expires_at: new Date(0) }).execute();
    expect(await enrol.run({ code })).toMatchObject({ ok: false, refusal: { kind: 'unknown_code' } });
    expect(await enrol.offerCode(system('test'), newId())).toEqual({ ok: false, refusal: { kind: 'unknown_register' } });
  });

  it('refuses a code of another register to a till that keeps sales of its own, and the code stays good', async () => {
    const code = await offer();
    expect(await enrol.run({ code, registerId: newId() })).toMatchObject({ ok: false, refusal: { kind: 'other_register' } });
    expect(await enrol.run({ code, registerId })).toMatchObject({ ok: true, value: { register: { id: registerId } } });
  });

  it('revokes: the token works no more', async () => {
    const enrolled = await enrol.run({ code: await offer() });
    if (!enrolled.ok) throw new Error('refused');
    expect(await enrol.revoke(system('test'), registerId)).toEqual({ ok: true, value: null });
    expect(await deviceOf(enrolled.value.token)).toBeNull();
  });
});
