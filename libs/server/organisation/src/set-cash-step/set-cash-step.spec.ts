import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationDirectory } from '../organisation-directory';
import { OrganisationHttpModule } from '../organisation-http.module';
import { OrganisationRepository } from '../organisation.repository';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const as = (role: Role): Actor => ({ kind: 'staff', id: newId(), name: 'Hannah', email: 'h@x.example', locale: 'en', grants: [{ role, locationId: null }] });

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [OrganisationHttpModule], actor: () => actor });
  const market = (code: string, currency: string) => ({ code, name: code, country: code, currency, tax_inclusive: true, locale: 'de-DE' });
  await test.database.insertInto('market').values([market('CH', 'CHF'), market('SE', 'SEK'), market('FI', 'EUR'), market('GB', 'GBP')]).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = as('finance'); });

const put = (code: string, cashStepMinor: number | null) => app.inject({ method: 'PUT', url: `/api/markets/${code}/cash-step`, headers: signedIn, payload: { cashStepMinor } });
const steps = async () => {
  const { markets } = await new OrganisationDirectory(new OrganisationRepository(test.database)).read();
  return Object.fromEntries([...markets].map(([code, market]) => [code, market.cashStepMinor]));
};

describe('the smallest coin of a market', () => {
  it('is its currency’s, unless the market says another, as Finland does', async () => {
    expect(await steps()).toEqual({ CH: 5, SE: 100, FI: 1, GB: 1 });
    expect((await put('FI', 5)).json()).toEqual({ marketCode: 'FI', cashStepMinor: 5 });
    expect(await steps()).toMatchObject({ FI: 5 });
    // A change must not move the market in every list of them.
    expect(Object.keys(await steps())).toEqual(['CH', 'SE', 'FI', 'GB']);
    expect((await put('FI', null)).json()).toEqual({ marketCode: 'FI', cashStepMinor: 1 });
    expect(await test.database.selectFrom('audit_entry').select(['before', 'after']).where('subject', '=', 'market').orderBy('id').execute()).toEqual([
      { before: { cashStepMinor: null }, after: { cashStepMinor: 5 } }, { before: { cashStepMinor: 5 }, after: { cashStepMinor: null } },
    ]);
  });

  it('is above zero, of a market that there is, and for finance to set', async () => {
    expect((await put('FI', 0)).statusCode).toBe(400);
    expect((await put('XX', 5)).json()).toMatchObject({ status: 404, code: 'unknown_market' });
    actor = as('associate');
    expect((await put('FI', 5)).statusCode).toBe(403);
  });
});
