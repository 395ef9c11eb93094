import { Inject, Injectable } from '@nestjs/common';
import { couponPromotions } from '@oneshelf/domain-pricing';
import { normaliseCoupon, type PromotionUsage } from '@oneshelf/domain-promotions';
import { type Database, DATABASE } from '@oneshelf/platform';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { PromotionUseRepository } from '../promotion-use.repository';

export interface FoundPromotionCode {
  /** As it is printed. */
  code: string;
  promotionId: string;
  promotionName: string;
  usage: PromotionUsage;
  /** A single-use code that is gone. */
  used: { orderId: string; at: Date } | null;
}

/** Which promotion of a market's live book a code opens, and how often that was used. Null: none. */
@Injectable()
export class FindPromotionCode {
  constructor(
    private readonly books: LoadPriceBook,
    private readonly uses: PromotionUseRepository,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run({ code: given, marketCode, customer }: { code: string; marketCode: string; customer: string | null }): Promise<FoundPromotionCode | null> {
    const code = normaliseCoupon(given);
    const book = await this.books.run(marketCode);
    const row = await this.database.selectFrom('coupon_code').selectAll().where('code', '=', code).executeTakeFirst();
    const promotion = row ? book.promotions.find(({ promotionId }) => promotionId === row.promotion_id) : couponPromotions(given, book)[0];
    if (!promotion) return null;
    const { counters } = await this.uses.known({ promotionIds: [promotion.promotionId], customer, codes: [code] });
    const all = counters.find(({ scope }) => scope === 'all');
    return {
      code: row?.shown ?? given.trim(), promotionId: promotion.promotionId, promotionName: promotion.name,
      usage: {
        promotionId: promotion.promotionId, uses: all?.uses ?? 0, spentMinor: all?.spentMinor ?? 0, usesOfCustomer: counters.find(({ scope }) => scope === 'customer')?.uses ?? 0,
        usesByCode: Object.fromEntries(counters.filter(({ scope }) => scope === 'code').map(({ key, uses }) => [key, uses])),
      },
      used: row?.used_by_order && row.used_at ? { orderId: row.used_by_order, at: row.used_at } : null,
    };
  }
}
