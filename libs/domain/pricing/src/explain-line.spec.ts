import { explainLine } from './explain-line';
import { sentences } from './explain-line-sentences';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

const plain = (lines: string[]): string[] => lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '));

describe('explainLine', () => {
  const book = aPriceBook({ books: [aScopedBook('base', { boot: 10_000 }), aScopedBook('s1', { boot: 9000 }, { locationId: 's1' })], promotions: [aPromotion('p1', 1000)] });
  const result = quoteBasket(aBasket([aLine('boot', 2000)]), book);
  const line = result.ok ? result.value.lines[0] : undefined;

  it('PRC-11 says the trace in both languages', () => {
    if (!line) throw new Error('not quoted');
    expect(plain(explainLine(line, 'en', 'GBP'))).toEqual([
      '£90.00 from “Book s1”, the price book of this store.',
      '“Book base” says £100.00; a book closer to this sale comes first.',
      '“Promotion p1” takes £18.00 off.',
      'VAT at 20% is included: £27.00.',
      '2 × £90.00 = £180.00, less £18.00: £162.00.',
    ]);
    expect(plain(explainLine(line, 'de', 'GBP'))).toEqual([
      '90,00 £ aus „Book s1“, der Preisliste dieser Filiale.',
      '„Book base“ sagt 100,00 £; eine Liste, die näher an diesem Verkauf liegt, geht vor.',
      '„Promotion p1“ zieht 18,00 £ ab.',
      'VAT zu 20 % ist enthalten: 27,00 £.',
      '2 × 90,00 £ = 180,00 £, abzüglich 18,00 £: 162,00 £.',
    ]);
  });

  it('PRC-11 says the rate of a tax once', () => {
    if (!line) throw new Error('not quoted');
    const named = { ...line, trace: { ...line.trace, tax: { ...line.trace.tax, name: 'VAT 20%' } } };
    expect(plain(explainLine(named, 'en', 'GBP'))[3]).toBe('VAT 20% is included: £27.00.');
  });

  it('PRC-11 knows every key in both languages, and a strange one does not break it', () => {
    for (const part of ['price', 'promotion', 'tax'] as const) expect(Object.keys(sentences.de[part])).toEqual(Object.keys(sentences.en[part]));
    if (!line) throw new Error('not quoted');
    const strange = { ...line, trace: { ...line.trace, candidates: [{ bookId: 'x', name: 'New', amountMinor: 1, won: true, because: 'moon_book' }], promotions: [] } };
    expect(explainLine(strange, 'en', 'GBP')[0]).toBe('“New” says £0.01.');
  });
});
