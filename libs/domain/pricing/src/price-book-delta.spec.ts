import type { LaneModes } from '@oneshelf/domain-promotions';
import * as fc from 'fast-check';
import { applyPriceBookDelta } from './apply-price-book-delta';
import type { PriceBook, ScopedBook } from './price-book';
import { sumOf, sumText } from './price-book-checksum';
import { diffPriceBooks } from './price-book-delta';
import { inOrderOfKeys } from './price-book-entries';
import { aPriceBook, aPromotion, aScopedBook } from './testing';

const sum = (book: PriceBook): string => sumText(sumOf(book));
const delta = (before: PriceBook, after: PriceBook) => diffPriceBooks(before, after, sum(after));
const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const apply = (before: PriceBook, after: PriceBook) => applyPriceBookDelta(before, sum(before), overTheWire(delta(before, after)));

const variantId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const tiers = fc.array(fc.record({ fromMilli: fc.nat(9000), unitMinor: fc.nat(999) }), { minLength: 1, maxLength: 3 });
const prices = fc.dictionary(variantId, fc.oneof(fc.nat(9999), tiers), { noNullPrototype: true }).map(inOrderOfKeys);
const turn = fc.record({ turnId: fc.constantFrom('t1', 't2', 't3'), from: fc.constantFrom('2026-11-23T00:00:00.000Z', '2026-11-24T00:00'), prices: fc.dictionary(variantId, fc.oneof(fc.nat(9999), fc.constant(null)), { noNullPrototype: true }).map(inOrderOfKeys) });
const coming = fc.uniqueArray(turn, { selector: ({ turnId }) => turnId, maxLength: 3 });
const scoped = fc.record({ bookId: fc.constantFrom('x', 'y', 'z'), name: fc.constantFrom('One', 'Two'), locationId: fc.constantFrom(null, 's1'), release: fc.nat(3), prices, coming })
  .map(({ bookId, prices: own, coming: turns, ...more }): ScopedBook => ({ ...aScopedBook(bookId, {}, more), prices: own, ...(turns.length > 0 ? { coming: turns } : {}) }));
const stacking: LaneModes = { item: 'stacking', basket: 'best_deal', shipping: 'best_deal' };
/** Lanes in their place: the loader writes the parts of a book in this order. */
const withLanes = ({ taxRates, variants, ...head }: PriceBook, lanes: LaneModes | undefined): PriceBook => ({ ...head, ...(lanes ? { lanes } : {}), taxRates, variants });
const book = fc.record({
  version: fc.constantFrom('GB:1.1', 'GB:2.1'), books: fc.uniqueArray(scoped, { selector: ({ bookId }) => bookId, maxLength: 3 }), promotions: fc.constantFrom<PriceBook['promotions'][]>([], [aPromotion('p', 1000)]), taxInclusive: fc.boolean(), lanes: fc.constantFrom<LaneModes | undefined>(undefined, stacking, { ...stacking, item: 'best_deal' }),
  variants: fc.dictionary(variantId, fc.record({ taxClass: fc.constantFrom('standard', 'zero'), collectionIds: fc.constantFrom<string[][]>([], ['boots']) }), { noNullPrototype: true }).map(inOrderOfKeys),
}).map(({ lanes, ...more }) => withLanes(aPriceBook(more), lanes));

describe('deltas of price books', () => {
  it('PRC-75 the difference of two books applied to the one is the other, byte for byte', () => {
    fc.assert(fc.property(book, book, (before, after) => {
      const applied = apply(before, after);
      expect(applied.ok && JSON.stringify(applied.value)).toBe(JSON.stringify(after));
    }), { numRuns: 500 });
  });

  it('PRC-75 says only what changed, and leaves other books the objects that they were', () => {
    const many = (changes: Record<string, number> = {}) => Object.fromEntries(Array.from({ length: 1000 }, (_, index): [string, number] => [`v${String(index).padStart(4, '0')}`, index])
      .map(([id, amount]): [string, number] => [id, changes[id] ?? amount]).filter(([id]) => changes[id] !== -1));
    const before = aPriceBook({ version: 'GB:1.1', books: [aScopedBook('base', many()), aScopedBook('web', { v0001: 1 })] });
    const after = { ...before, version: 'GB:9.1', books: [aScopedBook('base', many({ v0002: 5, v0003: 6, v0004: -1 })), aScopedBook('web', { v0001: 1 })] };
    expect(delta(before, after)).toEqual({
      kind: 'delta', from: 'GB:1.1', version: 'GB:9.1', checksum: sum(after),
      books: [{ bookId: 'base', prices: { ids: ['v0002', 'v0003', 'v0004'], values: [5, 6, null] } }, { bookId: 'web' }],
    });
    const applied = apply(before, after);
    expect(applied.ok && applied.value.books[1]).toBe(before.books[1]);
  });

  it('PRC-97 lanes that begin to stack, or stop to, travel in the delta', () => {
    const plain = aPriceBook({ version: 'GB:1.1' });
    const stacked = withLanes({ ...plain, version: 'GB:2.1' }, stacking);
    const [begun, stopped] = [apply(plain, stacked), apply(stacked, { ...plain, version: 'GB:3.1' })];
    expect([begun.ok && begun.value.lanes, begun.ok && JSON.stringify(begun.value)]).toEqual([stacking, JSON.stringify(stacked)]);
    expect(stopped.ok && 'lanes' in stopped.value).toBe(false);
  });

  it('PRC-75 refuses to change another version', () => {
    const [one, two, three] = ['GB:1.1', 'GB:2.1', 'GB:3.1'].map((version) => aPriceBook({ version }));
    expect(one && two && three && applyPriceBookDelta(one, sum(one), delta(two, three))).toEqual({ ok: false, refusal: { kind: 'other_base' } });
  });

  it('PRC-76 finds a base that is not what it says it is', () => {
    const before = aPriceBook({ version: 'GB:1.1' });
    const wrong = { ...before, books: [aScopedBook('base', { boot: 10_001, sock: 599 })] };
    const after = aPriceBook({ version: 'GB:2.1', books: [aScopedBook('base', { boot: 10_000, sock: 500 })] });
    expect(applyPriceBookDelta(wrong, sum(wrong), delta(before, after))).toEqual({ ok: false, refusal: { kind: 'other_book' } });
    expect(applyPriceBookDelta(before, 'nonsense', delta(before, after))).toEqual({ ok: false, refusal: { kind: 'other_base' } });
  });

  it('PRC-76 two books have one sum only where they say the same', () => {
    fc.assert(fc.property(book, book, (one, other) => expect(sum(one) === sum(other)).toBe(JSON.stringify(one) === JSON.stringify(other))), { numRuns: 500 });
  });
});
