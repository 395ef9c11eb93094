/** Drafts as a reviewer saw them: the revision says exactly which changes. */
export interface ReviewedDraft {
  versionId: string;
  revision: number;
}

/** The same drafts in any order have the same key; an edit makes another. */
export const draftsKey = (drafts: readonly ReviewedDraft[]): string => drafts.map(({ versionId, revision }) => `${versionId}:${revision}`).sort().join(',');
