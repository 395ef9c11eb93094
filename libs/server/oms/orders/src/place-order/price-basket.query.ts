import { Injectable } from '@nestjs/common';
import type { StorefrontFulfilment } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, type CouponOutcome, couponOutcomes, type PromotionUse, promotionUses, type Quote, type QuoteRefusal } from '@oneshelf/domain-pricing';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type Channel, OrganisationDirectory, TradingDay } from '@oneshelf/server-organisation';
import { LoadPriceBook, QuoteWithinLimits } from '@oneshelf/server-pricing';

export interface BasketRequest {
  channelCode: string;
  lines: { variantId: string; quantityMilli: number }[];
  fulfilment: StorefrontFulfilment | undefined;
  /** Codes as the shopper typed them. */
  coupons?: string[] | undefined;
  /** Once it is known who buys: limits per customer count by it. */
  email?: string | undefined;
  at: Date;
}

export interface PricedBasket {
  channel: Channel;
  basket: BasketInput;
  quote: Quote;
  coupons: CouponOutcome[];
  /** Of limited promotions: to be counted with the order. */
  uses: PromotionUse[];
  facts: Map<string, VariantFacts>;
  /** YYYY-MM-DD in the zone of the pickup store, or of the market's first location. */
  businessDate: string;
}

export type PriceBasketRefusal = QuoteRefusal | { kind: 'unknown_location'; locationId: string };

/** What these lines cost in this channel now. Nothing is stored: baskets live in the shopper's browser. */
@Injectable()
export class PriceBasket {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: LoadPriceBook,
    private readonly variants: VariantDirectory,
    private readonly days: TradingDay,
    private readonly quoting: QuoteWithinLimits,
  ) {}

  /** Refusals: those of the quote, and unknown_location. Statements: 2 when the book is in memory, 3 when a limited promotion is open to the basket. */
  async run({ channelCode, lines, fulfilment, coupons = [], email, at }: BasketRequest): Promise<Result<PricedBasket, PriceBasketRefusal>> {
    const channel = await this.organisation.channel(channelCode);
    const [market, book, facts] = await Promise.all([
      this.organisation.market(channel.marketCode), this.books.run(channel.marketCode), this.variants.byIds(lines.map((line) => line.variantId)),
    ]);
    const feeding = await this.organisation.locationsOfChannel(channelCode);
    const pickup = fulfilment?.kind === 'pickup' ? feeding.find((location) => location.id === fulfilment.locationId && location.canPickup) : undefined;
    if (fulfilment?.kind === 'pickup' && !pickup) return refuse({ kind: 'unknown_location', locationId: fulfilment.locationId });
    const gone = lines.findIndex((line) => facts.get(line.variantId)?.status !== 'active');
    if (gone >= 0) return refuse({ kind: 'unknown_variant', lineId: String(gone + 1), variantId: lines[gone]?.variantId ?? '' });
    const given: BasketInput = {
      marketCode: market.code, channelCode, locationId: null, currency: market.currency, pricedAt: at.toISOString(),
      taxCountry: pickup?.country ?? market.country, ...(coupons.length > 0 ? { buyer: { coupons: coupons.map((code) => ({ code })) } } : {}),
      timeZone: await this.days.zoneOf({ locationId: pickup?.id ?? null, marketCode: market.code }),
      lines: lines.map((line, index) => ({ lineId: String(index + 1), ...line })),
    };
    const quoted = await this.quoting.run({ basket: given, book, customer: email?.toLowerCase() ?? null });
    if (!quoted.ok) return quoted;
    const { basket, quote } = quoted.value;
    return ok({
      channel, basket, quote, coupons: couponOutcomes(basket.buyer?.coupons ?? [], quote, book), uses: promotionUses(quote, basket, book), facts,
      businessDate: await this.days.of(at, { locationId: pickup?.id ?? null, marketCode: market.code }),
    });
  }
}
