import * as fc from 'fast-check';
import { expireGrant, grantTarget, isReusable, maySellOnGrant, poissonQuantile, type RegisterGrant, releaseGrant, renewGrant, useGrant } from './index';

const LEASE = 3_600_000;
const SKEW = 60_000;
const grant: RegisterGrant = { epoch: 1, ceilingMilli: 5000, usedMilli: 0, outstandingMilli: 5000, expiresAtMs: LEASE, isActive: true };
const renewal = { report: null, targetMilli: 5000, freeMilli: 10_000, nowMs: 0, leaseMs: LEASE };

describe('a grant', () => {
  it('INV-56 is filled up when less than a quarter is left, and begins again above what was sold', () => {
    expect(renewGrant(null, renewal)).toEqual({ grant, takenMilli: 5000 });
    expect(renewGrant(grant, { ...renewal, report: { epoch: 1, usedMilli: 3000 }, nowMs: 10 })).toEqual({ grant: { ...grant, epoch: 2, expiresAtMs: LEASE + 10 }, takenMilli: 0 });
    expect(renewGrant(grant, { ...renewal, report: { epoch: 1, usedMilli: 4000 } })).toMatchObject({ grant: { epoch: 2, ceilingMilli: 9000, outstandingMilli: 9000 }, takenMilli: 4000 });
    const ended = expireGrant(grant).grant;
    expect(renewGrant(ended, { ...renewal, report: { epoch: 1, usedMilli: 3000 } })).toMatchObject({ grant: { ceilingMilli: 8000, outstandingMilli: 8000, isActive: true }, takenMilli: 8000 });
    expect(renewGrant(ended, { ...renewal, report: { epoch: 1, usedMilli: 3000 }, freeMilli: 2000 })).toMatchObject({ grant: { ceilingMilli: 3000, outstandingMilli: 2000 }, takenMilli: 2000 });
    expect(renewGrant(null, { ...renewal, freeMilli: -2000 }).takenMilli).toBe(0);
  });

  it('INV-52 is not exceeded, and not used after its time', () => {
    const right = { epoch: 1, usedMilli: 4000, ceilingMilli: 5000, expiresAtMs: LEASE };
    expect([maySellOnGrant(right, 1000, 0), maySellOnGrant(right, 2000, 0), maySellOnGrant(right, 1000, LEASE - 1), maySellOnGrant(right, 1000, LEASE)]).toEqual([true, false, true, false]);
  });

  it('INV-53 is re-used after its time and the skew, or when it is released in the epoch of now', () => {
    expect([isReusable(grant, LEASE + SKEW - 1, SKEW), isReusable(grant, LEASE + SKEW, SKEW)]).toEqual([false, true]);
    expect(releaseGrant(grant, { epoch: 0, usedMilli: 0 })).toEqual({ grant, givenBackMilli: 0 });
    // Two sold, none arrived yet: three go back, two stay set aside.
    expect(releaseGrant(grant, { epoch: 1, usedMilli: 2000 })).toEqual({ grant: { ...grant, epoch: 2, ceilingMilli: 2000, outstandingMilli: 2000, isActive: false }, givenBackMilli: 3000 });
  });

  it('INV-54 gives what it has to a sale, and counts all of it', () => {
    expect(useGrant(grant, 2000)).toEqual({ grant: { ...grant, usedMilli: 2000, outstandingMilli: 3000 }, fromGrantMilli: 2000 });
    expect(useGrant(expireGrant(grant).grant, 2000)).toMatchObject({ grant: { usedMilli: 2000, outstandingMilli: 0 }, fromGrantMilli: 0 });
  });

  it('INV-57 is as large as its lane sells, within a fair share, and nothing of slow movers', () => {
    const lane = { soldMilli: 560_000, inSeconds: 28 * 86_400, registers: 2, horizonSeconds: 4 * 3600, beyondBasisPoints: 500, onHandMilli: 100_000, sellableMilli: 100_000 };
    expect([grantTarget(lane), grantTarget({ ...lane, sellableMilli: 5000 }), grantTarget({ ...lane, onHandMilli: 2000 }), grantTarget({ ...lane, sellableMilli: -1000 }), grantTarget({ ...lane, soldMilli: 0 })]).toEqual([4000, 1000, 0, 0, 0]);
    fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 9 }), fc.nat(500_000), (soldMilli, registers, sellableMilli) => {
      expect(grantTarget({ ...lane, soldMilli, registers, sellableMilli, onHandMilli: sellableMilli }) * registers).toBeLessThanOrEqual(sellableMilli);
    }));
  });

  it('INV-58 the quantile is exact', () => {
    expect(poissonQuantile({ soldMilli: 280_000, inSeconds: 28 * 86_400, aheadSeconds: 3600 }, 100)).toBe(2);
    expect(() => poissonQuantile({ soldMilli: 1, inSeconds: 0, aheadSeconds: 1 }, 100)).toThrow('seconds above 0');
  });
});
