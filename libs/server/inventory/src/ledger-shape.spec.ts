import { newId } from '@oneshelf/platform';
import { ledgerShape } from './ledger-shape';
import { stockDemand } from './stock-demand';
import type { StockEntry, StockOperation } from './stock-entry';
import { AT, tester } from './testing';

const entry = (from: StockEntry['from'], to: StockEntry['to'], more: Partial<StockEntry> = {}): StockEntry => ({ variantId: newId(), locationId: newId(), from, to, quantityMilli: 1000, ...more });
const operation = (entries: StockEntry[], mayOverride = false): StockOperation => ({ operationId: newId(), causeKind: 'order', causeId: newId(), actor: tester, occurredAt: AT, entries, mayOverride });

describe('the shape of a ledger operation', () => {
  it('is one for each kind, whatever its numbers are, so that PostgreSQL plans it once', () => {
    const one = ledgerShape(operation([entry('sellable', 'committed')]));
    expect(ledgerShape(operation([entry('sellable', 'committed', { quantityMilli: 7000 }), entry('sellable', 'committed')]))).toBe(one);
    expect(ledgerShape(operation([entry('committed', 'sellable')]))).not.toBe(one);
    expect(one.touched).toEqual(['sellable', 'committed']);
  });

  it('lets a level be new only where goods come from outside or are sold beyond what there is', () => {
    expect(ledgerShape(operation([entry('sellable', 'committed')])).mayBeNew).toBe(false);
    expect(ledgerShape(operation([entry('sellable', 'customer')])).mayBeNew).toBe(false);
    expect(ledgerShape(operation([entry('sellable', 'customer')], true)).mayBeNew).toBe(true);
    expect(ledgerShape(operation([entry('sellable', 'committed'), entry('supplier', 'sellable')])).mayBeNew).toBe(true);
  });
});

describe('what entries ask of a level', () => {
  it('[L-21] is the sum of all entries of that level, by bucket', () => {
    const place = { variantId: newId(), locationId: newId() };
    const entries = [entry('sellable', 'committed', { ...place, quantityMilli: 2000 }), entry('sellable', 'damaged', { ...place, quantityMilli: 500 }), entry('supplier', 'sellable', { locationId: place.locationId })];
    expect(stockDemand(entries, ['sellable', 'committed', 'damaged'])).toEqual([
      { variant_id: place.variantId, location_id: place.locationId, sellable_milli: -2500, committed_milli: 2000, damaged_milli: 500 },
      { variant_id: entries[2]?.variantId, location_id: place.locationId, sellable_milli: 1000, committed_milli: 0, damaged_milli: 0 },
    ]);
  });
});
