import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { emptyCount, withLine, withScannedLot } from './receipt-count';
import { tracedOf, unsaidMilli } from './receipt-lots';

const line: TillPurchaseOrder['lines'][number] = { id: 'a', variantId: 'v', sku: 'BAR', title: 'Bar', variantTitle: '', barcodes: [], supplierCode: '', packMilli: 1000, orderedMilli: 9000, receivedMilli: 0, openMilli: 9000, trackedBy: 'lot', usualWeightGrams: null };
const counted = withScannedLot(withScannedLot(withLine(emptyCount({ id: 'o', version: 1 }, 'r'), 'a', { good: 4000 }), 'a', { lotCode: 'A', expiresOn: '2027-01-01' }), 'a', { lotCode: 'A' });

describe('the lots of a count', () => {
  it('INV-85 are those that were scanned, and the typed one for the rest', () => {
    expect(unsaidMilli(line, counted)).toBe(2000);
    expect(tracedOf(line, counted, { lotCode: ' B ', expiresOn: '2027-02-01' })).toEqual([{ lotCode: 'A', expiresOn: '2027-01-01', quantityMilli: 2000 }, { lotCode: 'B', expiresOn: '2027-02-01', quantityMilli: 2000 }]);
    expect(tracedOf(line, withLine(counted, 'a', { good: 1000 }), undefined)).toEqual([{ lotCode: 'A', expiresOn: '2027-01-01', quantityMilli: 1000 }]);
    expect([unsaidMilli({ ...line, trackedBy: 'none' }, counted), tracedOf({ ...line, trackedBy: 'none' }, counted, undefined)]).toEqual([0, undefined]);
  });
});
