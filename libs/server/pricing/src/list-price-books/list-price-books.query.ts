import { Injectable } from '@nestjs/common';
import type { PriceBookList } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { CustomerDirectory } from '@oneshelf/server-customers';
import { settingsOf } from '../book-settings';

const LIMIT = 200;

@Injectable()
export class ListPriceBooksQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly customers: CustomerDirectory,
  ) {}

  async run(): Promise<PriceBookList> {
    const [books, versions] = await Promise.all([
      this.prisma.price_book.findMany({ orderBy: [{ market_code: 'asc' }, { code: 'asc' }], take: LIMIT }),
      this.prisma.price_book_version.findMany({ where: { status: { in: ['live', 'draft', 'scheduled'] } }, orderBy: { number: 'asc' } }),
    ]);
    const names = await this.customers.names(books.flatMap((book) => book.customer_id ?? []));
    const counts = await this.prisma.price_draft_change.groupBy({ by: ['version_id'], _count: true, where: { version_id: { in: versions.map((version) => version.id) } } });
    const changesOf = new Map(counts.map((row) => [row.version_id, row._count]));
    return {
      items: books.map((book) => {
        const own = versions.filter((version) => version.book_id === book.id);
        const live = own.find((version) => version.status === 'live');
        const draft = own.find((version) => version.status === 'draft');
        return {
          id: book.id, code: book.code, name: book.name, marketCode: book.market_code, currency: book.currency, settings: settingsOf(book),
          customerName: book.customer_id === null ? null : (names.get(book.customer_id) ?? null),
          live: live ? { number: live.number, publishedAt: live.published_at?.toISOString() ?? null } : null,
          draft: draft ? { versionId: draft.id, number: draft.number, changes: changesOf.get(draft.id) ?? 0, authorName: draft.author_name } : null,
          scheduled: own
            .filter((version) => version.status === 'scheduled' && version.goes_live_at)
            .map((version) => ({ versionId: version.id, number: version.number, changes: changesOf.get(version.id) ?? 0, goesLiveAt: version.goes_live_at?.toISOString() ?? '', goesLiveLocal: version.goes_live_local })),
        };
      }),
    };
  }
}
