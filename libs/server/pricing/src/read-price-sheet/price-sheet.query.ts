import { Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { VariantFacts } from '@oneshelf/server-catalog';
import type { Market } from '@oneshelf/server-organisation';
import { type BookPrices, priceKey } from '../derive-prices/derive-market';
import { ReferencePriceRepository } from '../reference-prices/reference-price.repository';
import type { SheetColumn } from './sheet-columns';
import { draftCells, SheetPricesQuery } from './sheet-prices.query';
import { SheetVariantsQuery } from './sheet-variants.query';

export type SheetRefusal = { kind: 'unknown_market'; message: string };

/** The sheet, and what the formulas made of it at the last release, column by column in the rows' order. */
export interface SheetWithDerived {
  sheet: PriceSheet;
  derivedLive: (number | null)[][];
}

@Injectable()
export class PriceSheetQuery {
  constructor(
    private readonly prices: SheetPricesQuery,
    private readonly variants: SheetVariantsQuery,
    private readonly references: ReferencePriceRepository,
  ) {}

  /**
   * Every active product of the market's sheet: live prices of each book, and what the open drafts change. A product
   * that is no longer sold is there too while a draft changes its price: what a publish does is never out of sight.
   */
  async run(marketCode: string, now: Date): Promise<Result<PriceSheet, SheetRefusal>> {
    const read = await this.withDerived(marketCode, now);
    return read.ok ? ok(read.value.sheet) : read;
  }

  async withDerived(marketCode: string, now: Date): Promise<Result<SheetWithDerived, SheetRefusal>> {
    const market = await this.variants.market(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const prices = await this.prices.of(marketCode);
    const variants = await this.variants.of([...prices.changes.values()].flatMap((book) => [...book.values()].map((price) => price.variantId)));
    const [rates, limits] = await Promise.all([this.variants.rates(market, variants, now), this.references.limits(marketCode)]);
    const drafted = draftCells(prices);
    const amounts = (books: ReadonlyMap<string, BookPrices>, { bookId, fromMilli }: SheetColumn) => variants.map((variant) => books.get(bookId)?.get(priceKey(variant.id, fromMilli)) ?? null);
    const live = prices.columns.map((column) => amounts(prices.own, column));
    const sheet: PriceSheet = {
      marketCode, currency: market.currency, taxInclusive: market.taxInclusive, release: prices.release,
      columns: prices.columns.map((column) => withPinned(column, prices.pinned, variants)),
      rows: variants.map((variant, row) => ({ ...rowOf(variant, market, rates), mapMinor: limits.get(variant.id) ?? null, live: live.map((column) => column[row] ?? null), draft: drafted.get(variant.id) ?? [] })),
    };
    return ok({ sheet, derivedLive: prices.columns.map((column) => amounts(prices.derived, column)) });
  }
}

const rowOf = (variant: VariantFacts, market: Market, rates: ReadonlyMap<string, number>): Omit<PriceSheet['rows'][number], 'mapMinor' | 'live' | 'draft'> => ({
  variantId: variant.id,
  sku: variant.sku,
  title: variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title,
  costMinor: variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null,
  taxRateBasisPoints: rates.get(variant.taxClass) ?? 0,
});

function withPinned({ derivation, ...column }: SheetColumn, pinned: ReadonlyMap<string, BookPrices>, variants: readonly VariantFacts[]): PriceSheet['columns'][number] {
  if (!derivation) return { ...column, derivation };
  const { versionId, ...facts } = derivation;
  const prices = versionId === null ? null : pinned.get(versionId);
  return { ...column, derivation: { ...facts, pinnedMinor: prices === null ? null : variants.map((variant) => prices?.get(priceKey(variant.id, column.fromMilli)) ?? null) } };
}
