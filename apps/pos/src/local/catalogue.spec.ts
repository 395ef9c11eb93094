import { Catalogue } from './catalogue';

const catalogue = new Catalogue({
  revision: '1', variantIds: ['a', 'b', 'c'], skus: ['SWE-1', 'swe-2', 'BEL-7'], titles: ['Sweater', 'Sweater', 'Belt'], variantTitles: ['S', 'M', ''],
  departments: ['Knitwear', 'Knitwear', 'Accessories'], barcodes: ['0012345678905 999', '', '4006381333931'],
});

describe('Catalogue', () => {
  it.each([['0012345678905', 'a'], ['012345678905', 'a'], ['(01)00012345678905(10)LOT7', 'a'], [']E00012345678905', 'a'], ['https://shop.example/01/04006381333931', 'c'], ['999', 'a'], ['SWE-2', 'b'], ['swe-2', 'b'], ['4006381333931', 'c'], ['4006381333932', undefined]])('finds %p by barcode, by another way of writing it, or by SKU', (code, variantId) => {
    expect(catalogue.byCode(code)?.variantId).toBe(variantId);
  });

  it('puts the variants of one title together', () => {
    expect(catalogue.shelf('Knitwear').map((variants) => variants.map(({ variantId }) => variantId))).toEqual([['a', 'b']]);
  });

  it('offers what was sold first, then each department in turn, and no product twice', () => {
    expect(catalogue.favourites(['c', 'gone'], 2).map(({ variantId }) => variantId)).toEqual(['c', 'b']);
    expect(catalogue.favourites([], 9).map(({ variantId }) => variantId)).toEqual(['b', 'c']);
  });
});
