import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, couponPromotions, limitedPromotions, type PriceBook, type Quote, quoteBasket, type QuoteRefusal } from '@oneshelf/domain-pricing';
import { normaliseCoupon, type Promotion, type PromotionUsage, takesSingleUseCodes } from '@oneshelf/domain-promotions';
import { type KnownUses, PromotionUseRepository } from '../promotion-use.repository';

export interface QuoteWithinLimitsInput {
  basket: BasketInput;
  book: PriceBook;
  /** E-mail in lower case, or the customer's id; null: not known yet. */
  customer: string | null;
}

export interface QuotedBasket {
  /** As it was given, with what was found of limited promotions and single-use codes: the quote can be made again from it. */
  basket: BasketInput;
  quote: Quote;
}

/** Reasons of a trace that do not rest on a limit, yet say that the promotion was open. */
const openReasons = ['best_deal', 'stacked', 'exclusive', 'better_deal_applies', 'exclusive_applies', 'nothing_to_reduce'];

@Injectable()
export class QuoteWithinLimits {
  constructor(private readonly uses: PromotionUseRepository) {}

  /** Quotes a basket with what is used of limited promotions. Statements: 0 where none of them is open to it and no code is strange, else 1. */
  async run({ basket, book, customer }: QuoteWithinLimitsInput): Promise<Result<QuotedBasket, QuoteRefusal>> {
    const hopeful = quoteBasket(basket, book);
    const limited = limitedPromotions(book);
    if (!hopeful.ok) return hopeful;
    const strange = limited.some(takesSingleUseCodes) && (basket.buyer?.coupons ?? []).some(({ code }) => couponPromotions(code, book).length === 0);
    if (!strange && !isOneOpen(limited, hopeful.value)) return ok({ basket, quote: hopeful.value });
    const codes = (basket.buyer?.coupons ?? []).map(({ code }) => normaliseCoupon(code));
    const known = await this.uses.known({ promotionIds: limited.map(({ promotionId }) => promotionId), customer, codes });
    const asked = withKnown(basket, limited, known);
    const quote = quoteBasket(asked, book);
    if (!quote.ok) return quote;
    const traced = tracedIn(quote.value);
    return ok({ basket: { ...asked, promotionUsage: asked.promotionUsage.filter(({ promotionId }) => traced.has(promotionId)) }, quote: quote.value });
  }
}

function isOneOpen(limited: readonly Promotion[], { lines, promotions }: Quote): boolean {
  const ids = new Set(limited.map(({ promotionId }) => promotionId));
  return ids.size > 0 && [...lines.flatMap(({ trace }) => trace.promotions), ...promotions].some(({ promotionId, because }) => ids.has(promotionId) && openReasons.includes(because));
}

/** What is kept with an order is only the use of promotions that had a say in it. */
const tracedIn = ({ lines, promotions }: Quote): Set<string> => new Set([...lines.flatMap(({ trace }) => trace.promotions), ...promotions].map(({ promotionId }) => promotionId));

function withKnown(basket: BasketInput, limited: readonly Promotion[], { counters, codes }: KnownUses): BasketInput & { promotionUsage: PromotionUsage[] } {
  const promotionUsage = limited.map(({ promotionId }): PromotionUsage => {
    const own = counters.filter((row) => row.promotionId === promotionId);
    const all = own.find(({ scope }) => scope === 'all');
    return {
      promotionId, uses: all?.uses ?? 0, spentMinor: all?.spentMinor ?? 0, usesOfCustomer: own.find(({ scope }) => scope === 'customer')?.uses ?? 0,
      usesByCode: Object.fromEntries(own.filter(({ scope }) => scope === 'code').map(({ key, uses }) => [key, uses])),
    };
  });
  const found = new Map(codes.map(({ code, promotionId, isUsed }) => [code, { promotionId, isUsed }]));
  const coupons = basket.buyer?.coupons?.map((coupon) => ({ ...coupon, ...found.get(normaliseCoupon(coupon.code)) }));
  return { ...basket, promotionUsage, ...(coupons ? { buyer: { ...basket.buyer, coupons } } : {}) };
}
