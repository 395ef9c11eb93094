import { buildSearchIndex } from './search-index';

const index = buildSearchIndex(['Merino sweater Navy M SWE-1', 'Crème brûlée set', 'Leather belt Brown 90 BEL-7', 'Merino hat Grey HAT-3', 'Straße map']);

describe('buildSearchIndex', () => {
  it.each([
    ['mer', [0, 3]], ['merino h', [3]], ['belt brown', [2]], ['hat-3', [3]], ['creme', [1]], ['strasse', [4]], ['  ', []], ['xyz', []], ['merino belt', []],
  ])('finds %p', (query, found) => expect(index.search(query, 10)).toEqual(found));

  it.each([['merimo', [0, 3]], ['lether', [2]], ['letaher', [2]], ['leahter', [2]], ['swaeter', [0]], ['bleather', []]])('forgives one wrong letter behind the first: %p', (query, found) => expect(index.search(query, 10)).toEqual(found));

  it('does not guess at three letters', () => expect(index.search('mor', 10)).toEqual([]));

  it('stops at the limit', () => expect(index.search('merino', 1)).toEqual([0]));
});
