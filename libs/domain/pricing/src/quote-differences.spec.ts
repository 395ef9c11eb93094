import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { quoteDifferences } from './quote-differences';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

describe('PRC-50 quote differences', () => {
  const basket = aBasket([aLine('boot', 2000), aLine('sock', 3000)]);
  const quote = (book: PriceBook = aPriceBook()): Quote => {
    const answer = quoteBasket(basket, book);
    if (!answer.ok) throw new Error('refused');
    return answer.value;
  };

  it('finds none between a quote and the same basket quoted again, also after a stay in a database', () => {
    expect(quoteDifferences(JSON.parse(JSON.stringify(quote())) as Quote, quote())).toEqual([]);
  });

  it('names each place with both values', () => {
    const dearer = quote(aPriceBook({ books: [aScopedBook('base', { boot: 10_000, sock: 600 })] }));
    const found = quoteDifferences(quote(), dearer);
    expect(found).toContainEqual({ path: 'lines[1].listUnitMinor', stored: 599, replayed: 600 });
    expect(found).toContainEqual({ path: 'totalMinor', stored: 21_797, replayed: 21_800 });
    expect(found.filter(({ path }) => path.startsWith('lines[0]'))).toEqual([]);
  });

  it('says what one of the two does not have', () => {
    const promoted = quote(aPriceBook({ promotions: [aPromotion('tenth', 1000)] }));
    expect(quoteDifferences(promoted, quote())).toContainEqual({ path: 'discounts[0]', stored: { promotionId: 'tenth', name: 'Promotion tenth', amountMinor: 2000 }, replayed: null });
  });

  it('compares what an older engine stored by what was paid, not by its words', () => {
    const old = { ...quote(), engineVersion: '1', promotions: [{ promotionId: 'p', name: 'P', applied: false, amountMinor: 0, because: 'word_of_old' }] };
    expect(quoteDifferences(old, quote())).toEqual([]);
    expect(quoteDifferences({ ...old, totalMinor: 1 }, quote())).toEqual([{ path: 'totalMinor', stored: 1, replayed: 21_797 }]);
  });
});
