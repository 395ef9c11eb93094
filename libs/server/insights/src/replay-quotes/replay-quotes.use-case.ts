import { Injectable } from '@nestjs/common';
import { type PriceBook, quoteBasket, type QuoteDifference, quoteDifferences } from '@oneshelf/domain-pricing';
import { type ReplayRange, type StoredQuote, StoredQuotes } from '@oneshelf/server-orders';
import { LoadPriceBook } from '@oneshelf/server-pricing';

/** An order whose basket no longer gives the quote that was stored with it. */
export interface DifferingQuote {
  orderId: string;
  number: string;
  bookVersion: string;
  reason: 'differs' | 'unknown_book' | 'refused';
  /** At most so many as a person reads; `refused` has the refusal as its only one. */
  differences: QuoteDifference[];
}

export interface ReplayProgress {
  done: number;
  total: number;
}

const SHOWN_DIFFERENCES = 20;

/** Prices stored orders and receipts again, each with the basket and the book version that it was priced from. Writes nothing. */
@Injectable()
export class ReplayQuotesUseCase {
  constructor(
    private readonly stored: StoredQuotes,
    private readonly books: LoadPriceBook,
  ) {}

  /** Says each page that is done, so that a caller can show it and keep what differs. */
  async *run(range: ReplayRange): AsyncGenerator<ReplayProgress & { replayed: string[]; differing: DifferingQuote[] }> {
    const total = await this.stored.count(range);
    const books = new Map<string, Promise<PriceBook | null>>();
    let done = 0;
    for await (const page of this.stored.pages(range)) {
      const differing: DifferingQuote[] = [];
      for (const order of page) {
        const { bookVersion } = order.quote;
        const book = books.get(bookVersion) ?? this.books.ofVersion(bookVersion);
        books.set(bookVersion, book);
        const found = differenceOf(order, await book);
        if (found) differing.push(found);
      }
      // Books come in the order of time: those of pages long done are not asked for again.
      for (const version of [...books.keys()].slice(0, -KEPT_BOOKS)) books.delete(version);
      done += page.length;
      yield { done, total, replayed: page.map(({ orderId }) => orderId), differing };
      // A night's work leaves the others of this process their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

const KEPT_BOOKS = 12;

function differenceOf({ orderId, number, basket, quote }: StoredQuote, book: PriceBook | null): DifferingQuote | null {
  const found = { orderId, number, bookVersion: quote.bookVersion };
  if (!book) return { ...found, reason: 'unknown_book', differences: [] };
  const again = quoteBasket(basket, book);
  if (!again.ok) return { ...found, reason: 'refused', differences: [{ path: '', stored: quote.totalMinor, replayed: again.refusal }] };
  // The book's own version text may have grown since: "GB:3" is today's "GB:3.1".
  const differences = quoteDifferences(quote, { ...again.value, bookVersion: quote.bookVersion });
  return differences.length === 0 ? null : { ...found, reason: 'differs', differences: differences.slice(0, SHOWN_DIFFERENCES) };
}
