import { Inject, Injectable } from '@nestjs/common';
import { PriceBookSettings, PromotionDefinition } from '@oneshelf/contracts';
import type { PriceBook, ScopedBook } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { scopeOf, settingsOf } from '../book-settings';

export interface PastBooks {
  /** When a release, a promotion or a window began or ended. */
  moments: number[];
  /** The book that was live at a moment, with the prices of the variants that were asked for; undefined before the first release. */
  at: (moment: number) => PriceBook | undefined;
}

interface Held {
  from_release: number;
  to_release: number | null;
}

const holds = ({ from_release, to_release }: Held, release: number): boolean => from_release <= release && (to_release === null || to_release > release);

/** Books of the past of a few variants, all read at once: a whole book a release would be too much. */
@Injectable()
export class PastBooksQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async of(live: PriceBook, variantIds: string[]): Promise<PastBooks> {
    const { marketCode } = live;
    const [releases, books, former, prices, promotions] = await Promise.all([
      this.database.selectFrom('price_release').select(['number', 'released_at']).where('market_code', '=', marketCode).orderBy('number', 'desc').execute(),
      this.database.selectFrom('price_book').selectAll().where('market_code', '=', marketCode).orderBy('code').execute(),
      this.database.selectFrom('price_book_former as f').innerJoin('price_book as b', 'b.id', 'f.book_id').select(['f.book_id', 'f.from_release', 'f.to_release', 'f.settings']).where('b.market_code', '=', marketCode).execute(),
      this.database.selectFrom('price as p').innerJoin('price_book as b', 'b.id', 'p.book_id').selectAll('p').where('b.market_code', '=', marketCode).where('p.variant_id', 'in', variantIds).orderBy('p.from_milli').execute(),
      this.database.selectFrom('promotion').selectAll().where('market_code', '=', marketCode).orderBy('id').execute(),
    ]);
    const made = new Map<number, PriceBook>();
    const bookOf = (release: number): PriceBook => ({
      ...live,
      version: `${marketCode}:${release}`,
      books: books.filter((book) => book.from_release <= release).map((book) => {
        const then = former.find((row) => row.book_id === book.id && holds(row, release));
        const own = prices.filter((price) => price.book_id === book.id && holds(price, release));
        return { bookId: book.id, ...scopeOf(then ? PriceBookSettings.parse(then.settings) : settingsOf(book)), release: 0, prices: tiersOf(own) };
      }),
      promotions: promotions.filter((promotion) => holds(promotion, release)).map((row) => ({ ...PromotionDefinition.parse(row.definition), promotionId: row.id, name: row.name, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() })),
    });
    return {
      moments: [...releases.map((release) => release.released_at), ...promotions.flatMap((promotion) => [promotion.starts_at, promotion.ends_at]), ...books.flatMap((book) => [book.active_from, book.active_to])].flatMap((moment) => moment?.getTime() ?? []),
      at: (moment) => {
        const release = releases.find((candidate) => candidate.released_at.getTime() <= moment)?.number;
        if (release === undefined) return undefined;
        const book = made.get(release) ?? bookOf(release);
        made.set(release, book);
        return book;
      },
    };
  }
}

function tiersOf(rows: readonly { variant_id: string; from_milli: number; amount_minor: number }[]): ScopedBook['prices'] {
  const prices: ScopedBook['prices'] = {};
  for (const { variant_id, from_milli, amount_minor } of rows) {
    const known = prices[variant_id];
    prices[variant_id] = [...(Array.isArray(known) ? known : []), { fromMilli: from_milli, unitMinor: amount_minor }];
  }
  return prices;
}
