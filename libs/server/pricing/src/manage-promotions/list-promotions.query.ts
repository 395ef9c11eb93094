import { Injectable } from '@nestjs/common';
import { PromotionDefinition, type PromotionList } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { CollectionDirectory } from '@oneshelf/server-catalog';

const LIMIT = 200;

@Injectable()
export class ListPromotionsQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly collections: CollectionDirectory,
  ) {}

  /** Promotions that have not been ended, the latest first. */
  async run(now: Date): Promise<PromotionList> {
    const [rows, collections] = await Promise.all([
      this.prisma.promotion.findMany({ where: { to_release: null }, orderBy: { starts_at: 'desc' }, take: LIMIT }),
      this.collections.all(),
    ]);
    const counters = await this.prisma.promotion_counter.findMany({ where: { promotion_id: { in: rows.map(({ id }) => id) }, scope: 'all' } });
    const batches = await this.prisma.coupon_batch.groupBy({ by: ['promotion_id'], where: { promotion_id: { in: rows.map(({ id }) => id) } }, _sum: { size: true } });
    const usageOf = (id: string) => {
      const counter = counters.find((row) => row.promotion_id === id);
      return { uses: Number(counter?.uses ?? 0), spentMinor: Number(counter?.spent_minor ?? 0), codes: batches.find((row) => row.promotion_id === id)?._sum.size ?? null };
    };
    return {
      collections: collections.map(({ id, title }) => ({ id, title })),
      items: rows.map((row) => ({
        id: row.id,
        code: row.code,
        name: row.name,
        marketCode: row.market_code,
        definition: PromotionDefinition.parse(row.definition),
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        usage: isCounted(row.definition) ? usageOf(row.id) : null,
        state: now < row.starts_at ? 'upcoming' : now < row.ends_at ? 'running' : 'over',
      })),
    };
  }
}

const isCounted = (stored: unknown): boolean => {
  const { coupon, limits } = PromotionDefinition.parse(stored);
  return coupon?.codes.length === 0 || Object.keys(limits ?? {}).length > 0;
};
