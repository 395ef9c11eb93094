import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { countersOf, PromotionUseRepository, singleUseCodes, type UsesOfOrder } from '../promotion-use.repository';

/** By how much a use went over a limit: uses, or minor units of the budget. */
export interface PromotionOverrun {
  promotionId: string;
  name: string;
  limit: 'uses' | 'uses_per_customer' | 'uses_per_code' | 'budget' | 'single_use_code';
  /** The code, where the limit is one of a code. */
  code: string | null;
  by: number;
}

/** Uses of limited promotions by orders, in the caller's transaction. An order that uses none costs no statement. */
@Injectable()
export class UsePromotionsUseCase {
  constructor(private readonly uses: PromotionUseRepository) {}

  /** For an order that can still be refused: nothing goes over a limit. On a refusal the caller's transaction must roll back. */
  async take(tx: Tx, order: UsesOfOrder): Promise<Result<void, { kind: 'promotion_used_up' }>> {
    if (order.uses.length === 0) return ok(undefined);
    const counted = await this.uses.count(tx, order, true);
    const isWhole = counted.counters.length === countersOf(order).length && counted.codes.length === singleUseCodes(order).length;
    return isWhole ? ok(undefined) : refuse({ kind: 'promotion_used_up' });
  }

  /** For a sale that is paid: it is counted whatever the limits say, and every overrun is named. */
  async record(tx: Tx, sale: UsesOfOrder): Promise<PromotionOverrun[]> {
    if (sale.uses.length === 0) return [];
    const { counters, codes } = await this.uses.count(tx, sale, false);
    const overruns = countersOf(sale).flatMap(({ promotionId, name, scope, key, mostUses, mostMinor }): PromotionOverrun[] => {
      const now = counters.find((row) => row.promotionId === promotionId && row.scope === scope && row.key === key);
      if (!now) return [];
      const over = (limit: PromotionOverrun['limit'], by: number): PromotionOverrun[] => (by > 0 ? [{ promotionId, name, limit, code: scope === 'code' ? key : null, by }] : []);
      return [...over(limitOf[scope], mostUses === null ? 0 : now.uses - mostUses), ...over('budget', mostMinor === null ? 0 : now.spentMinor - mostMinor)];
    });
    const usedTwice = sale.uses.filter(({ isSingleUse, code }) => isSingleUse && code !== null && !codes.includes(code));
    return [...overruns, ...usedTwice.map(({ promotionId, name, code }) => ({ promotionId, name, limit: 'single_use_code' as const, code, by: 1 }))];
  }

  /** A whole order is cancelled before anything left the house: its uses are free again. A return gives none back. Safe to repeat. */
  giveBack(tx: Tx, orderId: string): Promise<void> {
    return this.uses.release(tx, orderId);
  }
}

const limitOf = { all: 'uses', customer: 'uses_per_customer', code: 'uses_per_code' } as const;
