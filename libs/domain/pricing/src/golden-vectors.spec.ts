import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { engineVersion, quoteBasket } from './quote-basket';

interface VectorFile {
  book: PriceBook;
  cases: { name: string; input: BasketInput; expected: ReturnType<typeof quoteBasket> }[];
}

const folder = path.resolve(__dirname, '../vectors');
const files = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name): VectorFile => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
const cases = files.flatMap(({ book, cases: ofFile }) => ofFile.map((one): [string, (typeof ofFile)[number], PriceBook] => [one.name, one, book]));

const reasonsOf = (quote: Quote): string[] =>
  [...quote.promotions, ...quote.lines.flatMap(({ trace }) => [...trace.candidates, ...trace.promotions])].map((entry) => entry.because);

describe('golden vectors', () => {
  it('PRC-12 are enough to mean something', () => {
    expect(engineVersion).toBe('3');
    expect(cases.length).toBeGreaterThanOrEqual(400);
    const kinds = new Set(cases.flatMap(([, { expected }]) => (expected.ok ? reasonsOf(expected.value) : [expected.refusal.kind])));
    expect([...kinds].sort()).toEqual(expect.arrayContaining([
      'best_deal', 'better_deal_applies', 'channel_book', 'customer_book', 'earlier_release', 'ended', 'exclusive', 'exclusive_applies', 'group_book', 'lower_precedence', 'lower_priority', 'market_book',
      'no_price', 'not_active_yet', 'not_started', 'nothing_to_reduce', 'other_channel', 'other_customer_group', 'other_order_number', 'other_store', 'outside_hours', 'overridden', 'price_override', 'quantity_too_low', 'stacked', 'store_book', 'wider_window',
    ]));
  });

  it.each(cases)('PRC-12 %s', (_name, { input, expected }, book) => {
    expect(quoteBasket(input, book)).toEqual(expected);
  });
});
