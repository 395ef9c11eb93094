import { isvOf, medianIsv, stockViews } from './stock-views';

const pool = { onHandMilli: 10_000, sellableMilli: 9000, physicalMilli: 10_000, acknowledgedUnits: 8, exposedUnits: 8 };

describe('the views of a pool', () => {
  it('never counts a unit twice: what is shown and held back for Amazon, and the rest', () => {
    expect(stockViews(pool)).toEqual({ eposMilli: 1000, amazonMilli: 9000, physicalMilli: 10_000 });
    expect(isvOf(pool).isvBasisPoints).toBe(0);
  });
  it('rises with what Amazon still shows too much or too little', () => {
    expect(isvOf({ ...pool, acknowledgedUnits: 10 }).isvBasisPoints).toBe(2000);
    expect(isvOf({ ...pool, acknowledgedUnits: null }).isvBasisPoints).toBe(8000);
  });
  it('rises when the levels are not what the ledger says', () => {
    expect(isvOf({ ...pool, physicalMilli: 8000 }).isvBasisPoints).toBe(2500);
  });
  it('is without bound when something is offered and nothing is there', () => {
    expect(isvOf({ onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, acknowledgedUnits: 1, exposedUnits: 0 }).isvBasisPoints).toBeNull();
    expect(isvOf({ onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, acknowledgedUnits: 0, exposedUnits: 0 }).isvBasisPoints).toBe(0);
  });
});

describe('the median', () => {
  it.each([[[], null], [[100], 100], [[100, 300], 200], [[null, 0, 100], 100], [[null, null, 0], null], [[0, 0, 0, null], 0]])('of %j is %j', (values, median) => {
    expect(medianIsv(values)).toBe(median);
  });
});
