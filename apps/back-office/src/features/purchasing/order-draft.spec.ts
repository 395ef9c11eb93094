import type { OrderRowsRead } from '@oneshelf/contracts';
import { isSame, totalOf, withRows, type DraftLine } from './order-draft';

const line = (variantId: string, units: number): DraftLine => ({ variantId, sku: variantId, title: variantId, quantityMilli: units * 1000, unitCostMinor: 250, packMilli: 1000, unit: 'piece', supplierCode: '', expectedOn: null, receivedMilli: 0 });
const row = (variantId: string | null, units: number, problem: OrderRowsRead['rows'][number]['problem'] = null): OrderRowsRead['rows'][number] => ({ sku: variantId ?? 'NO', problem, variantId, title: 'Boot', variantTitle: 'Navy', unit: 'piece', supplierCode: '', isTheirs: true, quantityMilli: units * 1000, raisedBy: null, packMilli: 1000, minimumMilli: 0, unitCostMinor: 300 });

describe('withRows', () => {
  it('PUR-9 adds new products, gives those that are there the new quantity, and leaves out what cannot be taken', () => {
    const lines = withRows([line('boot', 2), line('sock', 4)], [row('boot', 6), row('mug', 3), row(null, 9, 'unknown_sku')]);
    expect(lines.map(({ variantId, quantityMilli, unitCostMinor }) => [variantId, quantityMilli, unitCostMinor])).toEqual([['boot', 6000, 250], ['sock', 4000, 250], ['mug', 3000, 300]]);
    expect(totalOf(lines)).toBe(6 * 250 + 4 * 250 + 3 * 300);
    expect(isSame(lines, [...lines])).toBe(true);
    expect(isSame(lines, lines.slice(1))).toBe(false);
  });
});
