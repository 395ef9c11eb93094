import type { PriceSheet, PriceSheetTable } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, type Database, DATABASE, newId, type StaffActor } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { LoadPriceBook } from './load-price-book/load-price-book.use-case';
import { PriceBookRepository } from './price-book.repository';
import { ReleaseRepository } from './release.repository';

type Test = Pick<TestDatabase, 'database'>;

export const merchandiser: StaffActor = { kind: 'staff', id: newId(), name: 'Ines Duarte', email: 'ines@example.com', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }] };

export const staffWith = (role: 'merchandiser' | 'finance' | 'operations' | 'associate'): Actor => ({ ...merchandiser, grants: [{ role, locationId: null }] });

/** The United Kingdom with 20 % tax in its prices, and a web channel. */
export async function giveMarket(test: Test): Promise<void> {
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('channel').values({ code: 'web-gb', name: 'Web UK', kind: 'web', market_code: 'GB' }).execute();
  await test.database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT', rate_basis_points: 2000, valid_from: '2011-01-04T00:00:00Z' }).execute();
}

/** Empties what a test wrote; market, channel and tax stay. One database a file: making one for each test costs seconds. */
export async function forgetAll(test: Test): Promise<void> {
  await sql`TRUNCATE price, price_coming, price_book, price_book_former, price_book_version, price_draft_change, price_release, promotion, promotion_use, promotion_counter, coupon_batch, coupon_code, product, variant, collection, outbox_event, handled_event, audit_entry, promotion_former, price_draft_edit, price_sheet_editor, reference_price, price_approval, price_approval_rule, price_floor, price_prediction, market_lanes CASCADE`.execute(test.database);
}

/** A book of the market, for all of it unless a channel is named. Answers its id. */
export async function giveBook(test: Test, { code, channelCode = null, priority = 0 }: { code: string; channelCode?: string | null; priority?: number }): Promise<string> {
  const id = newId();
  await test.database.insertInto('price_book').values({ id, code, name: code, market_code: 'GB', currency: 'GBP', channel_code: channelCode, priority }).execute();
  return id;
}

/** An active product of one variant, written where the catalogue keeps it. Answers the variant's id. */
export async function giveVariant(test: Test, { sku, costMinor = null }: { sku: string; costMinor?: number | null }): Promise<string> {
  const [id, productId] = [newId(), newId()];
  await test.database.insertInto('product').values({ id: productId, handle: sku.toLowerCase(), title: `Product ${sku}`, option_names: [], status: 'active', tax_class: 'standard' }).execute();
  await test.database.insertInto('variant').values({ id, product_id: productId, sku, option_values: [], status: 'active', cost_minor: costMinor, cost_currency: 'GBP' }).execute();
  return id;
}

/** No publish of the market needs a second person. */
export async function letOnePersonPublish(test: Test): Promise<void> {
  await test.database.insertInto('price_approval_rule').values({ market_code: 'GB', max_changes: null, below_cost: false, below_floor: false, margin_fall_basis_points: null, changed_by: 'test' }).execute();
}

/** A loader that has read nothing yet: after forgetAll a release number means another book, and the catalogue has other products. */
export function freshLoader(app: NestFastifyApplication): LoadPriceBook {
  const of = <Value>(type: Type<Value>): Value => app.get(type, { strict: false });
  return new LoadPriceBook(of(ReleaseRepository), of(PriceBookRepository), new VariantPricingFacts(app.get<Database>(DATABASE, { strict: false })), of(OrganisationDirectory));
}

/** The book of a market as a new process reads it: the live one, or with the products of now that of an earlier release. */
export async function bookOf(app: NestFastifyApplication, marketCode: string, release?: number): Promise<PriceBook> {
  const loader = freshLoader(app);
  const live = await loader.run(marketCode);
  const book = release === undefined ? live : await loader.ofVersion(live.version.replace(/:\d+/, `:${release}`));
  if (!book) throw new Error(`${marketCode} has no release ${release}`);
  return book;
}

/** Every row of the book's prices: [variant, from release, to release, amount], in their order. */
export async function pricesOf(test: Test, bookId: string): Promise<[string, number, number | null, number][]> {
  const rows = await test.database.selectFrom('price').selectAll().where('book_id', '=', bookId).orderBy('from_release').orderBy('variant_id').execute();
  return rows.map((row) => [row.variant_id, row.from_release, row.to_release, row.amount_minor]);
}

/** Numbers of the book's versions by status. */
export async function versionsOf(test: Test, bookId: string): Promise<[number, string][]> {
  const rows = await test.database.selectFrom('price_book_version').select(['number', 'status']).where('book_id', '=', bookId).orderBy('number').execute();
  return rows.map((row) => [row.number, row.status]);
}

/** Release numbers of the market. */
export async function releasesOf(test: Test): Promise<number[]> {
  const rows = await test.database.selectFrom('price_release').select('number').where('market_code', '=', 'GB').orderBy('number').execute();
  return rows.map((row) => row.number);
}

/** All that pricing keeps, to show that a refusal changed nothing. */
export async function everythingOf(test: Test): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    SELECT jsonb_build_object(
      'books', (SELECT json_agg(b ORDER BY b.id) FROM price_book b), 'former', (SELECT json_agg(f ORDER BY f.book_id, f.to_release) FROM price_book_former f),
      'prices', (SELECT json_agg(p ORDER BY p.book_id, p.variant_id, p.from_release) FROM price p),
      'coming', (SELECT json_agg(n ORDER BY n.version_id, n.book_id, n.variant_id, n.from_milli, n.from_release) FROM price_coming n),
      'versions', (SELECT json_agg(v ORDER BY v.id) FROM price_book_version v),
      'changes', (SELECT json_agg(c ORDER BY c.version_id, c.variant_id) FROM price_draft_change c),
      'releases', (SELECT json_agg(r ORDER BY r.number) FROM price_release r),
      'approvals', (SELECT json_agg(a ORDER BY a.id) FROM price_approval a), 'rules', (SELECT json_agg(u) FROM price_approval_rule u), 'floors', (SELECT json_agg(l ORDER BY l.variant_id) FROM price_floor l),
      'promotions', (SELECT json_agg(m ORDER BY m.id) FROM promotion m),
      'events', (SELECT count(*) FROM outbox_event), 'audit', (SELECT count(*) FROM audit_entry))::text AS state`.execute(test.database);
  return rows[0]?.state ?? '';
}

/** What a person reads in a sheet: row by row its product, its prices and what the drafts change. */
export const rowsOf = (table: PriceSheetTable): Omit<PriceSheet['rows'][number], 'mapMinor'>[] => table.rows.variantIds.map((variantId, row) => ({
  variantId, sku: table.rows.skus[row] ?? '', title: table.rows.titles[row] ?? '', costMinor: table.rows.costsMinor[row] ?? null, taxRateBasisPoints: table.rows.taxRatesBasisPoints[row] ?? 0,
  live: table.live.map((list) => list[row] ?? null),
  draft: table.draft.flatMap((list, column) => list.rows.flatMap((place, index) => (place === row ? [{ column, amountMinor: list.amountsMinor[index] ?? null }] : []))),
}));
