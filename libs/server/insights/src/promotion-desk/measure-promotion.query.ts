import { Injectable } from '@nestjs/common';
import type { PromotionEffect, PromotionEffectRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import type { Promotion } from '@oneshelf/domain-promotions';
import { type StoredBasket, StoredQuotes } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { bookWith, bookWithout, promotionOf } from './candidate-book';

const BASKETS = 100;
const SHOWN = 20;

export type MeasureRefusal = { kind: 'unknown_market'; message: string };

type Row = PromotionEffect['rows'][number];

/** What a promotion would have done to the last baskets of its market: each is quoted with it and without it, by the live book. */
@Injectable()
export class MeasurePromotionQuery {
  constructor(
    private readonly stored: StoredQuotes,
    private readonly books: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** As if it had run when they were bought. Limits are left out of it. Statements: 2 when the book is in memory. */
  async run({ marketCode, candidate }: PromotionEffectRequest): Promise<Result<PromotionEffect, MeasureRefusal>> {
    const began = performance.now();
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was asked.` });
    const promotion = promotionOf(candidate);
    const [book, baskets] = await Promise.all([this.books.run(marketCode).then((live) => this.books.withAttributesFor(live, promotion)), this.stored.latestBaskets(marketCode, BASKETS)]);
    const without = bookWithout(book, promotion.promotionId);
    const live = book.promotions.find(({ promotionId }) => promotionId === candidate.promotionId);
    const { rows, skipped } = compare(baskets, { promotion, without, book: bookWith(book, promotion, 'always') });
    const before = live ? compare(baskets, { promotion: live, without, book: bookWith(book, live, 'always') }).rows : [];
    return ok({
      currency: book.currency, baskets: baskets.length, skipped, changed: rows.length, savedMinor: savedBy(rows), before: candidate.promotionId === null ? null : { changed: before.length, savedMinor: savedBy(before) },
      assumesCode: promotion.coupon !== undefined, rows: rows.sort((a, b) => saved(b) - saved(a)).slice(0, SHOWN), tookMs: Math.round(performance.now() - began),
    });
  }
}

const saved = ({ withoutMinor, withMinor }: Row): number => withoutMinor - withMinor;
const savedBy = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + saved(row), 0);

/** The baskets whose total it changes. */
function compare(baskets: readonly StoredBasket[], { promotion, without, book }: { promotion: Promotion; without: PriceBook; book: PriceBook }): { rows: Row[]; skipped: number } {
  const rows: Row[] = [];
  let skipped = 0;
  for (const { orderId, number, channelCode, placedAt, basket } of baskets) {
    const asked = unlimited(basket, promotion);
    const reduced = quoteBasket(asked, book);
    // A product may have gone since: the book of now says nothing about it.
    if (!reduced.ok) skipped += 1;
    // What it takes nothing off costs the same without it, so most baskets are quoted once.
    if (!reduced.ok || !reduced.value.discounts.some(({ promotionId }) => promotionId === promotion.promotionId)) continue;
    const plain = quoteBasket(asked, without);
    if (plain.ok && plain.value.totalMinor !== reduced.value.totalMinor) rows.push({ orderId, number, channelCode, placedAt: placedAt.toISOString(), withoutMinor: plain.value.totalMinor, withMinor: reduced.value.totalMinor });
  }
  return { rows, skipped };
}

/** The basket as if nothing of this promotion were used yet and the buyer had its code. */
function unlimited(basket: BasketInput, { promotionId, coupon }: Promotion): BasketInput {
  const { promotionUsage, ...rest } = basket;
  const [code] = coupon?.codes ?? [];
  const given = coupon === undefined ? [] : [code === undefined ? { code: 'PROBE', promotionId } : { code }];
  return {
    ...rest, ...(promotionUsage ? { promotionUsage: promotionUsage.filter((used) => used.promotionId !== promotionId) } : {}),
    ...(given.length > 0 ? { buyer: { ...basket.buyer, coupons: [...(basket.buyer?.coupons ?? []), ...given] } } : {}),
  };
}
