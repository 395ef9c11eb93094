import { Injectable } from '@nestjs/common';
import { weighedAtCounter } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, type CouponOutcome, couponOutcomes, type PriceBook, type PromotionUse, promotionUses, type Quote, quoteBasket, type QuoteRefusal } from '@oneshelf/domain-pricing';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type Channel, type Location, OrganisationDirectory, TradingDay } from '@oneshelf/server-organisation';
import { LoadPriceBook, type QuotedBasket, QuoteWithinLimits } from '@oneshelf/server-pricing';
import { type Destination, saleTerms, type SaleTermsRefusal } from './sale-terms';
import { chooseShipping, guessItems, itemsOf, type ShippingOption, type ShippingRefusal } from './shipping-choice';

export interface BasketRequest {
  channelCode: string;
  lines: { variantId: string; quantityMilli: number }[];
  fulfilment: { kind: 'pickup'; locationId: string } | { kind: 'delivery'; address: Destination } | undefined;
  /** Codes as the shopper typed them. */
  coupons?: string[] | undefined;
  /** Once it is known who buys: limits per customer count by it. */
  email?: string | undefined;
  /** Of the ways to send it; absent: the cheapest. */
  shippingMethodId?: string | undefined;
  /** Of a business in another member of the union. */
  vatNumber?: string | undefined;
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
  /** How it can be sent; nothing where it is fetched or the channel charges nothing. */
  shippingOptions: ShippingOption[];
  /** YYYY-MM-DD in the zone of the pickup store, or of the market's first location. */
  businessDate: string;
}

export type PriceBasketRefusal = QuoteRefusal | SaleTermsRefusal | ShippingRefusal | { kind: 'unknown_location'; locationId: string; message: string }
  | { kind: 'sold_in_shops'; variantId: string; message: string };

/** What these lines cost in this channel now, sent there and taxed there. Nothing is stored: baskets live in the shopper's browser. */
@Injectable()
export class PriceBasket {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: LoadPriceBook,
    private readonly variants: VariantDirectory,
    private readonly days: TradingDay,
    private readonly quoting: QuoteWithinLimits,
  ) {}

  /** Refusals: those of the quote, of place and shipping, and unknown_location. Statements: 2 when the book is in memory, 3 when a limited promotion is open to the basket. */
  async run(request: BasketRequest): Promise<Result<PricedBasket, PriceBasketRefusal>> {
    const { channelCode, lines, fulfilment, coupons = [], at } = request;
    const channel = await this.organisation.channel(channelCode);
    const [market, book, facts] = await Promise.all([
      this.organisation.market(channel.marketCode), this.books.run(channel.marketCode), this.variants.byIds(lines.map((line) => line.variantId)),
    ]);
    const collected = fulfilment?.kind === 'pickup' ? await this.pickupAt(channelCode, fulfilment.locationId) : ok(undefined);
    if (!collected.ok) return collected;
    const pickup = collected.value;
    const terms = saleTerms({ channel, market, pickup, destination: fulfilment?.kind === 'delivery' ? fulfilment.address : undefined, vatNumber: request.vatNumber, at });
    if (!terms.ok) return terms;
    const gone = lines.findIndex((line) => facts.get(line.variantId)?.status !== 'active');
    if (gone >= 0) return refuse({ kind: 'unknown_variant', lineId: String(gone + 1), variantId: lines[gone]?.variantId ?? '' });
    const weighed = weighedAtCounter(lines.map((line) => facts.get(line.variantId)));
    if (weighed) return refuse({ kind: 'sold_in_shops', variantId: weighed.id, message: `${weighed.title} is weighed at the counter: it is sold in our shops. Nothing was ordered; take it out of the basket.` });
    const given: BasketInput = {
      marketCode: market.code, channelCode, locationId: null, currency: market.currency, pricedAt: at.toISOString(), ...terms.value,
      ...(coupons.length > 0 ? { buyer: { coupons: coupons.map((code) => ({ code })) } } : {}),
      timeZone: await this.days.zoneOf({ locationId: pickup?.id ?? null, marketCode: market.code }),
      lines: lines.map((line, index) => ({ lineId: String(index + 1), ...line })),
    };
    const quoted = await this.quoteSent(given, book, { request, channel });
    if (!quoted.ok) return quoted;
    const { basket, quote, shippingOptions } = quoted.value;
    return ok({
      channel, basket, quote, shippingOptions, coupons: couponOutcomes(basket.buyer?.coupons ?? [], quote, book), uses: promotionUses(quote, basket, book), facts,
      businessDate: await this.days.of(at, { locationId: pickup?.id ?? null, marketCode: market.code }),
    });
  }

  private async pickupAt(channelCode: string, locationId: string): Promise<Result<Location, PriceBasketRefusal>> {
    const pickup = (await this.organisation.locationsOfChannel(channelCode)).find((location) => location.id === locationId && location.canPickup);
    return pickup ? ok(pickup) : refuse({ kind: 'unknown_location', locationId, message: 'This store does not hand over orders of this shop. Nothing was ordered; choose another store, or delivery.' });
  }

  /** Which ways to send it are open hangs on what the goods cost, and that on what is left of limited promotions: guessed first, and put right without asking again. */
  private async quoteSent(given: BasketInput, book: PriceBook, { request, channel }: { request: BasketRequest; channel: Channel }): Promise<Result<QuotedBasket & { shippingOptions: ShippingOption[] }, PriceBasketRefusal>> {
    const customer = request.email?.toLowerCase() ?? null;
    if (request.fulfilment?.kind !== 'delivery' || channel.shippingMethods.length === 0) {
      const quoted = await this.quoting.run({ basket: given, book, customer });
      return quoted.ok ? ok({ ...quoted.value, shippingOptions: [] }) : quoted;
    }
    const parcel = { channel, country: request.fulfilment.address.country, wanted: request.shippingMethodId };
    const guessed = chooseShipping(given, guessItems(given, book), parcel);
    if (!guessed.ok) return guessed;
    const quoted = await this.quoting.run({ basket: sent(given, guessed.value.charge), book, customer });
    if (!quoted.ok) return quoted;
    const chosen = chooseShipping(given, itemsOf(quoted.value.quote), parcel);
    if (!chosen.ok) return chosen;
    const { charge, options } = chosen.value;
    if (charge?.methodId === guessed.value.charge?.methodId) return ok({ ...quoted.value, shippingOptions: options });
    const basket = sent(quoted.value.basket, charge);
    const again = quoteBasket(basket, book);
    return again.ok ? ok({ basket, quote: again.value, shippingOptions: options }) : again;
  }
}

const sent = (basket: BasketInput, charge: NonNullable<BasketInput['shipping']>[number] | undefined): BasketInput => (charge ? { ...basket, shipping: [charge] } : basket);
