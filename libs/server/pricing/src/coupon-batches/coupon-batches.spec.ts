import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CouponBatchList, MadeCouponBatch, PromotionList } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { forgetAll, giveMarket, merchandiser, staffWith } from '../testing';
import { CODE_ALPHABET, newCouponCode } from './new-coupon-code';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = { code: string; details: { total: number; errors: unknown[] } }>(method: 'GET' | 'POST', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
async function promote(more: object = { coupon: { codes: [] } }): Promise<string> {
  const definition = { lane: 'item', channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 } }, ...more };
  return (await ask<{ id: string }>('POST', 'promotions', { name: 'Codes', marketCode: 'GB', definition, startsAt: '2026-01-01T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' })).body.id;
}
async function sendIn(promotionId: string, content: string, id: string = newId()) {
  const payload = `--x\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="codes.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--x--\r\n`;
  const answer = await app.inject({ method: 'POST', url: `/api/promotions/${promotionId}/coupon-batches/file`, headers: { ...signedIn, 'content-type': 'multipart/form-data; boundary=x' }, payload: Buffer.from(payload) });
  return { status: answer.statusCode, body: answer.json<MadeCouponBatch & { code: string; details: { total: number; errors: unknown[] } }>() };
}
const codes = async () => (await test.database.selectFrom('coupon_code').select('code').orderBy('code').execute()).map(({ code }) => code);
const csv = async (batchId: string) => (await app.inject({ method: 'GET', url: `/api/promotions/coupon-batches/${batchId}/codes.csv`, headers: signedIn })).body;

it('makes codes that can be read and not be guessed, lists the batch and hands out its file', async () => {
  const promotionId = await promote();
  const made = await ask<MadeCouponBatch>('POST', `promotions/${promotionId}/coupon-batches`, { id: newId(), count: 50, prefix: 'july' });
  expect(made).toMatchObject({ status: 201, body: { size: 50 } });
  const shown = (await csv(made.body.id)).replace('\ufeff', '').trim().split('\r\n');
  expect(shown).toHaveLength(51);
  expect(shown.slice(1).filter((row) => !/^JULY(-[BCDFGHJKMNPQRSTVWXYZ2-9]{4}){3},free,$/.test(row))).toEqual([]);
  expect(new Set(shown).size).toBe(51);
  await test.database.updateTable('coupon_code').set({ used_by_order: newId(), used_at: '2026-11-22T10:00:00Z' }).where('code', '=', (await codes())[0] ?? '').execute();
  expect((await csv(made.body.id)).split('\r\n')[1]).toMatch(/^JULY-.*,used,2026-11-22T10:00:00\.000Z$/);
  expect((await ask<CouponBatchList>('GET', `promotions/${promotionId}/coupon-batches`)).body.items).toEqual([
    { id: made.body.id, prefix: 'JULY', origin: 'made', size: 50, used: 1, madeBy: 'Ines Duarte', madeAt: expect.any(String) as string },
  ]);
  expect((await ask<PromotionList>('GET', 'promotions')).body.items).toMatchObject([{ usage: { uses: 0, spentMinor: 0, codes: 50 } }]);
  expect(await test.database.selectFrom('audit_entry').select('action').where('subject', '=', 'coupon_batch').orderBy('id').execute()).toEqual([{ action: 'make' }, { action: 'download' }, { action: 'download' }]);
});

it('makes 100,000 codes within ten seconds, and nothing more when the same batch is asked for again', async () => {
  const promotionId = await promote();
  const body = { id: newId(), count: 100_000, prefix: '' };
  const started = performance.now();
  expect(await ask('POST', `promotions/${promotionId}/coupon-batches`, body)).toMatchObject({ status: 201, body: { size: 100_000 } });
  const tookMs = performance.now() - started;
  expect(tookMs < 10_000 ? 'within ten seconds' : tookMs).toBe('within ten seconds');
  expect(await ask('POST', `promotions/${promotionId}/coupon-batches`, body)).toMatchObject({ status: 201, body: { id: body.id, size: 100_000 } });
  const [counted] = await test.database.selectFrom('coupon_code').select((count) => count.fn.countAll<number>().as('n')).execute();
  expect(counted?.n).toBe(100_000);
}, 60_000);

it('takes a file of own codes whole, and refuses one with errors whole, naming row and column', async () => {
  const promotionId = await promote();
  expect(await sendIn(promotionId, 'code\nSpring 26-A\nSPRING-B\n')).toMatchObject({ status: 201, body: { size: 2 } });
  expect(await codes()).toEqual(['SPRING26A', 'SPRINGB']);
  expect(await sendIn(promotionId, 'NEW-1\nspring b\nNEW-2\n')).toMatchObject({ status: 422, body: { code: 'invalid_codes', details: { total: 1, errors: [{ row: 2, column: 1, code: 'taken' }] } } });
  expect(await sendIn(promotionId, 'NEW-1\nNE\u0001W-2\n')).toMatchObject({ status: 422, body: { details: { total: 1, errors: [{ row: 2, column: 1, code: 'control_character', message: 'This code holds the control character U+0001. Take it out.' }] } } });
  expect(await codes()).toEqual(['SPRING26A', 'SPRINGB']);
  expect((await sendIn(promotionId, 'NEW-1', 'no id')).status).toBe(400);
});

it('refuses codes for a promotion without single-use codes or that has ended, and asks for the merchandiser', async () => {
  const make = (id: string, more: object = {}) => ask('POST', `promotions/${id}/coupon-batches`, { id: newId(), count: 1, ...more });
  const [shared, ended] = [await promote({ coupon: { codes: ['SHARED'] } }), await promote()];
  expect(await make(shared)).toMatchObject({ status: 409, body: { code: 'not_single_use' } });
  await app.inject({ method: 'POST', url: `/api/promotions/${ended}/end`, headers: signedIn });
  expect(await make(ended)).toMatchObject({ status: 404, body: { code: 'unknown_promotion' } });
  expect((await make(shared, { prefix: 'A\nB' })).status).toBe(400);
  expect((await make(shared, { count: 100_001 })).status).toBe(400);
  actor = staffWith('operations');
  expect((await make(shared)).status).toBe(403);
  expect((await ask('GET', `promotions/${shared}/coupon-batches`)).status).toBe(403);
  expect(await codes()).toEqual([]);
});

it('refuses limits that make no sense and codes with control characters', async () => {
  const create = (more: object) => ask('POST', 'promotions', {
    name: 'Codes', marketCode: 'GB', startsAt: '2026-01-01T00:00:00Z', endsAt: '2030-01-01T00:00:00Z',
    definition: { lane: 'item', channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 } }, ...more },
  });
  for (const limits of [{ uses: 0 }, { uses: 1.5 }, { budgetMinor: 0 }, { usesPerCode: 1 }, { other: 1 }]) expect((await create({ limits })).status).toBe(400);
  for (const code of ['A\u0000BC', 'A\u0007BC', '\u200bABC', 'ABC\n', 'ab']) expect((await create({ coupon: { codes: [code] } })).status).toBe(400);
  expect((await create({ coupon: { codes: ['ABC'] }, limits: { uses: 1, usesPerCustomer: 1, usesPerCode: 1, budgetMinor: 1 } })).status).toBe(201);
});

it('draws every letter of the alphabet about as often as the others', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 5_000; index += 1) for (const letter of newCouponCode('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  // 60,000 letters over 28: 2,143 each, within six standard deviations (6 × 45).
  expect([...CODE_ALPHABET].filter((letter) => Math.abs((counts.get(letter) ?? 0) - 60_000 / 28) > 273)).toEqual([]);
});
