import type { BasketInput } from './basket-input';
import { explainLine } from './explain-line';
import { handLines } from './hand-lines';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

function quoted(input: BasketInput, book: PriceBook): Quote {
  const result = quoteBasket(input, book);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const scratched = { unitMinor: 8000, reason: 'scratched', by: 'Kim' };
const goodwill = { discountId: 'd1', discount: { amountOffMinor: 500 }, reason: 'goodwill', by: 'Kim' };

describe('by hand', () => {
  it('PRC-40 a price by hand comes before the books, a discount by hand after the promotions', () => {
    const book = aPriceBook({ promotions: [aPromotion('p', 1000)] });
    const quote = quoted(aBasket([{ ...aLine('boot'), override: scratched }], { manualDiscounts: [goodwill] }), book);
    expect(quote).toMatchObject({ listMinor: 8000, discountMinor: 1300, totalMinor: 6700, manualDiscounts: [{ discountId: 'd1', reason: 'goodwill', by: 'Kim', amountMinor: 500 }] });
    expect(quote.discounts).toEqual([{ promotionId: 'p', name: 'Promotion p', amountMinor: 800 }]);
    expect(quote.lines[0]).toMatchObject({ discountMinor: 1300, units: [{ discountMinor: 1300, totalMinor: 6700 }], trace: { override: scratched, manual: [{ discountId: 'd1', amountMinor: 500 }] } });
    expect(quote.lines[0]?.trace.candidates.map(({ bookId, amountMinor, won, because }) => [bookId, amountMinor, won, because])).toEqual([['by_hand', 8000, true, 'price_override'], ['base', 10_000, false, 'overridden']]);
  });

  it('PRC-40 an article without a price can be sold by hand; a strange price or one without a reason is a fault', () => {
    expect(quoted(aBasket([{ ...aLine('boot'), override: scratched }]), aPriceBook({ books: [] })).totalMinor).toBe(8000);
    const sale = (override: typeof scratched): (() => unknown) => () => quoteBasket(aBasket([{ ...aLine('boot'), override }]), aPriceBook());
    expect(sale({ ...scratched, unitMinor: -1 })).toThrow('no price');
    expect(sale({ ...scratched, by: '' })).toThrow('no person');
  });

  it('PRC-40 what costs less by hand or at an occasion is not at its full price', () => {
    const fullPrice = aPromotion('p', 1000, { reward: { kind: 'lines', per: 'unit', on: { onlyFullPrice: true }, discount: { percentBasisPoints: 1000 } } });
    const occasion = (boot: number): PriceBook => aPriceBook({ promotions: [fullPrice], books: [aScopedBook('base', { boot: 10_000 }), aScopedBook('fair', { boot }, { isEvent: true })] });
    const total = (book: PriceBook, unitMinor?: number): number => quoted(aBasket([{ ...aLine('boot'), ...(unitMinor === undefined ? {} : { override: { ...scratched, unitMinor } }) }]), book).totalMinor;
    expect([total(occasion(9000)), total(occasion(11_000)), total(aPriceBook({ promotions: [fullPrice] }))]).toEqual([9000, 9900, 9000]);
    expect([total(aPriceBook({ promotions: [fullPrice] }), 8000), total(aPriceBook({ promotions: [fullPrice] }), 12_000)]).toEqual([8000, 10_800]);
  });

  it('PRC-40 the lines still sum to the quote, whatever is taken off by hand', () => {
    const everything = { ...goodwill, discount: { percentBasisPoints: 10_000 } };
    const quote = quoted(aBasket([aLine('boot', 3000), aLine('sock')], { manualDiscounts: [goodwill, everything] }), aPriceBook({ promotions: [aPromotion('p', 333)] }));
    expect([quote.totalMinor, quote.taxMinor, quote.discountMinor]).toEqual([0, 0, quote.listMinor]);
    const off = [...quote.discounts, ...(quote.manualDiscounts ?? [])].reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(off).toBe(quote.discountMinor);
  });

  it('PRC-11 says what was done by hand', () => {
    const [line] = quoted(aBasket([{ ...aLine('boot'), override: scratched }], { manualDiscounts: [goodwill] }), aPriceBook()).lines;
    if (!line) throw new Error('not quoted');
    expect(explainLine(line, 'en', 'GBP').slice(0, 3)).toEqual(['£80.00 was set by hand: scratched.', '“Book base” says £100.00; a price was set by hand.', 'Kim takes £5.00 off by hand: goodwill.']);
    expect(explainLine(line, 'de', 'GBP')[2]?.replace(/\u00a0/g, ' ')).toBe('Kim zieht 5,00 £ von Hand ab: goodwill.');
  });

  it('PRC-40 says of each line what it usually costs and what the hand found, for the limits of people', () => {
    const book = aPriceBook({ promotions: [aPromotion('p', 1000)] });
    const quote = quoted(aBasket([{ ...aLine('boot', 2000), override: scratched }, aLine('sock')], { manualDiscounts: [goodwill] }), book);
    const [boot, sock] = handLines(quote);
    expect(boot).toMatchObject({ usualMinor: 20_000, listMinor: 16_000, leftMinor: 14_400 });
    expect(sock).toMatchObject({ usualMinor: 599, listMinor: 599, leftMinor: 599 });
    expect([boot, sock].reduce((sum, line) => sum + (line?.manual[0]?.amountMinor ?? 0), 0)).toBe(500);
    expect(handLines(quoted(aBasket([{ ...aLine('boot'), override: scratched }]), aPriceBook({ books: [] })))[0]).toMatchObject({ usualMinor: null, listMinor: 8000 });
  });
});
