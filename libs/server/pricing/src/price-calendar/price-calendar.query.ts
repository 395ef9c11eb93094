import { Injectable } from '@nestjs/common';
import type { PriceCalendar } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';

type Entry = PriceCalendar['items'][number];

/** More than a month of a busy market has. */
const LIMIT = 1000;

@Injectable()
export class PriceCalendarQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** What of the market begins or ends in that time, from inclusive, to exclusive. */
  async run(marketCode: string, range: { from: Date; to: Date }): Promise<PriceCalendar> {
    const within = { gte: range.from, lt: range.to };
    const books = await this.prisma.price_book.findMany({ where: { market_code: marketCode } });
    const [versions, promotions] = await Promise.all([
      this.prisma.price_book_version.findMany({
        where: { book_id: { in: books.map((book) => book.id) }, OR: [{ status: 'scheduled', goes_live_at: within }, { status: { in: ['live', 'superseded'] }, published_at: within }] },
        orderBy: { number: 'desc' }, take: LIMIT,
      }),
      this.prisma.promotion.findMany({ where: { market_code: marketCode, to_release: null, OR: [{ starts_at: within }, { ends_at: within }] }, orderBy: { starts_at: 'asc' }, take: LIMIT }),
    ]);
    const counts = await this.prisma.price_draft_change.groupBy({ by: ['version_id'], _count: true, where: { version_id: { in: versions.map((version) => version.id) } } });
    const changesOf = new Map(counts.map((row) => [row.version_id, row._count]));
    const nameOf = new Map(books.map((book) => [book.id, book.name]));
    const isIn = (at: Date | null): at is Date => at !== null && at >= range.from && at < range.to;
    const items = [
      ...versions.flatMap((version): Entry[] => {
        const at = version.status === 'scheduled' ? version.goes_live_at : version.published_at;
        return at ? [{ kind: version.status === 'scheduled' ? 'scheduled' : 'live', at: at.toISOString(), local: version.status === 'scheduled' ? version.goes_live_local : null, id: version.id, bookId: version.book_id, name: nameOf.get(version.book_id) ?? '', number: version.number, changes: changesOf.get(version.id) ?? 0 }] : [];
      }),
      ...promotions.flatMap((promotion) => ends({ id: promotion.id, bookId: null, name: promotion.name }, [['promotion_starts', promotion.starts_at], ['promotion_ends', promotion.ends_at]], isIn)),
      ...books.flatMap((book) => ends({ id: book.id, bookId: book.id, name: book.name }, [['book_starts', book.active_from], ['book_ends', book.active_to]], isIn)),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.name < b.name ? -1 : 1));
    return { items: items.slice(0, LIMIT), isCut: items.length > LIMIT };
  }
}

const ends = (thing: Pick<Entry, 'id' | 'bookId' | 'name'>, moments: [Entry['kind'], Date | null][], isIn: (at: Date | null) => at is Date): Entry[] =>
  moments.flatMap(([kind, at]) => (isIn(at) ? [{ ...thing, kind, at: at.toISOString(), local: null, number: null, changes: null }] : []));
