/** Names a price book: the release of its market and the revision of the catalogue's facts in it, written "GB:12.345". */
export interface BookVersion {
  marketCode: string;
  release: number;
  factsRevision: number;
}

/** Versions that were written before facts had revisions; the first revision holds what was there then. */
const FIRST_REVISION = 1;

export const bookVersionText = ({ marketCode, release, factsRevision }: BookVersion): string => `${marketCode}:${release}.${factsRevision}`;

/** Null where the text is no version. */
export function parseBookVersion(text: string): BookVersion | null {
  const [, marketCode, release, factsRevision] = /^([A-Z]{2}):(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (marketCode === undefined || release === undefined) return null;
  return { marketCode, release: Number(release), factsRevision: factsRevision === undefined ? FIRST_REVISION : Number(factsRevision) };
}
