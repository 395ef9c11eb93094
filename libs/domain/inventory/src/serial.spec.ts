import * as fc from 'fast-check';
import { bucketsOfState, moveSerial, normaliseSerial, placeAfter, serialsTwice, serialStateOf, type SerialMove, type SerialPlace } from './serial';
import { breachesOf } from './breaches';
import { buckets, emptyLevel, outsideBuckets } from './stock-level';

const soho = 'soho';
const leeds = 'leeds';
const at = (state: SerialPlace['state'], locationId = soho): SerialPlace => ({ state, locationId });
const receipt: SerialMove = { locationId: soho, from: 'supplier', to: 'sellable' };
const sale: SerialMove = { locationId: soho, from: 'sellable', to: 'customer' };
const handOver: SerialMove = { locationId: soho, from: 'committed', to: 'customer' };

describe('serials', () => {
  it('INV-90 a promise moves no piece: all that is for sale or kept lies on the shelf', () => {
    expect(['sellable', 'committed', 'allotted', 'safety'].map((bucket) => serialStateOf(bucket as 'sellable'))).toEqual(['shelf', 'shelf', 'shelf', 'shelf']);
    expect(serialStateOf('damaged')).toBe('damaged');
    expect(serialStateOf('customer')).toBe('customer');
    expect(moveSerial(at('shelf'), handOver)).toEqual({ ok: true, value: at('customer') });
    expect(bucketsOfState('shelf')).toEqual(['sellable', 'committed', 'allotted', 'safety']);
    expect(bucketsOfState('quarantine')).toEqual(['quarantine']);
    expect(bucketsOfState('customer')).toEqual([]);
  });

  it('INV-90 is at one place after any moves: where the last one took it', () => {
    const move = fc.record({ locationId: fc.constantFrom(soho, leeds), from: fc.constantFrom(...buckets, ...outsideBuckets), to: fc.constantFrom(...buckets, ...outsideBuckets) });
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let place: SerialPlace | null = null;
      for (const one of moves) {
        const result = moveSerial(place, one);
        if (!result.ok) continue;
        // It left where it was believed to be, so it is not there and here.
        if (place && place.state !== 'shrink') expect(serialStateOf(one.from)).toBe((place as SerialPlace).state);
        if (place && bucketsOfState((place as SerialPlace).state).length > 0) expect(one.locationId).toBe((place as SerialPlace).locationId);
        place = result.value;
        expect(place).toEqual(placeAfter(one));
      }
    }));
  });

  it('INV-91 leaves only from where it is', () => {
    expect(moveSerial(at('shelf'), sale)).toEqual({ ok: true, value: at('customer') });
    expect(moveSerial(at('shelf', leeds), sale)).toEqual({ ok: false, refusal: { kind: 'serial_elsewhere', believed: at('shelf', leeds) } });
    expect(moveSerial(at('customer'), sale)).toEqual({ ok: false, refusal: { kind: 'serial_elsewhere', believed: at('customer') } });
    expect(moveSerial(at('damaged'), sale).ok).toBe(false);
    expect(moveSerial(at('transit', leeds), { locationId: soho, from: 'transit', to: 'sellable' })).toEqual({ ok: true, value: at('shelf') });
    expect(moveSerial(at('customer', leeds), { locationId: soho, from: 'customer', to: 'quarantine' })).toEqual({ ok: true, value: at('quarantine') });
  });

  it('INV-92 comes once: what is here or sold cannot be delivered again, what went back or was written off can', () => {
    expect(moveSerial(null, receipt)).toEqual({ ok: true, value: at('shelf') });
    for (const state of ['shelf', 'customer', 'transit', 'damaged'] as const) expect(moveSerial(at(state), receipt)).toMatchObject({ refusal: { kind: 'serial_elsewhere', believed: { state } } });
    for (const state of ['supplier', 'shrink'] as const) expect(moveSerial(at(state), receipt).ok).toBe(true);
    expect(serialsTwice(['A1', 'B2', 'A1', 'A1'])).toEqual(['A1']);
  });

  it('INV-93 a piece that nobody has seen leaves only where pieces without a serial lie', () => {
    expect(moveSerial(null, sale)).toEqual({ ok: false, refusal: { kind: 'serial_unknown' } });
    expect(moveSerial(null, sale, { unnamed: 1 })).toEqual({ ok: true, value: at('customer') });
    expect(moveSerial(null, { locationId: soho, from: 'transit', to: 'sellable' }, { unnamed: 1 }).ok).toBe(false);
    expect(moveSerial(null, { locationId: soho, from: 'customer', to: 'sellable' }).ok).toBe(true);
  });

  it('INV-94 is kept without blanks and in capitals', () => {
    expect(normaliseSerial('  a1b2 c3-d4\u001d')).toBe('A1B2C3-D4');
    expect(normaliseSerial(' \t ')).toBeNull();
    expect(normaliseSerial('x'.repeat(41))).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => {
      const once = normaliseSerial(text);
      if (once !== null) expect(normaliseSerial(once)).toBe(once);
    }));
  });

  it('INV-97 no more serials than pieces: the watch names a place that believes so', () => {
    const { override: _, ...folded } = { ...emptyLevel, sellable: 1000, committed: 1000, damaged: 1000 };
    const watched = { level: { ...folded, override: 0 }, heldMilli: 0, folded, holdsMilli: 0, reservedMilli: 1000, grantedMilli: 0 };
    expect(breachesOf({ ...watched, serials: { shelf: 2, damaged: 1, customer: 9 } })).toEqual([]);
    expect(breachesOf({ ...watched, serials: { shelf: 3, damaged: 1 } })).toEqual([{ rule: 'serials_within_level', bucket: 'shelf', shownMilli: 3000, explainedMilli: 2000 }]);
  });

  it('INV-98 a sale at a counter takes the piece along, wherever it was believed to be', () => {
    expect(moveSerial(at('shelf', leeds), sale).ok).toBe(false);
    expect(placeAfter(sale)).toEqual(at('customer'));
  });

  it('INV-99 where a piece is depends on its last move alone', () => {
    const move = fc.record({ locationId: fc.constantFrom(soho, leeds), from: fc.constantFrom(...outsideBuckets), to: fc.constantFrom(...buckets) });
    fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 10 }), (moves) => {
      const last = moves.at(-1) as SerialMove;
      expect(moves.reduce<SerialPlace | null>((_before, one) => placeAfter(one), null)).toEqual(placeAfter(last));
    }));
  });
});
