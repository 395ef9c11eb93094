import { openingCode } from './coupon';
import { isLimited, takesSingleUseCodes } from './limited-promotion';
import { aPromotion, percentOff } from './testing';

const promotion = (more: Parameters<typeof aPromotion>[2]) => aPromotion('p', percentOff(1000), more);

it('PRM-33 is counted where it has a limit or takes single-use codes', () => {
  expect([promotion({}), promotion({ limits: {} }), promotion({ coupon: { codes: ['A'] } })].map(isLimited)).toEqual([false, false, false]);
  expect([promotion({ limits: { uses: 1 } }), promotion({ limits: { budgetMinor: 1 } }), promotion({ coupon: { codes: [] } })].map(isLimited)).toEqual([true, true, true]);
  expect([promotion({}), promotion({ coupon: { codes: ['A'] } }), promotion({ coupon: { codes: [] } })].map(takesSingleUseCodes)).toEqual([false, false, true]);
});

it('PRM-32 says which code was used, as it is compared', () => {
  const codes = promotion({ coupon: { codes: ['B-2', 'A 1'] }, limits: { usesPerCode: 1 } });
  const given = [{ code: 'b2' }, { code: 'a1' }, { code: 'zzz' }];
  expect(openingCode(codes, given, undefined)).toBe('A1');
  expect(openingCode(codes, given, { promotionId: 'p', uses: 1, spentMinor: 1, usesByCode: { A1: 1 } })).toBe('B2');
  expect(openingCode(codes, [{ code: 'zzz' }], undefined)).toBeUndefined();
});
