import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceReview, SavedDraft, SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let [list, boot, sock] = ['', '', ''];
const ines: Actor = merchandiser;
const marcus: Actor = { ...merchandiser, id: newId(), name: 'Marcus Bell' };
const [inesSheet, marcusSheet] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = ines;
  list = await giveBook(test, { code: 'list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT' }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
/** A save by somebody: variant, what was seen there, and the new amount. */
const save = async (who: Actor, ...changes: [string, number | null, number | null][]) => {
  actor = who;
  return (await ask<SavedDraft>('PATCH', `price-books/${list}/draft`, { editorId: who === ines ? inesSheet : marcusSheet, changes: changes.map(([variantId, sawMinor, amountMinor]) => ({ variantId, sawMinor, amountMinor })) })).body;
};
const news = async (who: Actor, known: Partial<SheetNewsRequest> = {}) => {
  actor = who;
  return (await ask<SheetNews>('POST', 'markets/GB/price-sheet/news', { editorId: who === ines ? inesSheet : marcusSheet, release: 0, drafts: [{ bookId: list, versionId: null, revision: 0 }], ...known })).body;
};
const drafted = () => test.database.selectFrom('price_draft_change').select(['variant_id', 'amount_minor', 'changed_by']).orderBy('amount_minor').execute();
async function publish() {
  const { body } = await ask<PriceReview>('GET', 'markets/GB/price-review');
  return ask('POST', 'markets/GB/publish', { drafts: body.books.map(({ versionId, revision }) => ({ versionId, revision })) });
}

describe('a save', () => {
  it('leaves a cell alone that somebody else changed since, says who and when, and saves the others', async () => {
    await save(marcus, [boot, null, 9000]);
    const answer = await save(ines, [boot, null, 9500], [sock, null, 600]);
    expect(answer).toEqual({ versionId: expect.any(String), number: 1, changes: 2, revision: 3, clashes: [{ variantId: boot, fromMilli: 0, amountMinor: 9000, changedBy: 'Marcus Bell', changedAt: expect.any(String) }] });
    expect(await drafted()).toEqual([{ variant_id: sock, amount_minor: 600, changed_by: 'Ines Duarte' }, { variant_id: boot, amount_minor: 9000, changed_by: 'Marcus Bell' }]);
    // Mine, now that theirs was seen.
    expect((await save(ines, [boot, 9000, 9500])).clashes).toEqual([]);
    expect(await drafted()).toMatchObject([{ amount_minor: 600 }, { amount_minor: 9500, changed_by: 'Ines Duarte' }]);
  });

  it('changes nothing, and writes no audit row, where every cell clashes', async () => {
    await save(marcus, [boot, null, 9000]);
    const before = await everythingOf(test);
    expect(await save(ines, [boot, null, 9500])).toMatchObject({ changes: 1, revision: 2, clashes: [{ variantId: boot, amountMinor: 9000 }] });
    expect(await everythingOf(test)).toBe(before);
  });

  it('does not clash with itself: what was sent without an answer is sent again', async () => {
    await save(ines, [boot, null, 9000]);
    expect((await save(ines, [boot, null, 9100])).clashes).toEqual([]);
    expect(await drafted()).toMatchObject([{ amount_minor: 9100 }]);
  });

  it('clashes with a price that was taken back, and with one that was published meanwhile', async () => {
    await save(marcus, [boot, null, 9000]);
    await publish();
    expect((await save(ines, [boot, null, 9500])).clashes).toMatchObject([{ amountMinor: 9000, changedBy: 'Marcus Bell' }]);
    await save(marcus, [boot, 9000, null]);
    expect((await save(ines, [boot, 9000, 9500])).clashes).toMatchObject([{ amountMinor: null, changedBy: 'Marcus Bell' }]);
    await save(marcus, [boot, null, 9000]);
    expect((await save(ines, [boot, null, 9500])).clashes).toMatchObject([{ amountMinor: 9000, changedBy: 'Marcus Bell' }]);
  });

  it('lets one of two win who write the same cell at once, and tells the other', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const seen = round * 100;
      await ask('PATCH', `price-books/${list}/draft`, { changes: [{ variantId: boot, amountMinor: seen }] });
      const write = (editorId: string, amountMinor: number) => ask<SavedDraft>('PATCH', `price-books/${list}/draft`, { editorId, changes: [{ variantId: boot, sawMinor: seen, amountMinor }] });
      const answers = await Promise.all([write(inesSheet, seen + 1), write(marcusSheet, seen + 2)]);
      const [stands] = await drafted();
      expect([seen + 1, seen + 2]).toContain(stands?.amount_minor);
      expect(answers.flatMap(({ body }) => body.clashes.map((cell) => cell.amountMinor))).toEqual([stands?.amount_minor]);
    }
  });

  it('without what was seen writes over whatever stands there, as before', async () => {
    await save(marcus, [boot, null, 9000]);
    actor = ines;
    expect((await ask<SavedDraft>('PATCH', `price-books/${list}/draft`, { changes: [{ variantId: boot, amountMinor: 1 }] })).body.clashes).toEqual([]);
    expect(await drafted()).toMatchObject([{ amount_minor: 1 }]);
  });
});

