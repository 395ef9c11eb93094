import type { PromotionCandidate } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { type Promotion, withCandidate } from '@oneshelf/domain-promotions';
import { newId } from '@oneshelf/platform';

/** A candidate as the engine's promotion; one that is new gets an id that nobody else has. */
export const promotionOf = ({ promotionId, name, definition, startsAt, endsAt }: PromotionCandidate): Promotion => ({ ...definition, promotionId: promotionId ?? newId(), name, startsAt, endsAt });

/** The book as it would be with this promotion. The book itself is not changed. */
export const bookWith = (book: PriceBook, promotion: Promotion, runs: 'always' | 'by_its_dates'): PriceBook => ({ ...book, promotions: withCandidate(book.promotions, promotion, runs) });

export const bookWithout = (book: PriceBook, promotionId: string): PriceBook => ({ ...book, promotions: book.promotions.filter((promotion) => promotion.promotionId !== promotionId) });
