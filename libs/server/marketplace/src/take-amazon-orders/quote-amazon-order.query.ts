import { Injectable } from '@nestjs/common';
import type { Result } from '@oneshelf/domain-kernel';
import { type PriceBook, type Quote, quoteBasket, type QuoteRefusal } from '@oneshelf/domain-pricing';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import type { AmazonOrderInput } from './amazon-order-input';

/**
 * The quote of an order that Amazon priced: our engine with a book that holds Amazon's prices and no promotion, so that
 * tax and unit shares are made as everywhere. Each line is a product of its own, because Amazon may price one product
 * twice in an order.
 */
@Injectable()
export class QuoteAmazonOrderQuery {
  constructor(
    private readonly books: LoadPriceBook,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(order: AmazonOrderInput): Promise<Result<Quote, QuoteRefusal>> {
    const { marketCode } = await this.organisation.channel(order.channelCode);
    const [book, facts] = await Promise.all([this.books.run(marketCode), this.variants.byIds(order.lines.map((line) => line.variantId))]);
    const prices = Object.fromEntries(order.lines.map((line, index) => [String(index + 1), line.unitMinor]));
    const taxClasses = Object.fromEntries(order.lines.map((line, index) => [String(index + 1), { taxClass: facts.get(line.variantId)?.taxClass ?? 'standard', collectionIds: [] }]));
    const amazons: PriceBook = {
      ...book,
      books: [{ bookId: order.channelCode, name: order.channelCode, channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 0, prices }],
      promotions: [],
      variants: taxClasses,
    };
    const lines = order.lines.map(({ quantityMilli }, index) => ({ lineId: String(index + 1), variantId: String(index + 1), quantityMilli }));
    const basket = { marketCode, channelCode: order.channelCode, locationId: null, currency: order.currency, pricedAt: order.placedAt.toISOString(), taxCountry: order.address.country, lines };
    const quote = quoteBasket(basket, amazons);
    if (!quote.ok) return quote;
    return { ok: true, value: { ...quote.value, lines: quote.value.lines.map((line, index) => ({ ...line, variantId: order.lines[index]?.variantId ?? line.variantId })) } };
  }
}
