import { ok, type Result } from '@oneshelf/domain-kernel';
import { explainMisses as missesOf, type PromotionMiss } from '@oneshelf/domain-promotions';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { QuoteRefusal } from './quote';
import { priceLines, promotionBasketOf } from './quote-basket';

/** Why the other promotions of the book took nothing off this basket, for a simulator (promotions SPEC, PRM-21). */
export function explainMisses(input: BasketInput, book: PriceBook): Result<PromotionMiss[], QuoteRefusal> {
  const priced = priceLines(input, book);
  return priced.ok ? ok(missesOf(promotionBasketOf(priced.value, input), book.promotions, book.lanes)) : priced;
}
