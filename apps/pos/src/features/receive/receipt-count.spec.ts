import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { countedMilli, countOf, differenceOf, emptyCount, isEmpty, lineOfCode, withLine, withUnexpected } from './receipt-count';

const line = (id: string, change: Partial<TillPurchaseOrder['lines'][number]> = {}): TillPurchaseOrder['lines'][number] => ({ id, variantId: `variant-${id}`, sku: `SKU-${id}`, title: id, variantTitle: '', barcodes: [], supplierCode: '', packMilli: 1000, trackedBy: 'none', usualWeightGrams: null, orderedMilli: 5000, receivedMilli: 0, openMilli: 5000, ...change });
const empty = emptyCount({ id: 'order', version: 3 }, 'receipt');

describe('a count of goods', () => {
  it('keeps each state apart, and adds them up', () => {
    const count = withLine(withLine(empty, 'a', { good: 3000 }), 'a', { damaged: 1000 });
    expect(countOf(count, 'a')).toEqual({ good: 3000, damaged: 1000, checked: 0 });
    expect(countedMilli(count)).toBe(4000);
    expect(countOf(count, 'b')).toEqual({ good: 0, damaged: 0, checked: 0 });
    expect(withUnexpected(withUnexpected(empty, '999'), '999').unexpected).toEqual({ 999: 2000 });
    expect(empty.lines).toEqual({});
    expect([isEmpty(empty), isEmpty(withLine(empty, 'a', { good: 0 })), isEmpty(count), isEmpty(withUnexpected(empty, '999'))]).toEqual([true, true, false, false]);
  });

  it('PUR-4 PUR-5 says what is missing and what is beyond what was open', () => {
    expect(differenceOf(line('a'), withLine(empty, 'a', { good: 3000, damaged: 1000 }))).toEqual({ shortMilli: 1000, overMilli: 0 });
    expect(differenceOf(line('a', { openMilli: 2000 }), withLine(empty, 'a', { good: 3000 }))).toEqual({ shortMilli: 0, overMilli: 1000 });
  });

  it('finds the line of a scan by product, barcode, SKU or the code of the supplier', () => {
    const lines = [line('a', { barcodes: ['5012345678900'] }), line('b', { supplierCode: 'NB-2' }), line('c')];
    expect(lineOfCode(lines, '0123', 'variant-b')?.id).toBe('b');
    expect(lineOfCode(lines, '5012345678900', null)?.id).toBe('a');
    expect(lineOfCode(lines, ' NB-2 ', null)?.id).toBe('b');
    expect(lineOfCode(lines, 'SKU-c', 'variant-of-another')?.id).toBe('c');
    expect(lineOfCode(lines, '', null)).toBeNull();
  });
});
