import { Injectable } from '@nestjs/common';
import type { PromotionClash, PromotionClashes, PromotionClashesRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { costAsBase, type PriceBook, quoteBasket, resolvePrice } from '@oneshelf/domain-pricing';
import { type Clash, findClashes, type Good } from '@oneshelf/domain-promotions';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type StoredBasket, StoredQuotes } from '@oneshelf/server-orders';
import { type Market, OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { bookWith, promotionOf } from './candidate-book';

const BASKETS = 100;
const SHOWN = 50;
/** What a trace says of a promotion that was open to a basket. */
const openReasons = ['best_deal', 'stacked', 'exclusive', 'better_deal_applies', 'exclusive_applies'];

export type ClashesRefusal = { kind: 'unknown_market'; message: string };

/** The promotions of a market that meet on the same goods, from now on, with a stored basket in which they did where there is one. */
@Injectable()
export class FindPromotionClashesQuery {
  constructor(
    private readonly stored: StoredQuotes,
    private readonly books: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  /** Statements: 3 when the book is in memory. */
  async run({ marketCode, candidate }: PromotionClashesRequest, now: Date): Promise<Result<PromotionClashes, ClashesRefusal>> {
    const began = performance.now();
    const { markets, channels } = await this.organisation.read();
    const market = markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was asked.` });
    const promotion = candidate && promotionOf(candidate);
    const [live, variants] = await Promise.all([this.books.run(marketCode).then((book) => (promotion ? this.books.withAttributesFor(book, promotion) : book)), this.variants.active()]);
    const book = promotion ? bookWith(live, promotion, 'by_its_dates') : live;
    const channelCode = promotion?.channelCodes[0] ?? [...channels.values()].find((channel) => channel.marketCode === marketCode && channel.kind !== 'marketplace')?.code ?? '';
    const goods = goodsOf(variants, { book, market, channelCode, now });
    const { clashes: found, isWhole } = findClashes({ promotions: book.promotions, goods, at: now.toISOString(), modes: book.lanes, about: promotion?.promotionId });
    const met = found.length === 0 ? [] : openPromotions(await this.stored.latestBaskets(marketCode, BASKETS), promotion ? bookWith(live, promotion, 'always') : live);
    const [names, bySku] = [new Map(book.promotions.map(({ promotionId, name }) => [promotionId, name])), new Map(variants.map((variant) => [variant.id, variant]))];
    const items = found.slice(0, SHOWN).map((clash) => answerOf(clash, { names, variant: bySku.get(clash.probe.variantId), basket: met.find(({ open }) => open.has(clash.firstId) && open.has(clash.secondId))?.basket }));
    return ok({ currency: book.currency, items, total: found.length, isWhole, tookMs: Math.round(performance.now() - began) });
  }
}

/** What is sold, at the price that the channel's shelf says before promotions; the cost in the terms of that price. */
function goodsOf(variants: readonly VariantFacts[], { book, market, channelCode, now }: { book: PriceBook; market: Market; channelCode: string; now: Date }): Good[] {
  const at = now.toISOString();
  const context = { marketCode: market.code, channelCode, locationId: null, currency: book.currency, pricedAt: at, taxCountry: market.country };
  return variants.flatMap(({ id, costMinor, costCurrency }) => {
    const facts = book.variants[id];
    const price = facts && resolvePrice(context, { variantId: id, quantityMilli: 1000 }, book);
    if (!facts || !price) return [];
    const rate = book.taxInclusive ? (chooseTaxRate(book.taxRates, { country: market.country, taxClass: facts.taxClass, at })?.rateBasisPoints ?? 0) : 0;
    const isKnown = costMinor !== null && (costCurrency === null || costCurrency === book.currency);
    return [{ variantId: id, ...facts, unitMinor: price.unitMinor, ...(isKnown ? { costMinor: costAsBase(costMinor, rate) } : {}) }];
  });
}

function openPromotions(baskets: readonly StoredBasket[], book: PriceBook): { basket: StoredBasket; open: Set<string> }[] {
  return baskets.map((basket) => {
    const quote = quoteBasket(basket.basket, book);
    const traces = quote.ok ? [...quote.value.lines.flatMap(({ trace }) => trace.promotions), ...quote.value.promotions] : [];
    return { basket, open: new Set(traces.filter(({ because }) => openReasons.includes(because)).map(({ promotionId }) => promotionId)) };
  });
}

function answerOf(clash: Clash, { names, variant, basket }: { names: ReadonlyMap<string, string>; variant: VariantFacts | undefined; basket: StoredBasket | undefined }): PromotionClash {
  const { firstId, secondId, kind, winnerId, goods, isDeep, isBelowCost, probe: { variantId, ...probe } } = clash;
  const named = (promotionId: string) => ({ promotionId, name: names.get(promotionId) ?? '' });
  return {
    first: named(firstId), second: named(secondId), kind, winnerId, from: new Date(clash.from).toISOString(), to: new Date(clash.to).toISOString(), goods, isDeep, isBelowCost,
    example: { sku: variant?.sku ?? variantId, title: variant?.title ?? '', ...probe }, basket: basket ? { orderId: basket.orderId, number: basket.number } : null,
  };
}
