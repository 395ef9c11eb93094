import { explain } from './explain';
import { quoteSentences } from './explain-sentences';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));
const titles: Record<string, string> = { boot: 'Hill boots', sock: 'Socks' };
const book = aPriceBook({
  books: [aScopedBook('base', { boot: 10_000, sock: 599 }), aScopedBook('other', { boot: 9500 }, { priority: -1 })],
  promotions: [
    aPromotion('p1', 1000), aPromotion('late', 1000, { startsAt: '2027-01-01T00:00:00Z', endsAt: '2028-01-01T00:00:00Z' }),
    aPromotion('all', 0, { lane: 'basket', reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } } }), aPromotion('ship', 0, { lane: 'shipping', reward: { kind: 'shipping', discount: { amountOffMinor: 100 } } }),
  ],
});
const quoteOf = (more: Parameters<typeof aBasket>[1] = {}, given = book) => {
  const result = quoteBasket(aBasket([aLine('boot'), aLine('sock')], more), given);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};
const shipping = [{ chargeId: 'parcel', methodId: 'standard', amountMinor: 495 }];
const wording = { locale: 'en', audience: 'public', titleOf: ({ variantId }: { variantId: string }) => titles[variantId] ?? '' } as const;

describe('explain', () => {
  it('PRC-86 says lines, basket, shipping, taxes and totals from the stored quote', () => {
    const said = explain(quoteOf({ shipping }), wording);
    expect(said.lines.map(({ title }) => title)).toEqual(['Hill boots', 'Socks']);
    expect(plain(said.lines[0]?.sentences ?? [])).toEqual([
      '£100.00 from “Book base”, the price book of the market.', '“Promotion p1” takes £10.00 off.', 'Its share of “Promotion all”: £4.69.',
      'VAT at 20% is included: £14.21.', '1 × £100.00 = £100.00, less £14.69: £85.31.',
    ]);
    expect(plain(said.basket)).toEqual(['“Promotion all” takes £5.00 off the whole purchase.', 'The lines share it by what they cost: £4.69 Hill boots, £0.31 Socks.']);
    expect(plain(said.shipping)).toEqual(['“Promotion ship” takes £1.00 off.', 'Delivery: £4.95, less £1.00: £3.95.']);
    expect(plain(said.taxes).slice(0, 1)).toEqual(['VAT at 20%, United Kingdom: £15.82 is included in £94.94.']);
    expect(plain(said.totals)).toEqual(['Together £110.94, less £16.00: to pay £94.94.', quoteSentences.en.frozen]);
  });

  it('PRC-86 speaks German as well, with every sentence in both', () => {
    const said = explain(quoteOf({ shipping }), { ...wording, locale: 'de' });
    expect(plain(said.shipping)).toEqual(['„Promotion ship“ zieht 1,00 £ ab.', 'Versand: 4,95 £, abzüglich 1,00 £: 3,95 £.']);
    expect(plain(said.taxes)[0]).toBe('VAT zu 20 %, Vereinigtes Königreich: 15,82 £ sind in 94,94 £ enthalten.');
    expect(Object.keys(quoteSentences.de)).toEqual(Object.keys(quoteSentences.en));
    expect(Object.keys(quoteSentences.de.reliefs)).toEqual(Object.keys(quoteSentences.en.reliefs));
  });

  it('PRC-86 says why no tax is charged and what the price changed by', () => {
    const said = explain(quoteOf({ shipping, taxCountry: 'CH', tax: { because: 'export', home: { place: { country: 'GB' }, policy: 'net_stays' } } }), wording);
    expect(said.taxes).toEqual([quoteSentences.en.reliefs.export]);
    expect(plain(said.totals)[0]).toMatch(/^Prices change by -£15\.\d\d because another tax applies/);
  });

  it('PRC-87 tells staff all that was looked at, and the public what counted and nobody’s name', () => {
    const byHand = quoteOf({ lines: [{ ...aLine('boot'), override: { unitMinor: 8000, reason: 'for Mrs Nair', by: 'Sam Lowe' } }, aLine('sock')], manualDiscounts: [{ discountId: 'd', discount: { amountOffMinor: 200 }, lineIds: ['boot'], reason: 'scratch, told by Mrs Nair', by: 'Sam Lowe' }] });
    const text = (audience: 'staff' | 'public') => JSON.stringify(explain(byHand, { ...wording, audience }));
    expect(text('staff')).toContain('Sam Lowe');
    expect(text('staff')).toContain('has not started');
    expect(text('public')).not.toMatch(/Sam|Nair|Book other|has not started/);
    expect(plain(explain(byHand, wording).lines[0]?.sentences ?? [])).toEqual(expect.arrayContaining(['£80.00 was set by hand.', '£2.00 was taken off by hand.']));
    const own = quoteOf({ buyer: { customerId: 'c1' } }, { ...book, books: [...book.books, aScopedBook('Priya Nair', { boot: 9000 }, { customerId: 'c1' })] });
    expect(JSON.stringify(explain(own, wording))).not.toContain('Nair');
    expect(plain(explain(own, wording).lines[0]?.sentences ?? [])[0]).toBe('£90.00 from your own price book.');
  });
});
