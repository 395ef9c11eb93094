import * as fc from 'fast-check';
import type { BasketInput } from './basket-input';
import { explainLine } from './explain-line';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

const quoted = (input: BasketInput, book: PriceBook = aPriceBook()): Quote => {
  const quote = quoteBasket(input, book);
  if (!quote.ok) throw new Error(JSON.stringify(quote.refusal));
  return quote.value;
};
const rate = { taxClass: 'standard', validFrom: '2011-01-01T00:00:00Z', validTo: null };
const american = aPriceBook({
  taxInclusive: false,
  taxRates: [{ ...rate, country: 'GB', region: 'CA', layer: 'state', name: 'State', rateBasisPoints: 600 }, { ...rate, country: 'GB', region: 'CA', postcodes: [{ from: '900', to: '918' }], layer: 'county', name: 'County', rateBasisPoints: 25 }],
});
const charity = { certificates: [{ certificateId: 'c1', reason: 'Charity', validFrom: '2026-01-01T00:00:00Z', validTo: null, places: [] }] };
const abroad = { place: { country: 'GB' }, policy: 'net_stays' } as const;

describe('tax terms of a sale', () => {
  it('PRC-30 adds up the layers of a place', () => {
    const quote = quoted(aBasket([aLine('boot')], { tax: { place: { region: 'CA', postcode: '90012' } } }), american);
    expect(quote.taxes.map(({ jurisdiction, taxMinor, grossMinor }) => [jurisdiction, taxMinor, grossMinor])).toEqual([['GB-CA/county', 25, 10_025], ['GB-CA/state', 600, 10_600]]);
    expect([quote.totalMinor, quote.taxMinor, quote.lines[0]?.taxRateBasisPoints, quote.lines[0]?.trace.tax.name]).toEqual([10_625, 625, 625, 'County + State']);
    expect(quoteBasket(aBasket([aLine('boot')], { tax: { place: { region: 'OR' } } }), american)).toMatchObject({ ok: false, refusal: { kind: 'no_tax_rate', country: 'GB' } });
  });

  it('PRC-30 gives the same as the country alone where nothing more is said', () => {
    const basket = aBasket([aLine('boot', 3000), aLine('sock', 7000)]);
    const book = aPriceBook({ promotions: [aPromotion('p', 1500)] });
    expect(quoted({ ...basket, tax: {} }, book)).toEqual(quoted(basket, book));
  });

  it('PRC-31 leaves the tax out of the price of who is exempt, and says so', () => {
    const [line] = quoted(aBasket([aLine('boot', 3000)], { tax: { buyer: charity, because: 'store' } })).lines;
    expect(line).toMatchObject({ listMinor: 30_000, taxAdjustmentMinor: -5000, totalMinor: 25_000, taxMinor: 0, trace: { tax: { name: 'Charity', because: 'exempt' } } });
    expect(line?.units.map(({ totalMinor }) => totalMinor)).toEqual([8334, 8333, 8333]);
    expect(line && explainLine(line, 'en', 'GBP')).toContain('No tax: the customer is exempt.');
    const exported = quoted(aBasket([aLine('boot')], { taxCountry: 'CH', tax: { because: 'export', home: abroad } }));
    expect([exported.totalMinor, exported.taxes, exported.lines[0]?.trace.tax.because]).toEqual([8333, [], 'export']);
  });

  it('PRC-31 leaves the tax to a business in another member', () => {
    const book = aPriceBook({ taxRates: ['DE', 'FR'].map((country) => ({ ...rate, country, name: 'VAT', rateBasisPoints: 2000 })) });
    const buyer = { vatNumber: { country: 'FR', number: '40303265045', isConfirmed: true } };
    const quote = quoted(aBasket([aLine('boot')], { taxCountry: 'FR', tax: { because: 'destination_union', from: { country: 'DE' }, to: { country: 'FR' }, buyer, home: { place: { country: 'DE' }, policy: 'gross_stays' } } }), book);
    expect([quote.totalMinor, quote.lines[0]?.trace.tax.because]).toEqual([8333, 'reverse_charge']);
  });

  it('PRC-32 taxes shipping with the goods, after its promotions', () => {
    const shipping = [{ chargeId: 'parcel', methodId: 'parcel', amountMinor: 480 }];
    const quote = quoted(aBasket([aLine('boot')], { shipping }));
    expect(quote.shipping).toEqual([{ chargeId: 'parcel', methodId: 'parcel', listMinor: 480, discountMinor: 0, taxMinor: 80, totalMinor: 480, promotions: [] }]);
    expect([quote.listMinor, quote.taxMinor, quote.totalMinor, quote.taxes[0]?.grossMinor]).toEqual([10_480, 1747, 10_480, 10_480]);
    const free = aPriceBook({ promotions: [{ ...aPromotion('p', 0), lane: 'shipping', reward: { kind: 'shipping', discount: { percentBasisPoints: 10_000 } } }] });
    expect(quoted(aBasket([aLine('boot')], { shipping }), free).shipping).toMatchObject([{ methodId: 'parcel', listMinor: 480, discountMinor: 480, taxMinor: 0, totalMinor: 0, promotions: [{ promotionId: 'p', amountMinor: 480 }] }]);
  });

  it('PRC-6 adds up with every kind of term', () => {
    const terms = fc.constantFrom<BasketInput['tax']>({}, { buyer: charity }, { because: 'export', home: abroad }, { because: 'store' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(5000), terms, (pieces, amountMinor, tax) => {
        const quote = quoted(aBasket([aLine('boot', pieces * 1000), aLine('sock', 2500)], { ...(tax ? { tax } : {}), shipping: [{ chargeId: 'c', methodId: 'm', amountMinor }] }), aPriceBook({ promotions: [aPromotion('p', 1234)] }));
        for (const line of quote.lines) {
          expect(line.listMinor - line.discountMinor + (line.taxAdjustmentMinor ?? 0)).toBe(line.totalMinor);
          for (const amount of ['totalMinor', 'discountMinor', 'taxMinor'] as const) expect(line.units.reduce((sum, unit) => sum + unit[amount], 0)).toBe(line[amount]);
        }
        expect(quote.lines.reduce((sum, line) => sum + line.totalMinor, quote.shipping?.[0]?.totalMinor ?? 0)).toBe(quote.totalMinor);
        expect(quote.taxes.reduce((sum, group) => sum + group.taxMinor, 0)).toBe(quote.taxMinor);
      }),
    );
  });
});
