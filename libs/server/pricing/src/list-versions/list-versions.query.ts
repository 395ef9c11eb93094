import { Injectable } from '@nestjs/common';
import type { PriceBookVersions } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { PrismaReads } from '@oneshelf/platform';

type Version = PriceBookVersions['items'][number];

const LIMIT = 100;

@Injectable()
export class ListVersionsQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** The book's versions, the latest first, without drafts that were thrown away. */
  async run(bookId: string): Promise<Result<PriceBookVersions, { kind: 'unknown_price_book' }>> {
    const book = await this.prisma.price_book.findUnique({ where: { id: bookId } });
    if (!book) return refuse({ kind: 'unknown_price_book' });
    const versions = await this.prisma.price_book_version.findMany({ where: { book_id: bookId, status: { not: 'discarded' } }, orderBy: { number: 'desc' }, take: LIMIT });
    const counts = await this.prisma.price_draft_change.groupBy({ by: ['version_id'], _count: true, where: { version_id: { in: versions.map((version) => version.id) } } });
    const changesOf = new Map(counts.map((row) => [row.version_id, row._count]));
    return ok({
      book: { id: book.id, code: book.code, name: book.name, marketCode: book.market_code },
      items: versions.map((version) => ({
        versionId: version.id,
        number: version.number,
        status: version.status as Version['status'],
        basedOn: version.based_on,
        changes: changesOf.get(version.id) ?? 0,
        release: version.release_number,
        createdAt: version.created_at.toISOString(),
        publishedAt: version.published_at?.toISOString() ?? null,
        goesLiveAt: version.goes_live_at?.toISOString() ?? null,
        goesLiveLocal: version.goes_live_local,
        authorName: version.author_name,
        note: version.note,
      })),
    });
  }
}
