import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import { engineVersion, quoteBasket } from './quote-basket';

interface VectorFile {
  book: PriceBook;
  cases: { name: string; input: BasketInput; expected: ReturnType<typeof quoteBasket> }[];
}

const folder = path.resolve(__dirname, '../vectors');
const files = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name): VectorFile => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
const cases = files.flatMap(({ book, cases: ofFile }) => ofFile.map((one): [string, (typeof ofFile)[number], PriceBook] => [one.name, one, book]));

describe('golden vectors', () => {
  it('PRC-12 are enough to mean something', () => {
    expect(engineVersion).toBe('1');
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const kinds = new Set(cases.flatMap(([, { expected }]) => (expected.ok ? expected.value.lines.flatMap((line) => [...line.trace.candidates, ...line.trace.promotions].map((entry) => entry.because)) : [expected.refusal.kind])));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['best_deal', 'better_deal_applies', 'channel_book', 'earlier_release', 'ended', 'lower_precedence', 'lower_priority', 'market_book', 'no_price', 'not_active_yet', 'not_started', 'other_channel', 'store_book']));
  });

  it.each(cases)('PRC-12 %s', (_name, { input, expected }, book) => {
    expect(quoteBasket(input, book)).toEqual(expected);
  });
});
