import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { hash } from 'argon2';
import { IdentityHttpModule } from '../identity-http.module';
import { hashSecret } from '../secrets';
import { StaffRepository } from '../staff.repository';
import { SignInUseCase } from './sign-in.use-case';

let test: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  const id = newId();
  await test.database.insertInto('staff_user').values({ id, email: 'ines@fieldhouse.example', name: 'Ines', password_hash: await hash('right') }).execute();
  await test.database.insertInto('staff_role').values({ id: newId(), user_id: id, role: 'merchandiser' }).execute();
  app = await createTestApp(test, { imports: [IdentityHttpModule], actor: () => null });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const signIn = (email: string, password: string) => app.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { email, password } });
const sessions = async () => (await test.database.selectFrom('staff_session').select('user_id').execute()).length;

describe('sign-in', () => {
  it('opens a session for the right password, in a cookie that scripts cannot read', async () => {
    const answer = await signIn('Ines@Fieldhouse.example', 'right');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^oneshelf_session=ses_[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    expect(await sessions()).toBe(1);
  });

  it('ends with the sign-out at once, though who has a session is remembered for a second', async () => {
    const staff = app.get(StaffRepository, { strict: false });
    const cookie = String((await signIn('ines@fieldhouse.example', 'right')).headers['set-cookie']);
    const token = /^oneshelf_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    const who = () => staff.bySessionHash(hashSecret(token));
    expect((await who())?.email).toBe('ines@fieldhouse.example');
    await app.get(SignInUseCase, { strict: false }).signOut(token);
    expect(await who()).toBeNull();
  });

  it.each([['ines@fieldhouse.example', 'wrong'], ['nobody@fieldhouse.example', 'right']])('says the same for %s with %s, and opens nothing', async (email, password) => {
    const before = await sessions();
    const answer = await signIn(email, password);
    expect({ status: answer.statusCode, code: answer.json<{ code: string }>().code }).toEqual({ status: 401, code: 'wrong_credentials' });
    expect(await sessions()).toBe(before);
  });

  it('asks to wait after ten tries for one address', async () => {
    const answers = [];
    for (let tries = 0; tries < 11; tries += 1) answers.push((await signIn('guess@fieldhouse.example', 'x')).statusCode);
    expect(answers).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('refuses a body that is no sign-in, by field', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { email: 'x' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ details: { messages: string[] } }>().details.messages[0]).toMatch(/^email: /);
  });
});
