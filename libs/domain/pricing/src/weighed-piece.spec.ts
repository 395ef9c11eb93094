import { addLine, marginOfSales, noSales } from './sales-sums';
import { explainLine } from './explain-line';
import { handLines } from './hand-lines';
import type { BasketInput, BasketLine } from './basket-input';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { aBasket, aPriceBook, aPromotion, aScopedBook } from './testing';

const book = aPriceBook({
  books: [aScopedBook('base', { cheese: 1200, ham: [{ fromMilli: 0, unitMinor: 1200 }, { fromMilli: 3000, unitMinor: 1100 }] })],
  taxRates: [{ country: 'GB', taxClass: 'zero', name: 'VAT', rateBasisPoints: 0, validFrom: '2011-01-04T00:00:00Z', validTo: null }],
  variants: { cheese: { taxClass: 'zero', collectionIds: ['boots'] }, ham: { taxClass: 'zero', collectionIds: [] } },
});
const piece = (weightMilli: number, more: Partial<BasketLine> = {}): BasketLine => ({ lineId: `of ${weightMilli}`, variantId: 'cheese', quantityMilli: 1000, weightMilli, ...more });
function quoted(lines: BasketLine[], { more = {}, from = book }: { more?: Partial<BasketInput>; from?: typeof book } = {}): Quote {
  const quote = quoteBasket(aBasket(lines, more), from);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  return quote.value;
}

describe('a piece that is weighed at the counter', () => {
  it('PRC-107 costs the price of a kilogram times its weight, and stays one piece', () => {
    expect(quoted([piece(1234)]).lines).toMatchObject([{ quantityMilli: 1000, weightMilli: 1234, listUnitMinor: 1200, listMinor: 1481, totalMinor: 1481 }]);
    expect(quoted([piece(1)]).totalMinor).toBe(1);
    expect(quoted([piece(1_000_000)]).totalMinor).toBe(1_200_000);
  });

  it.each([
    ['two pieces on one line', { quantityMilli: 2000 }, 'invalid_quantity'], ['a part of a piece', { quantityMilli: 500 }, 'invalid_quantity'], ['no weight', { weightMilli: 0 }, 'invalid_weight'],
    ['less than nothing', { weightMilli: -5 }, 'invalid_weight'], ['a part of a gram', { weightMilli: 1.5 }, 'invalid_weight'], ['a gram more than a ton', { weightMilli: 1_000_001 }, 'invalid_weight'],
  ])('PRC-107 refuses %s', (_what, change, kind) => {
    expect(quoteBasket(aBasket([piece(1234, change)]), book)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it('PRC-108 is one item for a deal of units, for a condition, and for the bounds of a price', () => {
    const third = aPromotion('third', 0, { reward: { kind: 'buy_get', buy: { on: {}, quantity: 2 }, get: { on: {}, quantity: 1, discount: { percentBasisPoints: 10_000 }, which: 'cheapest' } } });
    const three = [piece(1234), piece(1000), piece(800)];
    expect(quoted(three, { from: { ...book, promotions: [third] } }).discounts).toEqual([{ promotionId: 'third', name: 'Promotion third', amountMinor: 960 }]);
    const two = aPromotion('two', 1000, { conditions: [{ kind: 'quantity_at_least', on: {}, quantityMilli: 2000 }] });
    expect([quoted([piece(2500)], { from: { ...book, promotions: [two] } }).discountMinor, quoted([piece(1000), piece(500)], { from: { ...book, promotions: [two] } }).discountMinor]).toEqual([0, 180]);
    const dear = aPromotion('dear', 0, { reward: { kind: 'lines', per: 'line', on: { minUnitMinor: 1400 }, discount: { amountOffMinor: 100 } } });
    expect(quoted(three, { from: { ...book, promotions: [dear] } }).lines.map((line) => line.discountMinor)).toEqual([100, 0, 0]);
  });

  it('PRC-109 counts its weight for the tiers of a price of a kilogram', () => {
    const ham = (weightMilli: number) => piece(weightMilli, { variantId: 'ham' });
    expect(quoted([ham(1600), ham(1500)]).lines.map((line) => line.totalMinor)).toEqual([1760, 1650]);
    expect(quoted([ham(1600)]).totalMinor).toBe(1920);
  });

  it('PRC-110 has one share, a margin by its weight, and a price by hand of a kilogram', () => {
    const [line] = quoted([piece(1234)]).lines;
    expect(line?.units).toEqual([{ unit: 1, quantityMilli: 1000, totalMinor: 1481, discountMinor: 0, taxMinor: 0 }]);
    const sums = noSales();
    if (line) addLine(sums, line, () => 800);
    expect([sums.unitsMilli, sums.marginMinor, marginOfSales(sums)]).toEqual([1000, 494, 3336]);
    const byHand = quoted([piece(1234, { override: { unitMinor: 1000, reason: 'damaged', by: 'Sam' } })]);
    expect(byHand.totalMinor).toBe(1234);
    expect(handLines(byHand)).toMatchObject([{ listMinor: 1234, usualMinor: 1481 }]);
  });

  it('PRC-107 says so where a line is explained', () => {
    const [line] = quoted([piece(1230)]).lines;
    expect(line && [explainLine(line, 'en', 'GBP').at(-1), explainLine(line, 'de', 'GBP').at(-1)]).toEqual(['1.230\u00a0kg × £12.00 = £14.76.', '1,230\u00a0kg × 12,00\u00a0£ = 14,76\u00a0£.']);
  });
});
