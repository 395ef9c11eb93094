import { Injectable } from '@nestjs/common';
import { ReferenceKind, type ReferenceSources } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';

@Injectable()
export class ReferenceSourcesQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** Where a market's reference prices come from, how many, and when the last was seen. */
  async run(marketCode: string): Promise<ReferenceSources> {
    const groups = await this.prisma.reference_price.groupBy({ by: ['kind', 'source'], where: { market_code: marketCode }, _count: true, _max: { seen_at: true }, orderBy: [{ kind: 'asc' }, { source: 'asc' }] });
    return { items: groups.flatMap(({ kind, source, _count, _max }) => (_max.seen_at ? [{ kind: ReferenceKind.parse(kind), source, prices: _count, lastSeenAt: _max.seen_at.toISOString() }] : [])) };
  }
}
