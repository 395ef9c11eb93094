import type { TestingModule } from '@nestjs/testing';
import { PublishPricesRequest } from '@oneshelf/contracts';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { EditDraftUseCase } from '../edit-draft/edit-draft.use-case';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, letOnePersonPublish, merchandiser, pricesOf, releasesOf, versionsOf } from '../testing';
import { VersionRepository } from '../version.repository';
import { PublishPricesUseCase } from './publish-prices.use-case';

let test: TestDatabase;
let context: TestingModule;
let edit: EditDraftUseCase;
let publish: PublishPricesUseCase;
let load: LoadPriceBook;
let [list, web] = ['', ''];
let [boot, sock] = ['', ''];
const now = new Date('2026-11-21T10:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  context = await createTestContext(test, { imports: [PricingHttpModule] });
  const get = <Value>(token: new (...values: never[]) => Value): Value => context.get(token, { strict: false });
  [edit, publish, load] = [get(EditDraftUseCase), get(PublishPricesUseCase), get(LoadPriceBook)];
});
beforeEach(async () => {
  await forgetAll(test);
  [list, web] = [await giveBook(test, { code: 'gb-list' }), await giveBook(test, { code: 'gb-web', channelCode: 'web-gb', priority: 10 })];
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

type Reviewed = { versionId: string; revision: number };

async function draft(bookId: string, ...changes: [string, number | null][]): Promise<Reviewed & { changes: number }> {
  const result = await edit.save(merchandiser, bookId, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, fromMilli: 0, amountMinor })) });
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

const run = (drafts: Reviewed[], request: Partial<PublishPricesRequest> = {}) =>
  publish.run({ marketCode: 'GB', request: PublishPricesRequest.parse({ drafts: drafts.map(({ versionId, revision }) => ({ versionId, revision })), ...request }), actor: merchandiser, now });