describe('news of an open sheet', () => {
  it('are the cells that others changed, also those taken back, and not its own', async () => {
    const { versionId } = await save(ines, [boot, null, 9000]);
    const known = { drafts: [{ bookId: list, versionId, revision: 2 }] };
    expect((await news(ines, known)).books).toEqual([]);
    await save(marcus, [sock, null, 600]);
    await save(ines, [boot, 9000, 9100]);
    expect((await news(ines, known)).books).toEqual([{ bookId: list, draft: { versionId, number: 1, revision: 4 }, isWhole: false, cells: [{ variantId: sock, fromMilli: 0, amountMinor: 600, changedBy: 'Marcus Bell', changedAt: expect.any(String) }] }]);
    await save(marcus, [sock, 600, null], [boot, 9100, null]);
    expect((await news(ines, { drafts: [{ bookId: list, versionId, revision: 4 }] })).books[0]?.cells.map(({ amountMinor }) => amountMinor)).toEqual([null, null]);
  });

  it('tell a publish: what is live now, by whom, and that the draft is gone', async () => {
    const { versionId } = await save(marcus, [boot, null, 9000]);
    await publish();
    expect(await news(ines, { drafts: [{ bookId: list, versionId, revision: 2 }] })).toEqual({
      release: 1, releasedBy: 'Marcus Bell', areColumnsOther: false, editors: [],
      books: [{ bookId: list, draft: null, isWhole: true, cells: [] }], live: [{ bookId: list, variantId: boot, fromMilli: 0, amountMinor: 9000 }],
    });
    expect(await news(ines, { release: 1 })).toMatchObject({ books: [], live: [] });
  });

  it('give the whole of a draft that the sheet does not know', async () => {
    const { versionId } = await save(marcus, [boot, null, 9000]);
    expect((await news(ines)).books).toMatchObject([{ isWhole: true, draft: { versionId, revision: 2 }, cells: [{ variantId: boot, amountMinor: 9000, changedBy: 'Marcus Bell' }] }]);
    await ask('POST', `price-books/${list}/draft/discard`);
    expect((await news(ines, { drafts: [{ bookId: list, versionId, revision: 2 }] })).books).toEqual([{ bookId: list, draft: null, isWhole: true, cells: [] }]);
  });

  it('say who else has the sheet open, each once and nobody who left', async () => {
    expect((await news(ines)).editors).toEqual([]);
    expect((await news(marcus)).editors).toEqual(['Ines Duarte']);
    expect((await news(ines)).editors).toEqual(['Marcus Bell']);
    await test.database.updateTable('price_sheet_editor').set({ seen_at: new Date(Date.now() - 20_000) }).where('editor_id', '=', marcusSheet).execute();
    expect((await news(ines)).editors).toEqual([]);
  });

  it('say that the market has other books, and refuse a market without any', async () => {
    await giveBook(test, { code: 'web', channelCode: 'web-gb' });
    expect((await news(ines)).areColumnsOther).toBe(true);
    actor = ines;
    expect(await ask('POST', 'markets/DE/price-sheet/news', { editorId: inesSheet, release: 0, drafts: [] })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    expect((await ask('POST', 'markets/GB/price-sheet/news', { editorId: 'me', release: 0, drafts: [] })).status).toBe(400);
    actor = staffWith('associate');
    expect((await ask('POST', 'markets/GB/price-sheet/news', { editorId: inesSheet, release: 0, drafts: [] })).status).toBe(403);
  });
});
