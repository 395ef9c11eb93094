import type { SalePayload, TillStock } from '@oneshelf/contracts';
import { stockHere } from './stock-here';

const components = [{ variantId: 'mug', quantityMilli: 2000 }, { variantId: 'pot', quantityMilli: 1000 }];
const stock: TillStock = { readAt: '2026-11-20T10:00:00.000Z', variantIds: ['camp', 'mug', 'pot'], sellableMilli: [3000, 7000, 9000] };
const sale = (soldAt: string, variantId: string, recipes?: SalePayload['recipes']) => ({ soldAt, basket: { lines: [{ lineId: 'a', variantId, quantityMilli: 1000 }] }, ...(recipes ? { recipes } : {}) }) as Pick<SalePayload, 'soldAt' | 'basket' | 'recipes'>;
const later = '2026-11-20T11:00:00.000Z';

describe('what is here at a till that is cut off', () => {
  it('counts a bundle by its components, after what was sold since the server was heard', () => {
    const sales = [sale('2026-11-20T09:00:00.000Z', 'camp', [{ bundleId: 'camp', components }]), sale(later, 'camp', [{ bundleId: 'camp', components }]), sale(later, 'mug', [])];
    expect(Object.fromEntries(stockHere(stock, sales, new Map([['camp', components]])))).toEqual({ camp: 2000, mug: 4000, pot: 8000 });
  });

  it('takes a sale of before, that says no recipe, from the product itself', () => {
    expect(Object.fromEntries(stockHere(stock, [sale(later, 'camp')]))).toEqual({ camp: 2000, mug: 7000, pot: 9000 });
  });
});
