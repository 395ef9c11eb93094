import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { giveMarket, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor = staffWith('operations');
const standard = { code: 'standard', names: { en: 'Standard', de: 'Standard' }, feeMinor: 495, countries: ['GB'], minItemsMinor: null, maxItemsMinor: null, taxClass: null as string | null };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function put(channel: string, methods: object[], seen: object[] = []): Promise<{ status: number; code?: string; detail?: string }> {
  const answer = await app.inject({ method: 'PUT', url: `/api/channels/${channel}/shipping-methods`, headers: signedIn, payload: { methods, seen } });
  return { status: answer.statusCode, ...(answer.body === '' ? {} : answer.json<{ code: string; detail: string }>()) };
}
const stored = async () => (await test.database.selectFrom('shipping_method').select('code').execute()).map(({ code }) => code);

describe('shipping methods', () => {
  it('are refused in words where they cannot be: a class without a rate, two of one code, bounds the wrong way round, no country', async () => {
    expect(await put('web-gb', [{ ...standard, taxClass: 'books' }])).toMatchObject({ status: 422, code: 'unknown_tax_class', detail: expect.stringContaining('Choose one of standard') as string });
    expect(await put('web-gb', [standard, { ...standard, feeMinor: 1 }])).toMatchObject({ status: 400, code: 'invalid_input' });
    expect(await put('web-gb', [{ ...standard, minItemsMinor: 10, maxItemsMinor: 9 }])).toMatchObject({ status: 400 });
    expect(await put('web-gb', [{ ...standard, countries: [] }])).toMatchObject({ status: 400 });
    expect(await put('web-xx', [standard])).toMatchObject({ status: 404, code: 'unknown_channel' });
    expect(await stored()).toEqual([]);
  });

  it('are the merchandiser’s and operations’ to set, and not overwritten unseen', async () => {
    expect((await put('web-gb', [{ ...standard, taxClass: 'standard' }])).status).toBe(204);
    expect(await put('web-gb', [])).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    actor = staffWith('finance');
    expect((await put('web-gb', [])).status).toBe(403);
    expect(await stored()).toEqual(['standard']);
  });
});
