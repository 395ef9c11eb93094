import type { ChannelPoolAnswer, SetChannelPool } from '@oneshelf/contracts';

export type PoolDraft = Omit<SetChannelPool, 'version'>;
export type Feed = PoolDraft['feeds'][number];

export const draftOf = ({ bufferKind, bufferBasisPoints, bufferUnits, targetBasisPoints, latencySeconds, reopenAtUnits, feeds }: ChannelPoolAnswer): PoolDraft => ({
  bufferKind, bufferBasisPoints, bufferUnits, targetBasisPoints, latencySeconds, reopenAtUnits, feeds: feeds.map((feed) => ({ ...feed })),
});

export const isSamePool = (left: PoolDraft, right: PoolDraft): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A place that feeds no more, or feeds at the end of the line with all that it has. */
export const withFeed = (feeds: readonly Feed[], locationId: string, isFed: boolean): Feed[] =>
  isFed ? [...feeds, { locationId, shareBasisPoints: 10_000 }] : feeds.filter((feed) => feed.locationId !== locationId);

/** One place earlier in the line; the first stays where it is. */
export function movedUp(feeds: readonly Feed[], locationId: string): Feed[] {
  const index = feeds.findIndex((feed) => feed.locationId === locationId);
  const [before, moved] = [feeds[index - 1], feeds[index]];
  if (!before || !moved) return [...feeds];
  return feeds.map((feed, at) => (at === index - 1 ? moved : at === index ? before : feed));
}
