/** One price in three words; null is no price. */
export interface PriceClash {
  /** What was asked when the draft began, or what its author last said to have seen. */
  begunMinor: number | null;
  /** What is asked now, or will be when the draft goes live. */
  theirsMinor: number | null;
  /** What the draft makes of it. */
  mineMinor: number | null;
}

/** Whether a draft would write over a change that its author has not seen (PRC-81). Both wanting the same is no clash. */
export const isClash = ({ begunMinor, theirsMinor, mineMinor }: PriceClash): boolean => theirsMinor !== begunMinor && theirsMinor !== mineMinor;
