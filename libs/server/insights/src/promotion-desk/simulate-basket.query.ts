import { Injectable } from '@nestjs/common';
import type { Simulation, SimulationRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, couponOutcomes, explainLine, explainMiss, explainMisses, type PriceBook, type Quote, quoteBasket, type QuoteRefusal } from '@oneshelf/domain-pricing';
import type { PromotionMiss } from '@oneshelf/domain-promotions';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type Directory, type Location, type Market, OrganisationDirectory, TradingDay } from '@oneshelf/server-organisation';
import { LoadPriceBook, QuoteWithinLimits } from '@oneshelf/server-pricing';
import { bookWith, bookWithout, promotionOf } from './candidate-book';

export type SimulateRefusal =
  | { kind: 'unknown_market' | 'unknown_channel' | 'unknown_location' | 'unknown_book'; message: string }
  | { kind: 'cannot_be_priced'; because: QuoteRefusal['kind']; sku: string; message: string };

interface Place {
  market: Market;
  location: Location | undefined;
}

/** A cart that nobody bought, priced by the real engine at any instant, and why each promotion did or did not apply. */
@Injectable()
export class SimulateBasketQuery {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly days: TradingDay,
    private readonly books: LoadPriceBook,
    private readonly quoting: QuoteWithinLimits,
    private readonly variants: VariantDirectory,
  ) {}

  /** What is used of limited promotions now counts, as at the till. Writes nothing. */
  async run(request: SimulationRequest): Promise<Result<Simulation, SimulateRefusal>> {
    const place = placeOf(request, await this.organisation.read());
    if (!place.ok) return place;
    const { market, location } = place.value;
    const [named, facts, timeZone] = await Promise.all([
      request.bookVersion === null ? this.books.run(market.code) : this.books.ofVersion(request.bookVersion),
      this.variants.byIds(request.lines.map(({ variantId }) => variantId)), this.days.zoneOf({ locationId: location?.id ?? null, marketCode: market.code }),
    ]);
    if (!named || named.marketCode !== market.code) return refuse({ kind: 'unknown_book', message: `There never was a book ${request.bookVersion ?? ''} of ${market.name}. Nothing was priced.` });
    const promotion = request.candidate && promotionOf(request.candidate);
    const live = promotion ? await this.books.withAttributesFor(named, promotion) : named;
    const book = promotion ? bookWith(live, promotion, 'by_its_dates') : live;
    const quoted = await this.quoting.run({ basket: basketOf(request, { market, location, timeZone }), book, customer: null });
    if (!quoted.ok) return refuse(cannotBePriced(quoted.refusal, { request, facts }));
    const { basket, quote } = quoted.value;
    const without = promotion ? quoteBasket(basket, bookWithout(live, promotion.promotionId)) : null;
    const isCandidate = (promotionId: string): boolean => promotionId === promotion?.promotionId;
    return ok({
      ...totalsOf(quote), totalWithoutMinor: without?.ok ? without.value.totalMinor : null, bookVersion: quote.bookVersion, lines: linesOf(quote, { facts, locale: request.locale }),
      applied: quote.discounts.map(({ promotionId, name, amountMinor }) => ({ promotionId, name, amountMinor, isCandidate: isCandidate(promotionId) })),
      missed: missesOf(basket, book).map((miss) => ({ promotionId: miss.promotionId, name: miss.name, isCandidate: isCandidate(miss.promotionId), kind: miss.kind, says: explainMiss(channelsNamed(miss, place.value), { locale: request.locale, currency: book.currency, timeZone }) })),
      coupons: couponOutcomes(basket.buyer?.coupons ?? [], quote, book),
    });
  }
}

/** Channels by what people call them. */
const channelsNamed = (miss: PromotionMiss, { channels }: Pick<Directory, 'channels'>): PromotionMiss =>
  miss.kind === 'other_channel' ? { ...miss, channelCodes: miss.channelCodes.map((code) => channels.get(code)?.name ?? code) } : miss;

