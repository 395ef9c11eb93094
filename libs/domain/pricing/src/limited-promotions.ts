import { isLimited, type Promotion } from '@oneshelf/domain-promotions';
import type { PriceBook } from './price-book';

// A published book never changes, so the few limited promotions of many are looked for once.
const known = new WeakMap<PriceBook, Promotion[]>();

/** The promotions of a book whose use is counted (promotions SPEC, PRM-33). */
export function limitedPromotions(book: PriceBook): readonly Promotion[] {
  const found = known.get(book) ?? book.promotions.filter(isLimited);
  known.set(book, found);
  return found;
}