describe('publishing', () => {
  it('closes the old rows where the new ones begin, and the next version supersedes the live one', async () => {
    expect(await run([await draft(list, [boot, 9000], [sock, 600])])).toEqual({ ok: true, value: { status: 'live', release: 1, goesLiveAt: null, changes: 2 } });
    expect(await run([await draft(list, [boot, 9500])], { note: 'Spring' })).toMatchObject({ ok: true, value: { release: 2, changes: 1 } });
    expect(await run([await draft(list, [sock, null])])).toMatchObject({ ok: true, value: { release: 3, changes: 1 } });
    expect(await pricesOf(test, list)).toEqual(expect.arrayContaining([[boot, 1, 2, 9000], [sock, 1, 3, 600], [boot, 2, null, 9500]]));
    expect(await pricesOf(test, list)).toHaveLength(3);
    expect(await versionsOf(test, list)).toEqual([[1, 'superseded'], [2, 'superseded'], [3, 'live']]);
    expect(await test.database.selectFrom('price_book_version').select(['note', 'based_on']).where('number', '=', 2).execute()).toEqual([{ note: 'Spring', based_on: 1 }]);
    expect(await test.database.selectFrom('outbox_event').select(['name', 'payload']).orderBy('occurred_at').execute()).toEqual(
      [1, 2, 3].map((release) => ({ name: 'pricing.prices-published.v1', payload: { marketCode: 'GB', release } })),
    );
    expect(await test.database.selectFrom('audit_entry').select(['action', 'actor_name']).where('action', '=', 'publish').execute()).toHaveLength(3);
  });

  it('gives every past release exactly as it was, and the live one at once', async () => {
    await run([await draft(list, [boot, 9000], [sock, 600])]);
    await run([await draft(list, [boot, 9500]), await draft(web, [boot, 8900])]);
    await run([await draft(list, [sock, null])]);
    const prices = async (release?: number) => ((release === undefined ? await load.run('GB') : await load.ofVersion(`GB:${release}`))?.books ?? []).map((book) => [book.name, book.release, book.prices]);
    expect(await prices(1)).toEqual([['gb-list', 1, { [boot]: 9000, [sock]: 600 }], ['gb-web', 0, {}]]);
    expect(await prices(2)).toEqual([['gb-list', 2, { [boot]: 9500, [sock]: 600 }], ['gb-web', 2, { [boot]: 8900 }]]);
    expect(await prices()).toEqual([['gb-list', 3, { [boot]: 9500 }], ['gb-web', 2, { [boot]: 8900 }]]);
    const live = await load.run('GB');
    expect(live).toMatchObject({ version: expect.stringMatching(/^GB:3\.\d+$/), currency: 'GBP', taxInclusive: true, taxRates: [{ country: 'GB', rateBasisPoints: 2000 }] });
    expect(live.variants[boot]).toMatchObject({ taxClass: 'standard', collectionIds: [] });
    await run([await draft(list, [boot, 9900])]);
    expect(await prices()).toEqual([['gb-list', 4, { [boot]: 9900 }], ['gb-web', 2, { [boot]: 8900 }]]);
  });

  it('takes a change back that equals the live price, and has nothing to publish then', async () => {
    await run([await draft(list, [boot, 9000])]);
    expect((await draft(list, [boot, 9900], [sock, null])).changes).toBe(1);
    const empty = await draft(list, [boot, 9000]);
    expect(empty.changes).toBe(0);
    const before = await everythingOf(test);
    expect(await run([empty])).toMatchObject({ ok: false, refusal: { kind: 'nothing_to_publish' } });
    expect(await everythingOf(test)).toBe(before);
  });

  it('refuses what was published, discarded or edited since the review, an unknown version and a past time; nothing changes', async () => {
    const first = await draft(list, [boot, 9000]);
    await run([first]);
    const thrown = await draft(list, [boot, 9100]);
    await edit.discard(merchandiser, list);
    const edited = await draft(web, [boot, 8900]);
    await draft(web, [sock, 500]);
    const before = await everythingOf(test);
    const unknown = { ok: false, refusal: { kind: 'unknown_draft' } };
    expect(await run([first])).toMatchObject(unknown);
    expect(await run([thrown])).toMatchObject(unknown);
    expect(await run([{ versionId: newId(), revision: 1 }])).toMatchObject(unknown);
    expect(await run([edited])).toMatchObject({ ok: false, refusal: { kind: 'draft_changed', versionId: edited.versionId } });
    expect(await run([{ ...edited, revision: edited.revision + 1 }], { goesLiveAt: now.toISOString() })).toMatchObject({ ok: false, refusal: { kind: 'in_the_past' } });
    expect(await everythingOf(test)).toBe(before);
  });

  it('refuses a price below cost with the first ones named, unless it is accepted', async () => {
    // Cost 50.00, 20 % tax: 59.99 is below, 60.00 is not.
    await letOnePersonPublish(test);
    const low = await draft(list, [boot, 5999], [sock, 1]);
    const before = await everythingOf(test);
    expect(await run([low])).toEqual({
      ok: false,
      refusal: { kind: 'below_cost', total: 1, first: [{ bookName: 'gb-list', variantId: boot, sku: 'BOOT', title: 'Product BOOT', amountMinor: 5999, costMinor: 5000, isLoss: true, mapMinor: null }], message: expect.stringContaining('1 prices are below cost') },
    });
    expect(await run([low], { goesLiveAt: '2026-12-01T00:00:00.000Z' })).toMatchObject({ ok: false, refusal: { kind: 'below_cost' } });
    expect(await everythingOf(test)).toBe(before);
    expect(await run([low], { acceptBelowCost: true })).toMatchObject({ ok: true, value: { release: 1 } });
    expect(await run([await draft(list, [boot, 6000])])).toMatchObject({ ok: true, value: { release: 2 } });
  });
});

