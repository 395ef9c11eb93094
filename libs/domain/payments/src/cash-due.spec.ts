import * as fc from 'fast-check';
import { cashDue } from './cash-due';

describe('cashDue', () => {
  const due = (totalMinor: number, paidOtherwiseMinor: number, stepMinor = 5) => cashDue({ totalMinor, paidOtherwiseMinor, stepMinor });

  it('PAY-11 [L-47] rounds the cash share only', () => {
    expect(due(998, 0)).toEqual({ cashDueMinor: 1000, roundingMinor: 2 });
    expect(due(998, 500)).toEqual({ cashDueMinor: 500, roundingMinor: 2 });
    expect(due(998, 998)).toEqual({ cashDueMinor: 0, roundingMinor: 0 });
    expect(due(-998, 0)).toEqual({ cashDueMinor: -1000, roundingMinor: -2 });
    expect(due(1025, 0, 50)).toEqual({ cashDueMinor: 1050, roundingMinor: 25 });
    expect(() => due(100, 0, 0)).toThrow('smallest coin');
  });

  it('PAY-11 [L-49] what is paid is the total and its rounding, to the cent', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.constantFrom(1, 5, 10, 50, 100), (total, other, step) => {
        const paidOtherwise = Math.min(total, other);
        const { cashDueMinor, roundingMinor } = due(total, paidOtherwise, step);
        expect(cashDueMinor % step).toBe(0);
        expect(paidOtherwise + cashDueMinor - roundingMinor).toBe(total);
        expect(Math.abs(roundingMinor) * 2).toBeLessThanOrEqual(step);
      }),
    );
  });
});
