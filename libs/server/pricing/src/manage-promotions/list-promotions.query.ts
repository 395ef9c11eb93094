import { Injectable } from '@nestjs/common';
import { type PromotionAnswer, PromotionDefinition, type PromotionDetail, type PromotionList } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { CollectionDirectory, VariantDirectory } from '@oneshelf/server-catalog';
import { named, uuids } from './check-promotion';

const LIMIT = 200;

type Row = Awaited<ReturnType<PrismaReads['promotion']['findMany']>>[number];

@Injectable()
export class ListPromotionsQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly collections: CollectionDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  /** Promotions that have not been ended, the latest first. */
  async run(now: Date): Promise<PromotionList> {
    const [rows, collections] = await Promise.all([
      this.prisma.promotion.findMany({ where: { to_release: null }, orderBy: { starts_at: 'desc' }, take: LIMIT }),
      this.collections.all(),
    ]);
    return { collections: collections.map(({ id, title }) => ({ id, title })), items: await this.answers(rows, now) };
  }

  /** One of them, with the titles of what it names; null where it has ended or never was. */
  async one(id: string, now: Date): Promise<PromotionDetail | null> {
    const row = await this.prisma.promotion.findFirst({ where: { id, to_release: null } });
    const [promotion] = row ? await this.answers([row], now) : [];
    if (!promotion) return null;
    const { definition } = promotion;
    const [products, variants] = await Promise.all([
      this.variants.titlesOfProducts(uuids(named(definition, ['productIds', 'exceptProductIds']))), this.variants.byIds(uuids(named(definition, ['variantIds', 'exceptVariantIds']))),
    ]);
    const ofVariants = [...variants.values()].map((variant) => ({ id: variant.id, title: variant.variantTitle === '' ? variant.title : `${variant.title}, ${variant.variantTitle}` }));
    return { promotion, names: [...[...products].map(([productId, title]) => ({ id: productId, title })), ...ofVariants] };
  }

  private async answers(rows: Row[], now: Date): Promise<PromotionAnswer[]> {
    const ids = rows.map(({ id }) => id);
    const [counters, batches] = await Promise.all([
      this.prisma.promotion_counter.findMany({ where: { promotion_id: { in: ids }, scope: 'all' } }),
      this.prisma.coupon_batch.groupBy({ by: ['promotion_id'], where: { promotion_id: { in: ids } }, _sum: { size: true } }),
    ]);
    const usageOf = (id: string) => {
      const counter = counters.find((row) => row.promotion_id === id);
      return { uses: Number(counter?.uses ?? 0), spentMinor: Number(counter?.spent_minor ?? 0), codes: batches.find((row) => row.promotion_id === id)?._sum.size ?? null };
    };
    return rows.map((row) => {
      const definition = PromotionDefinition.parse(row.definition);
      return {
        id: row.id, code: row.code, name: row.name, marketCode: row.market_code, definition, release: row.from_release,
        startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), usage: isCounted(definition) ? usageOf(row.id) : null, state: stateOf(row, now),
      };
    });
  }
}

function stateOf({ starts_at: startsAt, ends_at: endsAt, is_paused: isPaused }: Row, now: Date): PromotionAnswer['state'] {
  if (now >= endsAt) return 'over';
  if (isPaused) return 'paused';
  return now < startsAt ? 'upcoming' : 'running';
}

const isCounted = ({ coupon, limits }: PromotionDefinition): boolean => coupon?.codes.length === 0 || Object.keys(limits ?? {}).length > 0;
