import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceApprovalState, PricePrediction } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { ReviewedDrafts } from '../predict-draft/reviewed-drafts';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, staffWith, versionsOf } from '../testing';
import { ApprovalRepository } from './approval.repository';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let list = '';
let [boot, sock] = ['', ''];
const hannah: Actor = { ...merchandiser, id: newId(), name: 'Hannah Vogt', grants: [{ role: 'finance', locationId: null }] };
const robin: Actor = { ...merchandiser, id: newId(), name: 'Robin Ashby', grants: [{ role: 'admin', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  app.get(ReviewedDrafts, { strict: false }).forecast = null;
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = { code: string; details: { reasons: object[] } }>(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const state = async () => (await ask<PriceApprovalState>('GET', 'markets/GB/price-approval')).body;
const save = (...changes: [string, number | null][]) => ask('PATCH', `price-books/${list}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) });
const publish = async (drafts?: PriceApprovalState['drafts']) => ask('POST', 'markets/GB/publish', { drafts: drafts ?? (await state()).drafts, acceptBelowCost: true });
const askFor = async (note = '') => ask<PriceApprovalState & { code: string }>('POST', 'markets/GB/price-approval', { drafts: (await state()).drafts, note });
const decide = (id: string | undefined, decision = 'approve', answer = '') => ask('POST', `price-approvals/${id}/decide`, { decision, answer });
const as = async <Value>(who: Actor, work: () => Promise<Value>): Promise<Value> => {
  const before = actor;
  actor = who;
  try { return await work(); } finally { actor = before; }
};
const sums = (marginBasisPoints: number) => ({ baskets: 1, unitsMilli: 1000, revenueMinor: 1, netMinor: 1, costedNetMinor: 1, marginMinor: 1, marginBasisPoints });
const two = (before: number, after: number) => ({ before: sums(before), after: sums(after) });
const prediction = (after: number, release = 0): PricePrediction => ({
  weeks: 4, from: '2026-10-01T00:00:00.000Z', to: '2026-10-29T00:00:00.000Z', bookVersion: `GB:${release}.1`, baskets: 1, basketsChanged: 1, leftOut: 0, isCut: false, all: two(4000, after), changed: two(4000, after), byWeek: [], movers: [],
});

it('lets one person publish what breaks no limit, also 500 prices', async () => {
  const many = [];
  for (let index = 0; index < 500; index += 1) many.push(await giveVariant(test, { sku: `M${index}`, costMinor: 100 }));
  await save(...many.map((id): [string, number] => [id, 1000]));
  expect(await state()).toMatchObject({ reasons: [], approval: null });
  expect(await publish()).toMatchObject({ status: 201, body: { changes: 500 } });
  await save([boot, 9000]);
  expect(await askFor()).toMatchObject({ status: 422, body: { code: 'no_approval_needed' } });
});

it('refuses a publish below cost until another person has agreed, and keeps who said what', async () => {
  await save([boot, 5999]);
  const before = await everythingOf(test);
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'approval_needed', details: { reasons: [{ kind: 'below_cost', found: 1, limit: 0 }] } } });
  expect(await everythingOf(test)).toBe(before);
  expect(await askFor('Clearance')).toMatchObject({ status: 201, body: { reasons: [{ kind: 'below_cost' }], approval: { status: 'waiting', note: 'Clearance', askedBy: 'Ines Duarte' }, isCurrent: true, mayDecide: false } });
  expect(await askFor()).toMatchObject({ status: 409, body: { code: 'already_asked' } });
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'approval_needed' } });
  const id = (await state()).approval?.id;
  expect(await as(hannah, state)).toMatchObject({ mayDecide: true });
  expect((await as(hannah, () => decide(id))).status).toBe(204);
  expect(await state()).toMatchObject({ approval: { status: 'approved', decidedBy: 'Hannah Vogt' }, isCurrent: true });
  expect((await publish()).status).toBe(201);
  expect(await test.database.selectFrom('audit_entry').select(['action', 'actor_name']).where('subject', '=', 'price_approval').orderBy('id').execute()).toEqual([{ action: 'ask_approval', actor_name: 'Ines Duarte' }, { action: 'approve', actor_name: 'Hannah Vogt' }]);
});

it('holds for exactly the approved revision: an edit voids it, before and after the decision', async () => {
  await save([boot, 5999]);
  await askFor();
  const id = (await state()).approval?.id;
  await save([sock, 500]);
  expect(await as(hannah, () => decide(id))).toMatchObject({ status: 409, body: { code: 'draft_changed' } });
  expect(await as(hannah, state)).toMatchObject({ approval: { status: 'waiting' }, isCurrent: false, mayDecide: false });
  await askFor();
  const again = (await state()).approval?.id;
  expect((await as(hannah, () => decide(again))).status).toBe(204);
  await save([sock, 600]);
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'approval_needed' } });
  expect(await versionsOf(test, list)).toEqual([[1, 'draft']]);
});

it('sends back with a reason, and can be asked again after an edit', async () => {
  await save([boot, 5999]);
  await askFor();
  const id = (await state()).approval?.id;
  expect((await as(hannah, () => decide(id, 'send_back'))).status).toBe(400);
  expect((await as(hannah, () => decide(id, 'send_back', 'Not before Friday'))).status).toBe(204);
  expect(await state()).toMatchObject({ approval: { status: 'sent_back', answer: 'Not before Friday' } });
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'approval_needed' } });
  expect(await as(robin, () => decide(id))).toMatchObject({ status: 409, body: { code: 'already_decided' } });
  await save([boot, 5998]);
  expect(await askFor()).toMatchObject({ status: 201, body: { approval: { status: 'waiting' } } });
});

it('lets nobody decide on prices of their own, an admin neither; roles are checked', async () => {
  await save([boot, 5999]);
  await askFor();
  const id = (await state()).approval?.id;
  const before = await everythingOf(test);
  expect(await as({ ...merchandiser, grants: [{ role: 'admin', locationId: null }] }, () => decide(id))).toMatchObject({ status: 403, body: { code: 'own_prices' } });
  expect(await decide(id)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect((await as(staffWith('operations'), state) as unknown as { code: string }).code).toBe('not_allowed');
  expect((await as(hannah, () => askFor())).status).toBe(403);
  expect((await as(hannah, () => decide(newId()))).status).toBe(404);
  expect(await everythingOf(test)).toBe(before);
  // Robin changes one price of the draft: it is Robin's too then.
  await as(robin, () => save([sock, 500]));
  await askFor();
  const again = (await state()).approval?.id;
  expect(await as(robin, () => decide(again))).toMatchObject({ status: 403, body: { code: 'own_prices' } });
});

it('takes one of two decisions at once, and one of two questions', async () => {
  await save([boot, 5999]);
  const { drafts } = await state();
  const asked = await Promise.all([1, 2, 3].map(() => ask('POST', 'markets/GB/price-approval', { drafts })));
  expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const id = (await state()).approval?.id;
  actor = hannah;
  const decided = await Promise.all([decide(id), decide(id, 'send_back', 'No'), decide(id)]);
  expect(decided.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
});

it('goes by the market\'s rule, which an approver sets', async () => {
  const rule = { maxChanges: 1, belowCost: false, belowFloor: true, marginFallBasisPoints: null };
  expect((await ask('PUT', 'markets/GB/approval-rule', rule)).status).toBe(403);
  actor = hannah;
  expect((await ask('PUT', 'markets/XX/approval-rule', rule)).status).toBe(404);
  expect((await ask('PUT', 'markets/GB/approval-rule', { ...rule, maxChanges: -1 })).status).toBe(400);
  expect((await ask('PUT', 'markets/GB/approval-rule', rule)).status).toBe(204);
  actor = merchandiser;
  await save([boot, 5999]);
  expect(await state()).toMatchObject({ rule, reasons: [] });
  await save([sock, 500]);
  expect((await state()).reasons).toEqual([{ kind: 'many_changes', found: 2, limit: 1 }]);
});

it('counts prices below a floor of ours, and below what the maker lets them be advertised at', async () => {
  actor = hannah;
  expect(await ask('PUT', 'markets/GB/price-floors', { floors: [{ variantId: newId(), amountMinor: 1 }] })).toMatchObject({ status: 422, body: { code: 'unknown_products' } });
  expect((await ask('PUT', 'markets/GB/price-floors', { floors: [{ variantId: sock, amountMinor: 700 }] })).status).toBe(204);
  await test.database.insertInto('reference_price').values({ market_code: 'GB', kind: 'map', source: 'Maker', variant_id: sock, amount_minor: 650, seen_at: new Date() }).execute();
  actor = merchandiser;
  expect((await ask('PUT', 'markets/GB/price-floors', { floors: [{ variantId: sock, amountMinor: null }] })).status).toBe(403);
  await save([sock, 649]);
  expect((await state()).reasons).toEqual([{ kind: 'below_floor', found: 1, limit: 0 }]);
  const violation = { bookName: 'gb-list', variantId: sock, sku: 'SOCK', title: 'Product SOCK', amountMinor: 649 };
  expect((await ask<object>('GET', 'markets/GB/floor-violations')).body).toEqual({ items: [{ ...violation, floorMinor: 700, kind: 'floor' }] });
  await as(hannah, () => ask('PUT', 'markets/GB/price-floors', { floors: [{ variantId: sock, amountMinor: null }] }));
  expect((await ask<object>('GET', 'markets/GB/floor-violations')).body).toEqual({ items: [{ ...violation, floorMinor: 650, kind: 'map' }] });
  await test.database.deleteFrom('reference_price').where('variant_id', '=', sock).execute();
  expect((await state()).reasons).toEqual([]);
});

it('replays past sales before a publish that lowers a price, once, and asks when the margin falls by more than two points', async () => {
  await save([boot, 9000], [sock, 600]);
  await publish();
  const drafts = app.get(ReviewedDrafts, { strict: false });
  const forecast = jest.fn(async (marketCode: string, of: readonly PriceApprovalState['drafts'][number][]) => {
    await drafts.keep({ marketCode, drafts: of }, prediction(3799, 1), new Date());
    return prediction(3799, 1);
  });
  drafts.forecast = forecast;
  await save([boot, 9500]);
  expect((await publish()).status).toBe(201);
  expect(forecast).not.toHaveBeenCalled();
  await save([boot, 8900]);
  expect(await state()).toMatchObject({ reasons: [], isReplayed: false });
  forecast.mockImplementation(async (marketCode, of) => {
    await drafts.keep({ marketCode, drafts: of }, prediction(3799, 2), new Date());
    return prediction(3799, 2);
  });
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'approval_needed', details: { reasons: [{ kind: 'margin_falls', found: 201, limit: 200 }] } } });
  expect(await publish()).toMatchObject({ status: 422 });
  expect(forecast).toHaveBeenCalledTimes(1);
  expect(await state()).toMatchObject({ reasons: [{ kind: 'margin_falls' }], isReplayed: true });
});

it('lists what waits, not what was edited since', async () => {
  const approvals = app.get(ApprovalRepository, { strict: false });
  await save([boot, 5999]);
  await askFor();
  expect(await approvals.waiting()).toMatchObject([{ marketCode: 'GB', changes: 1, askedBy: 'Ines Duarte' }]);
  await save([sock, 500]);
  expect(await approvals.waiting()).toEqual([]);
});
