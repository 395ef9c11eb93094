import { isClash } from './price-clash';

it('PRC-81 is a clash where another price went live since the draft began, and the draft wants a third', () => {
  expect(isClash({ begunMinor: 1000, theirsMinor: 1200, mineMinor: 1300 })).toBe(true);
  expect(isClash({ begunMinor: null, theirsMinor: 1200, mineMinor: 1300 })).toBe(true);
  expect(isClash({ begunMinor: 1000, theirsMinor: null, mineMinor: 1300 })).toBe(true);
});

it('PRC-81 is none where nothing went live, where both want the same, or where the author has seen it', () => {
  expect(isClash({ begunMinor: 1000, theirsMinor: 1000, mineMinor: 1300 })).toBe(false);
  expect(isClash({ begunMinor: 1000, theirsMinor: 1300, mineMinor: 1300 })).toBe(false);
  expect(isClash({ begunMinor: 1200, theirsMinor: 1200, mineMinor: 1300 })).toBe(false);
});
