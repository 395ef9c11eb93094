import { suggestNotes } from './suggest-notes';

describe('suggestNotes', () => {
  it.each([[50_858, 2, [51_000, 52_000, 55_000]], [320, 2, [500, 1000, 2000]], [2000, 2, [5000, 10_000, 20_000]], [1234, 0, [1235, 1240, 1250]]])('%i → %p', (leftMinor, digits, sums) => {
    expect(suggestNotes(leftMinor, digits)).toEqual(sums);
  });
});
