import { isSamePool, movedUp, type PoolDraft, withFeed } from './pool-draft';

const feed = (locationId: string) => ({ locationId, shareBasisPoints: 10_000 });
const draft: PoolDraft = { bufferKind: 'percent', bufferBasisPoints: 1000, bufferUnits: 0, targetBasisPoints: 100, latencySeconds: 300, reopenAtUnits: 1, feeds: [feed('a'), feed('b')] };

describe('the draft of a pool', () => {
  it('adds a place at the end, takes one out, and moves one up', () => {
    expect(withFeed(draft.feeds, 'c', true).map((one) => one.locationId)).toEqual(['a', 'b', 'c']);
    expect(withFeed(draft.feeds, 'a', false)).toEqual([feed('b')]);
    expect(movedUp(draft.feeds, 'b').map((one) => one.locationId)).toEqual(['b', 'a']);
    expect(movedUp(draft.feeds, 'a')).toEqual(draft.feeds);
    expect(movedUp(draft.feeds, 'x')).toEqual(draft.feeds);
  });

  it('knows whether anything is changed', () => {
    expect(isSamePool(draft, { ...draft, feeds: [feed('a'), feed('b')] })).toBe(true);
    expect(isSamePool(draft, { ...draft, feeds: [feed('b'), feed('a')] })).toBe(false);
  });
});
