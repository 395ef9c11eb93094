import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationDirectory } from './organisation-directory';
import { OrganisationRepository } from './organisation.repository';

const [soho, closed] = [newId(), newId()];
let test: TestDatabase;
let directory: OrganisationDirectory;

beforeAll(async () => {
  test = await createTestDatabase();
  const place = (id: string, code: string, active: boolean) => ({ id, code, name: code, kind: 'store', market_code: 'GB', channel_code: 'store-gb', country: 'GB', time_zone: 'Europe/London', address: JSON.stringify({ lines: [], city: 'London', postalCode: 'W1' }), latitude: 51.5, longitude: -0.1, can_ship: true, can_pickup: true, active });
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('location').values([place(soho, 'SOHO', true), place(closed, 'OLD', false)]).execute();
  await test.database.insertInto('channel_location').values([{ channel_code: 'web-gb', location_id: soho }, { channel_code: 'web-gb', location_id: closed }]).execute();
  directory = new OrganisationDirectory(new OrganisationRepository(test.database));
});
afterAll(() => test.drop());

describe('the directory', () => {
  it('knows markets and open locations, and feeds a channel from open ones only', async () => {
    expect((await directory.market('GB')).currency).toBe('GBP');
    expect((await directory.locations()).map((location) => location.code)).toEqual(['SOHO']);
    expect((await directory.locationsOfChannel('web-gb')).map((location) => location.id)).toEqual([soho]);
    expect(await directory.findLocation(closed)).toBeUndefined();
  });

  it('calls an unknown code of our own a bug', async () => {
    await expect(directory.market('FR')).rejects.toThrow('There is no market FR');
  });
});
