import { isEditClash } from './edit-clash';

it('PRC-93 lets an edit through that saw what stands there, or wants it', () => {
  expect(isEditClash({ sawMinor: 1000, nowMinor: 1000, wantedMinor: 1200 })).toBe(false);
  expect(isEditClash({ sawMinor: 1000, nowMinor: 1200, wantedMinor: 1200 })).toBe(false);
  expect(isEditClash({ sawMinor: null, nowMinor: null, wantedMinor: 1200 })).toBe(false);
});

it('PRC-93 calls an edit a clash that would overwrite what its editor never saw, also where a price came or went', () => {
  expect(isEditClash({ sawMinor: 1000, nowMinor: 1100, wantedMinor: 1200 })).toBe(true);
  expect(isEditClash({ sawMinor: null, nowMinor: 1100, wantedMinor: 1200 })).toBe(true);
  expect(isEditClash({ sawMinor: 1000, nowMinor: null, wantedMinor: 1200 })).toBe(true);
  expect(isEditClash({ sawMinor: 0, nowMinor: null, wantedMinor: 1200 })).toBe(true);
});
