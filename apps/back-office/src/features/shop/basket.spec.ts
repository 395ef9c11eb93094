import { addToBasket, basketUnits, linesOf, parseBasket, setQuantity, type BasketLine } from './basket';

const line = (last: number, quantityMilli = 1000): BasketLine => ({ variantId: `018f0000-0000-7000-8000-00000000000${last}`, quantityMilli, handle: 'merino', title: 'Merino sweater', variantTitle: 'Navy / M' });

describe('basket', () => {
  it('reads back what it wrote', () => {
    expect(parseBasket(JSON.stringify([line(1), line(2, 3000)]))).toEqual([line(1), line(2, 3000)]);
  });
  it.each([null, '', 'not json', '{}', JSON.stringify([{ ...line(1), quantityMilli: -1000 }]), JSON.stringify([{ ...line(1), variantId: 'x' }]), JSON.stringify(Array.from({ length: 101 }, () => line(1)))])('is empty for %p', (text) => {
    expect(parseBasket(text)).toEqual([]);
  });
  it('keeps one line per product', () => {
    expect(addToBasket([line(1), line(2)], line(1, 2000))).toEqual([line(1, 3000), line(2)]);
  });
  it('takes a line out at zero and stops at 99', () => {
    expect(setQuantity([line(1), line(2)], { variantId: line(1).variantId, quantityMilli: 0 })).toEqual([line(2)]);
    expect(addToBasket([line(1, 99_000)], line(1))).toEqual([line(1, 99_000)]);
  });
  it('counts pieces and sends only what the storefront takes', () => {
    expect(basketUnits([line(1, 2000), line(2)])).toBe(3);
    expect(linesOf([line(1, 2000)])).toEqual([{ variantId: line(1).variantId, quantityMilli: 2000 }]);
  });
});
