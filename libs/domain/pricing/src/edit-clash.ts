/** A cell of a draft that an editor wants to write: what stood there when the editor looked, what stands there now, and what is to stand there; null is no price. */
export interface CellEdit {
  readonly sawMinor: number | null;
  readonly nowMinor: number | null;
  readonly wantedMinor: number | null;
}

/** Whether the edit would overwrite what its editor has never seen (PRC-93). Two who write the same do not clash. */
export const isEditClash = ({ sawMinor, nowMinor, wantedMinor }: CellEdit): boolean => nowMinor !== sawMinor && nowMinor !== wantedMinor;
