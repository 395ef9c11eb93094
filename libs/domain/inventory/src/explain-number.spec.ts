import * as fc from 'fast-check';
import { foldMovements } from './apply-movement';
import { type CauseShare, explainNumber } from './explain-number';
import { commit, fulfilCommitted, receive, sellAtCounter, type Goods, type Movement } from './movements';
import { isStockBucket, type StockLevel } from './stock-level';
import { bucketsOfNumber, numberOf, type StockNumber } from './stock-number';

const goods = (quantityMilli: number): Goods => ({ variantId: 'boot', locationId: 's1', quantityMilli, causeId: 'document' });
const cause = (causeKind: string, changeMilli: number): CauseShare => ({ causeKind, changeMilli, documents: [{ changeMilli }], othersMilli: 0 });
const numbers: StockNumber[] = ['on_hand', 'available', 'committed', 'allotted', 'unavailable'];
const anyMovement = fc.tuple(fc.constantFrom(receive, commit, fulfilCommitted, sellAtCounter), fc.integer({ min: 1, max: 9 })).map(([make, count]) => make(goods(count * 1000)));

const changeOf = (number: StockNumber, { from, to, quantityMilli }: Movement): number => {
  const inside = bucketsOfNumber[number] as readonly string[];
  return (inside.includes(to) ? quantityMilli : 0) - (inside.includes(from) ? quantityMilli : 0);
};
const causesOf = (number: StockNumber, movements: Movement[]): CauseShare[] =>
  [...new Set(movements.map(({ causeKind }) => causeKind))].map((kind) => cause(kind, movements.filter(({ causeKind }) => causeKind === kind).reduce((sum, movement) => sum + changeOf(number, movement), 0)));

describe('explainNumber', () => {
  it('INV-12 the parts of an explanation add up to the number', () => {
    expect(explainNumber({ number: 'available', openingMilli: 50_000, causes: [cause('sale', -3000), cause('order', -2000)], heldMilli: 1000, oversoldMilli: 0, shownMilli: 44_000 })).toEqual({
      steps: [
        { kind: 'opening', causeKind: '', changeMilli: 50_000 }, { kind: 'cause', causeKind: 'sale', changeMilli: -3000 }, { kind: 'cause', causeKind: 'order', changeMilli: -2000 },
        { kind: 'held', causeKind: '', changeMilli: -1000 },
      ],
      resultMilli: 44_000,
    });
    fc.assert(fc.property(fc.array(anyMovement), fc.array(anyMovement), fc.constantFrom(...numbers), (before, within, number) => {
      const [opening, after] = [foldMovements(before), foldMovements([...before, ...within])];
      const shownMilli = number === 'available' ? Math.max(0, after.sellable) : numberOf(number, after);
      const { steps, resultMilli } = explainNumber({ number, openingMilli: numberOf(number, opening), causes: causesOf(number, within), heldMilli: 0, oversoldMilli: Math.max(0, -after.sellable), shownMilli });
      expect(resultMilli).toBe(shownMilli);
      expect(steps.some(({ kind }) => kind === 'unexplained')).toBe(false);
    }));
  });

  it('INV-12 what was sold beyond zero is a step of its own', () => {
    const { steps, resultMilli } = explainNumber({ number: 'available', openingMilli: 1000, causes: [cause('sale', -3000)], heldMilli: 0, oversoldMilli: 2000, shownMilli: 0 });
    expect(steps.at(-1)).toEqual({ kind: 'oversold', causeKind: '', changeMilli: 2000 });
    expect(resultMilli).toBe(0);
  });

  it('INV-13 a level that its movements do not make is said, not hidden', () => {
    const { steps, resultMilli } = explainNumber({ number: 'on_hand', openingMilli: 5000, causes: [], heldMilli: 0, oversoldMilli: 0, shownMilli: 7000 });
    expect(steps.at(-1)).toEqual({ kind: 'unexplained', causeKind: '', changeMilli: 2000 });
    expect(resultMilli).toBe(7000);
  });

  it('INV-12 documents that do not make their cause are a bug', () => {
    expect(() => explainNumber({ number: 'on_hand', openingMilli: 0, causes: [{ causeKind: 'sale', changeMilli: -3000, documents: [{ changeMilli: -1000 }], othersMilli: -1000 }], heldMilli: 0, oversoldMilli: 0, shownMilli: null })).toThrow('documents of sale');
  });
});

describe('numbers of a level', () => {
  it('INV-14 on hand is what is sellable, committed, allotted and unavailable', () => {
    const level = fc.record({ sellable: fc.integer({ min: -9, max: 9 }), committed: fc.nat(9), allotted: fc.nat(9), safety: fc.nat(9), quality_control: fc.nat(9), damaged: fc.nat(9), refurbish: fc.nat(9), quarantine: fc.nat(9), override: fc.constant(0) });
    fc.assert(fc.property(level, (one: StockLevel) => {
      expect(numberOf('on_hand', one)).toBe(numberOf('available', one) + numberOf('committed', one) + numberOf('allotted', one) + numberOf('unavailable', one));
    }));
  });

  it('INV-15 a level at an instant is the level of a checkpoint before it and the movements since', () => {
    fc.assert(fc.property(fc.array(anyMovement), fc.nat(), (movements, cut) => {
      const at = movements.length === 0 ? 0 : cut % movements.length;
      const [checkpoint, rest] = [foldMovements(movements.slice(0, at)), movements.slice(at)];
      for (const number of numbers) expect(numberOf(number, checkpoint) + rest.reduce((sum, movement) => sum + changeOf(number, movement), 0)).toBe(numberOf(number, foldMovements(movements)));
      expect(rest.every(({ to }) => isStockBucket(to) || to === 'customer')).toBe(true);
    }));
  });
});
