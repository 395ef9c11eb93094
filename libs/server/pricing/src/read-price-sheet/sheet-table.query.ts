import { Injectable } from '@nestjs/common';
import type { PriceSheetTable } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { VariantFacts } from '@oneshelf/server-catalog';
import { type BookPrices, priceKey } from '../derive-prices/derive-market';
import { DerivedPriceRepository } from '../derive-prices/derived-price.repository';
import { type ReferencePrice, ReferencePriceRepository } from '../reference-prices/reference-price.repository';
import type { EditedCell } from '../draft-edit.repository';
import { OpenDraftsQuery } from './open-drafts.query';
import { sheetColumns } from './sheet-columns';
import { SheetPriceListsQuery } from './sheet-price-lists.query';
import { SheetVariantsQuery } from './sheet-variants.query';

export type SheetRefusal = { kind: 'unknown_market'; message: string };

interface Reader {
  marketCode: string;
  now: Date;
  /** Who looks: what they changed themselves is not marked as somebody's. */
  name: string;
}

/** A market's sheet as long lists, for the open sheet. */
@Injectable()
export class SheetTableQuery {
  constructor(
    private readonly lists: SheetPriceListsQuery,
    private readonly prices: DerivedPriceRepository,
    private readonly drafts: OpenDraftsQuery,
    private readonly variants: SheetVariantsQuery,
    private readonly references: ReferencePriceRepository,
  ) {}

  /**
   * Every active product of the market's sheet: live prices of each book, and what the open drafts change. A product
   * that is no longer sold is there too while a draft changes its price: what a publish does is never out of sight.
   */
  async run({ marketCode, now, name }: Reader): Promise<Result<PriceSheetTable, SheetRefusal>> {
    const market = await this.variants.market(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const { release, books, drafts, edits } = await this.lists.state(marketCode);
    const versionIds = books.flatMap((book) => book.settings.derivedFrom?.versionId ?? []);
    const variants = await this.variants.of(edits.map((edit) => edit.variantId));
    const [rates, live, tiers, pinned, versionNumbers, references] = await Promise.all([
      this.variants.rates(market, variants, now), this.lists.live(marketCode, variants.map((variant) => variant.id)), this.lists.tiers(marketCode),
      this.prices.pinned(this.lists.database, versionIds), this.drafts.numbers(versionIds), this.references.ofMarket(marketCode),
    ]);
    const places = new Map(books.map(({ id }) => [id, quantities([...tiers, ...edits].filter((other) => other.bookId === id))]));
    const columns = sheetColumns({ books, prices: places, pinned, versionNumbers, drafts });
    const authors = [...new Set(edits.map((edit) => edit.changedBy ?? ''))].filter((author) => author !== name);
    const rowOf = new Map(variants.map((variant, row) => [variant.id, row]));
    const drafted = draftLists(edits, { rowOf, authorOf: new Map(authors.map((author, index) => [author, index])) });
    const none = variants.map(() => null);
    return ok({
      marketCode, currency: market.currency, taxInclusive: market.taxInclusive, release, authors,
      columns: columns.map(({ derivation, ...column }) => ({ ...column, derivation: derivation && { ...withoutVersion(derivation), pinnedMinor: derivation.versionId === null ? null : pinnedList(pinned.get(derivation.versionId), column.fromMilli, variants) } })),
      rows: {
        variantIds: variants.map((variant) => variant.id), skus: variants.map((variant) => variant.sku), titles: variants.map(titleOf),
        costsMinor: variants.map((variant) => (variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null)), taxRatesBasisPoints: variants.map((variant) => rates.get(variant.taxClass) ?? 0),
      },
      live: columns.map((column) => live.get(priceKey(column.bookId, column.fromMilli)) ?? none),
      references: referenceLists(references, rowOf),
      draft: columns.map((column) => drafted.get(priceKey(column.bookId, column.fromMilli)) ?? { rows: [], amountsMinor: [], by: [], atSeconds: [] }),
    });
  }
}

type DraftList = PriceSheetTable['draft'][number];

function draftLists(edits: readonly EditedCell[], { rowOf, authorOf }: { rowOf: ReadonlyMap<string, number>; authorOf: ReadonlyMap<string, number> }): Map<string, DraftList> {
  const lists = new Map<string, DraftList>();
  for (const { bookId, variantId, fromMilli, amountMinor, changedBy, changedAt } of edits) {
    const row = rowOf.get(variantId);
    if (row === undefined) continue;
    const key = priceKey(bookId, fromMilli);
    let list = lists.get(key);
    if (!list) lists.set(key, (list = { rows: [], amountsMinor: [], by: [], atSeconds: [] }));
    list.rows.push(row);
    list.amountsMinor.push(amountMinor);
    list.by.push(authorOf.get(changedBy ?? '') ?? -1);
    list.atSeconds.push(Math.floor((changedAt?.getTime() ?? 0) / 1000));
  }
  return lists;
}

function referenceLists(references: readonly ReferencePrice[], rowOf: ReadonlyMap<string, number>): PriceSheetTable['references'] {
  const lists = new Map<string, PriceSheetTable['references'][number]>();
  for (const { kind, source, variantId, amountMinor, seenAt } of references) {
    const row = rowOf.get(variantId);
    if (row === undefined) continue;
    const key = `${kind} ${source}`;
    let list = lists.get(key);
    if (!list) lists.set(key, (list = { kind, source, rows: [], amountsMinor: [], seenAtSeconds: [] }));
    list.rows.push(row);
    list.amountsMinor.push(amountMinor);
    list.seenAtSeconds.push(Math.floor(seenAt.getTime() / 1000));
  }
  return [...lists.values()];
}

/** Of prices only the quantities from which they are. */
const quantities = (places: readonly { fromMilli: number }[]): BookPrices => new Map(places.map(({ fromMilli }) => [priceKey('', fromMilli), 0]));

const pinnedList = (prices: BookPrices | undefined, fromMilli: number, variants: readonly VariantFacts[]): (number | null)[] => variants.map((variant) => prices?.get(priceKey(variant.id, fromMilli)) ?? null);

const titleOf = (variant: VariantFacts): string => (variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title);

const withoutVersion = <Derivation extends { versionId: string | null }>({ versionId: _, ...derivation }: Derivation): Omit<Derivation, 'versionId'> => derivation;
