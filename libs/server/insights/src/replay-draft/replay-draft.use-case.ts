import { Injectable } from '@nestjs/common';
import type { PricePrediction } from '@oneshelf/contracts';
import { addBasket, biggestMovers, type CostOf, nothingReplayed, quoteBasket, type ReplayedSales } from '@oneshelf/domain-pricing';
import { VariantDirectory, VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type StoredQuote, StoredQuotes } from '@oneshelf/server-orders';
import { type DraftedBook, PriceReviews } from '@oneshelf/server-pricing';
import { mayDiffer } from './differing-baskets';
import { sumsOf, twoSums } from './sums-view';
import { Turns } from './turns';

const WEEK_MS = 7 * 86_400_000;
const MOVERS = 10;
/** Half a minute of work; of more only the newest are replayed. */
export const MOST_BASKETS = 50_000;

export interface DraftToReplay {
  marketCode: string;
  drafts: DraftedBook['drafts'];
  weeks: number;
  now: Date;
  mostBaskets?: number;
}

export interface DraftReplayProgress {
  done: number;
  total: number;
  /** With the last one. */
  prediction: PricePrediction | null;
}

/**
 * The sales of the last weeks, priced by the book of today and by the same with the open drafts and what is derived from
 * them. Each basket is quoted as of the moment of its sale: the same promotions, coupons, windows and tax rates at both, so
 * that only the drafted prices make a difference. The units are those that were sold. Writes nothing.
 */
@Injectable()
export class ReplayDraftUseCase {
  constructor(
    private readonly stored: StoredQuotes,
    private readonly reviews: PriceReviews,
    private readonly facts: VariantPricingFacts,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Says how far it is, so that a caller can show it. Nothing is said where the drafts change nothing. */
  async *run({ marketCode, drafts, weeks, now, mostBaskets = MOST_BASKETS }: DraftToReplay): AsyncGenerator<DraftReplayProgress> {
    const book = await this.reviews.drafts.read(marketCode, drafts, now);
    if (!book) return;
    const from = new Date(now.getTime() - weeks * WEEK_MS);
    const wanted = { from, to: now, marketCode, onlySold: true };
    const cutAt = await this.stored.startOfNewest(wanted, mostBaskets);
    const range = cutAt ? { ...wanted, from: cutAt } : wanted;
    const [total, costOf] = await Promise.all([this.stored.count(range), this.costs(marketCode)]);
    const replay = { book, costOf, weekOf: weeksFrom(from), differs: mayDiffer(book.live, book.drafted, book.changedIds), sales: nothingReplayed(), leftOut: 0 };
    const turns = new Turns();
    let done = 0;
    yield { done, total, prediction: null };
    for await (const page of this.stored.baskets(range)) {
      for (const order of page) {
        replayBasket(replay, order);
        await turns.give();
      }
      done += page.length;
      yield { done, total, prediction: null };
    }
    const period = { weeks, from: range.from.toISOString(), to: now.toISOString(), isCut: cutAt !== null };
    yield { done, total, prediction: { ...period, bookVersion: book.live.version, leftOut: replay.leftOut, ...(await this.named(replay.sales)) } };
  }

  /** Costs of one unit in the market's currency. */
  async costs(marketCode: string): Promise<CostOf> {
    const [{ currency }, costs] = await Promise.all([this.organisation.market(marketCode), this.facts.costs()]);
    return (variantId) => {
      const known = costs.get(variantId);
      return known && (known.costCurrency === null || known.costCurrency === currency) ? known.costMinor : null;
    };
  }

  private async named(sales: ReplayedSales): Promise<Pick<PricePrediction, 'baskets' | 'basketsChanged' | 'all' | 'changed' | 'byWeek' | 'movers'>> {
    const movers = biggestMovers(sales, MOVERS);
    const known = await this.variants.byIds(movers.map((mover) => mover.variantId));
    return {
      baskets: sales.all.before.baskets, basketsChanged: sales.basketsChanged, all: twoSums(sales.all), changed: twoSums(sales.changed),
      byWeek: [...sales.weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, sums]) => ({ week, before: sumsOf(sums.before), after: sumsOf(sums.after) })),
      movers: movers.map(({ variantId, sums }) => {
        const variant = known.get(variantId);
        const title = variant ? (variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title) : '';
        return { variantId, sku: variant?.sku ?? '', title, ...twoSums(sums) };
      }),
    };
  }
}

interface Replay {
  book: DraftedBook;
  costOf: CostOf;
  weekOf: (at: Date) => string;
  differs: (variantId: string) => boolean;
  sales: ReplayedSales;
  leftOut: number;
}

function replayBasket(replay: Replay, { basket, placedAt }: Pick<StoredQuote, 'basket' | 'placedAt'>): void {
  const { book, sales, costOf } = replay;
  const before = quoteBasket(basket, book.live);
  const after = basket.lines.some((line) => replay.differs(line.variantId)) ? quoteBasket(basket, book.drafted) : before;
  if (before.ok && after.ok) addBasket(sales, { week: replay.weekOf(placedAt), before: before.value, after: after.value, costOf, isChanged: (id) => book.changedIds.has(id) });
  else replay.leftOut += 1;
}

/** Weeks by their first day, counted from the beginning of the time that is replayed. */
const weeksFrom = (from: Date) => (at: Date): string => new Date(from.getTime() + Math.floor((at.getTime() - from.getTime()) / WEEK_MS) * WEEK_MS).toISOString().slice(0, 10);
