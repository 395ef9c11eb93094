import { hash } from 'argon2';
import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { seedId } from '../seed-id';
import { demoCustomers } from './customers';
import { demo } from './directory';
import { demoStores } from './places';
import { hashPin, sha256Hex } from './secrets';
import type { DemoTimes } from './demo-times';

const ENROLMENT_EXPIRES_AT = '2099-12-31T00:00:00Z';

async function writeStaff(tx: Kysely<DB>): Promise<void> {
  // All share one password that everybody knows, so one hash is enough and saves seconds at the first start.
  const passwordHash = await hash(demo.password);
  const users = await Promise.all(demo.allStaff.map(async (person) => ({
    id: person.id,
    email: person.email,
    name: person.name,
    locale: person.locale,
    password_hash: person.hasPassword ? passwordHash : null,
    ...(person.pin === null ? { pin_salt: null, pin_hash: null } : await hashPin(person.pin)),
  })));
  const placeIds = new Map(demoStores.map((place) => [place.code, place.id]));
  await insertRows(tx, 'staff_user', users);
  await insertRows(tx, 'staff_role', demo.allStaff.map((person) => ({
    id: seedId(`role:${person.email}:${person.role}`),
    user_id: person.id,
    role: person.role,
    location_id: person.storeCode === null ? null : (placeIds.get(person.storeCode) ?? null),
  })));
}

/** Staff, tills that wait for their code, keys of the shop pages, and customers. */
export async function writePeople(tx: Kysely<DB>, times: DemoTimes): Promise<void> {
  await writeStaff(tx);
  await insertRows(tx, 'device', demoStores.flatMap((store) => store.registers.map((register) => ({
    id: register.deviceId,
    register_id: register.id,
    location_id: store.id,
    enrolment_code_hash: sha256Hex(register.enrolmentCode.toUpperCase()),
    enrolment_expires_at: ENROLMENT_EXPIRES_AT,
  }))));
  await insertRows(tx, 'api_key', Object.values(demo.apiKeys).map((apiKey) => ({
    id: apiKey.id,
    kind: 'publishable',
    name: apiKey.name,
    prefix: apiKey.key.slice(0, 12),
    key_hash: sha256Hex(apiKey.key),
    channel_code: apiKey.channelCode,
    created_at: times.founded,
  })));
  await insertRows(tx, 'customer', demoCustomers(times.founded));
}