describe('several at once', () => {
  it('publish two books in one market with release numbers without a gap', async () => {
    const drafts = [await draft(list, [boot, 9000]), await draft(web, [boot, 8900])];
    const results = await Promise.all(drafts.map((one) => run([one])));
    expect(results.map((result) => result.ok && result.value.release).sort()).toEqual([1, 2]);
    expect(await releasesOf(test)).toEqual([1, 2]);
  });

  it('publish one draft once: the slower person is told, and one version is live', async () => {
    const one = await draft(list, [boot, 9000]);
    const results = await Promise.all([run([one]), run([one])]);
    expect(results.map((result) => (result.ok ? 'live' : result.refusal.kind)).sort()).toEqual(['live', 'unknown_draft']);
    expect(await versionsOf(test, list)).toEqual([[1, 'live']]);
    expect(await releasesOf(test)).toEqual([1]);
  });

  it('refuse a publish when somebody edits between the look and the lock', async () => {
    const one = await draft(list, [boot, 9000]);
    const versions = context.get(VersionRepository, { strict: false });
    const result = await race({ target: versions, method: 'lock', competitor: () => draft(list, [boot, 1]) }, () => run([one]));
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'draft_changed' } });
    expect([await pricesOf(test, list), await releasesOf(test)]).toEqual([[], []]);
  });

  it('open one draft when twelve people begin to edit, also while it is being published', async () => {
    const saved = await Promise.all(Array.from({ length: 12 }, (_, index) => draft(list, [index % 2 ? boot : sock, 7000 + index])));
    expect(new Set(saved.map((one) => one.versionId)).size).toBe(1);
    const last = saved.reduce((latest, one) => (one.revision > latest.revision ? one : latest));
    const [published] = await Promise.all([run([last]), draft(list, [boot, 9999]), draft(list, [sock, 999])]);
    const open = (await versionsOf(test, list)).filter(([, status]) => status === 'draft');
    expect(published.ok ? open.length : (published.refusal.kind === 'draft_changed' && open.length)).toBe(1);
  });
});

describe('a schedule', () => {
  const tomorrow = new Date('2026-11-22T06:00:00.000Z');
  const later = new Date('2026-11-23T06:00:00.000Z');

  it('goes live once with two workers, not before its time, as one release for all books of one moment', async () => {
    const drafts = [await draft(list, [boot, 9000]), await draft(web, [boot, 8900])];
    expect(await run(drafts, { goesLiveAt: tomorrow.toISOString(), note: 'Week 48' })).toEqual({ ok: true, value: { status: 'scheduled', release: null, goesLiveAt: tomorrow.toISOString(), changes: 2 } });
    expect(await publish.runDue(new Date(tomorrow.getTime() - 1))).toBe(0);
    expect([await pricesOf(test, list), await releasesOf(test)]).toEqual([[], [1]]);
    const taken = await Promise.all([publish.runDue(tomorrow), publish.runDue(tomorrow), publish.runDue(tomorrow)]);
    expect(taken.reduce((sum, count) => sum + count)).toBe(2);
    expect(await publish.runDue(later)).toBe(0);
    expect([await pricesOf(test, list), await pricesOf(test, web)]).toEqual([[[boot, 2, null, 9000]], [[boot, 2, null, 8900]]]);
    expect(await releasesOf(test)).toEqual([1, 2]);
    expect(await test.database.selectFrom('price_book_version').select('note').distinct().execute()).toEqual([{ note: 'Week 48' }]);
  });

  it('of two overdue versions of one book makes the later one win', async () => {
    await run([await draft(list, [boot, 9000])], { goesLiveAt: later.toISOString() });
    await run([await draft(list, [boot, 8000], [sock, 500])], { goesLiveAt: tomorrow.toISOString() });
    expect(await publish.runDue(later)).toBe(2);
    expect(await pricesOf(test, list)).toEqual(expect.arrayContaining([[boot, 3, 4, 8000], [sock, 3, null, 500], [boot, 4, null, 9000]]));
    expect(await versionsOf(test, list)).toEqual([[1, 'live'], [2, 'superseded']]);
  });

  it('of two versions of one book for the same moment makes the later one win', async () => {
    await run([await draft(list, [boot, 9000], [sock, 500])], { goesLiveAt: tomorrow.toISOString() });
    const second = await draft(list, [boot, 8000]);
    // Its author has seen what goes before.
    await test.database.updateTable('price_draft_change').set({ has_seen: true, seen_minor: 9000 }).where('version_id', '=', second.versionId).execute();
    await run([second], { goesLiveAt: tomorrow.toISOString() });
    expect(await publish.runDue(tomorrow)).toBe(2);
    expect(await pricesOf(test, list)).toEqual(expect.arrayContaining([[boot, 3, 4, 9000], [sock, 3, null, 500], [boot, 4, null, 8000]]));
  });
});