function placeOf({ marketCode, channelCode, locationId }: SimulationRequest, { markets, channels, locations }: Directory): Result<Place & { channels: Directory['channels'] }, SimulateRefusal> {
  const market = markets.get(marketCode);
  if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was priced.` });
  if (channels.get(channelCode)?.marketCode !== marketCode) return refuse({ kind: 'unknown_channel', message: `${channelCode} is not a channel of ${market.name}. Nothing was priced.` });
  const location = locationId === null ? undefined : locations.get(locationId);
  if (locationId !== null && location?.marketCode !== marketCode) return refuse({ kind: 'unknown_location', message: `This store is not in ${market.name}. Nothing was priced.` });
  return ok({ market, location, channels });
}

function basketOf(request: SimulationRequest, { market, location, timeZone }: Place & { timeZone: string }): BasketInput {
  const { lines, coupons, customerGroups, loyaltyTier, ordersBefore, paymentMethod, shippingMinor } = request;
  return {
    marketCode: market.code, channelCode: request.channelCode, locationId: location?.id ?? null, currency: market.currency, pricedAt: request.at, taxCountry: location?.country ?? market.country, timeZone,
    ...(location?.priceZone ? { priceZone: location.priceZone } : {}), ...(location?.region ? { region: location.region } : {}),
    ...(shippingMinor === null ? {} : { shipping: [{ chargeId: 'shipping', methodId: 'standard', amountMinor: shippingMinor }] }),
    buyer: {
      coupons: coupons.map((code) => ({ code })), customerGroups, ...(loyaltyTier === null ? {} : { loyaltyTier }), ...(ordersBefore === null ? {} : { ordersBefore }),
      ...(paymentMethod === null ? {} : { paymentMethod }), ...(shippingMinor === null ? {} : { country: market.country }),
    },
    lines: lines.map(({ variantId, quantity }, index) => ({ lineId: String(index + 1), variantId, quantityMilli: quantity * 1000 })),
  };
}

function linesOf({ lines, currency }: Quote, { facts, locale }: { facts: ReadonlyMap<string, VariantFacts>; locale: SimulationRequest['locale'] }): Simulation['lines'] {
  return lines.map((line) => {
    const { variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, totalMinor } = line;
    const known = facts.get(variantId);
    const title = [known?.title ?? '', known?.variantTitle ?? ''].filter((part) => part !== '').join(', ');
    return { variantId, sku: known?.sku ?? '', title, quantityMilli, listUnitMinor, listMinor, discountMinor, totalMinor, says: explainLine(line, locale, currency) };
  });
}

function totalsOf({ currency, listMinor, discountMinor, taxMinor, totalMinor, shipping = [] }: Quote): Pick<Simulation, 'currency' | 'listMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor' | 'shipping'> {
  const [charge] = shipping;
  return { currency, listMinor, discountMinor, taxMinor, totalMinor, shipping: charge ? { listMinor: charge.listMinor, totalMinor: charge.totalMinor } : null };
}

function missesOf(basket: BasketInput, book: PriceBook): PromotionMiss[] {
  const misses = explainMisses(basket, book);
  return misses.ok ? misses.value : [];
}

const words: Record<QuoteRefusal['kind'], string> = {
  no_price: 'has no price here at this time', no_tax_rate: 'has no tax rate here at this time', unknown_variant: 'is not in this book', invalid_quantity: 'has a quantity that cannot be sold', invalid_weight: 'has a weight that cannot be sold', wrong_currency: 'has another currency', repeated_line: 'stands here twice',
};

function cannotBePriced(refusal: QuoteRefusal, { request, facts }: { request: SimulationRequest; facts: ReadonlyMap<string, VariantFacts> }): SimulateRefusal {
  const variantId = 'lineId' in refusal ? (request.lines[Number(refusal.lineId) - 1]?.variantId ?? '') : '';
  const sku = facts.get(variantId)?.sku ?? variantId;
  return { kind: 'cannot_be_priced', because: refusal.kind, sku, message: `${sku} ${words[refusal.kind]}. Take it out, or choose another time or channel. Nothing was priced.` };
}
