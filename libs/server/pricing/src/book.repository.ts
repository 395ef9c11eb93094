import { Inject, Injectable } from '@nestjs/common';
import { PriceBookSettings } from '@oneshelf/contracts';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { settingsColumns, settingsOf } from './book-settings';

export interface Book {
  id: string;
  code: string;
  marketCode: string;
  currency: string;
  settings: PriceBookSettings;
}

/** The books themselves: what they are called, for whom they are and where their prices come from. */
@Injectable()
export class BookRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Every book of the market as it is now, by code. */
  async ofMarket(marketCode: string, database: Database | Tx = this.database): Promise<Book[]> {
    const rows = await database.selectFrom('price_book').selectAll().where('market_code', '=', marketCode).orderBy('code').execute();
    return rows.map((row) => ({ id: row.id, code: row.code, marketCode: row.market_code, currency: row.currency, settings: settingsOf(row) }));
  }

  /** The books that were there in a release, with the settings of then. */
  async ofRelease(marketCode: string, release: number): Promise<(Book & { settings: PriceBookSettings })[]> {
    const [rows, former] = await Promise.all([
      this.database.selectFrom('price_book').selectAll().where('market_code', '=', marketCode).where('from_release', '<=', release).orderBy('code').execute(),
      this.database
        .selectFrom('price_book_former as f')
        .innerJoin('price_book as b', 'b.id', 'f.book_id')
        .select(['f.book_id', 'f.settings'])
        .where('b.market_code', '=', marketCode)
        .where('f.from_release', '<=', release)
        .where('f.to_release', '>', release)
        .execute(),
    ]);
    const then = new Map(former.map((row) => [row.book_id, PriceBookSettings.parse(row.settings)]));
    return rows.map((row) => ({ id: row.id, code: row.code, marketCode: row.market_code, currency: row.currency, settings: then.get(row.id) ?? settingsOf(row) }));
  }

  /** A book never changes its market. Null: there is no such book. */
  async marketOf(bookId: string): Promise<string | null> {
    const row = await this.database.selectFrom('price_book').select('market_code').where('id', '=', bookId).executeTakeFirst();
    return row?.market_code ?? null;
  }

  /** The book, locked against other changes of its settings and against new drafts. */
  async lock(tx: Tx, bookId: string): Promise<Book> {
    const row = await tx.selectFrom('price_book').selectAll().where('id', '=', bookId).forNoKeyUpdate().executeTakeFirstOrThrow();
    return { id: row.id, code: row.code, marketCode: row.market_code, currency: row.currency, settings: settingsOf(row) };
  }

  /** Null where the code is taken. */
  async insert(tx: Tx, book: Omit<Book, 'id'>, release: number): Promise<string | null> {
    const id = newId();
    const made = await tx
      .insertInto('price_book')
      .values({ id, code: book.code, market_code: book.marketCode, currency: book.currency, from_release: release, ...settingsColumns(book.settings) })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('id')
      .executeTakeFirst();
    return made?.id ?? null;
  }

  /** New settings from this release on; what they were stays for the releases before. */
  async replaceSettings(tx: Tx, { id, settings: before }: Book, { settings, release }: { settings: PriceBookSettings; release: number }): Promise<void> {
    await sql`
      INSERT INTO price_book_former (book_id, from_release, to_release, settings)
      SELECT b.id, coalesce((SELECT max(f.to_release) FROM price_book_former f WHERE f.book_id = b.id), b.from_release), ${release}, ${JSON.stringify(before)}::jsonb
      FROM price_book b WHERE b.id = ${id}::uuid`.execute(tx);
    await tx.updateTable('price_book').set(settingsColumns(settings)).where('id', '=', id).execute();
    // Prices that the formula made are the book's own from now on, where it has no formula any more.
    if (before.derivedFrom !== null && settings.derivedFrom === null) {
      await tx.updateTable('price').set({ is_derived: false }).where('book_id', '=', id).where('to_release', 'is', null).execute();
    }
  }
}
