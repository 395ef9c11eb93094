export interface IsvFacts {
  /** By the levels that everybody reads. */
  onHandMilli: number;
  /** By the ledger: the last count rolled forward. */
  physicalMilli: number;
  acknowledgedUnits: number;
  /** What the marketplace should show now. */
  exposedUnits: number;
  /** The last push was refused; or one waits or runs. */
  push: 'failed' | 'waiting' | 'acknowledged';
  /** What counts found (above zero) or missed (below) since the sample before, and what was corrected as lost. */
  countedMilli: number;
  shrunkMilli: number;
}

export interface IsvParts {
  lagMilli: number;
  failedPushMilli: number;
  bufferMilli: number;
  miscountMilli: number;
  shrinkMilli: number;
}

/**
 * Why what is shown is not what is there: shown − physical, in parts that sum to it exactly (MKT-13). What a count or a
 * correction found since the sample before had been shown wrongly until then, so it is variance of this period.
 */
export const explainIsv = ({ acknowledgedUnits, exposedUnits, ...facts }: IsvFacts): IsvParts & { totalMilli: number } => explainTold((acknowledgedUnits - exposedUnits) * 1000, facts);

/** The same of one place, whose part of what was told beyond is known. */
export function explainTold(told: number, { onHandMilli, physicalMilli, push, countedMilli, shrunkMilli }: Omit<IsvFacts, 'acknowledgedUnits' | 'exposedUnits'>): IsvParts & { totalMilli: number } {
  const parts = {
    lagMilli: push === 'waiting' ? told : 0,
    failedPushMilli: push === 'failed' ? told : 0,
    // Nothing waits and nothing failed: the settings are others than when the number was told.
    bufferMilli: push === 'acknowledged' ? told : 0,
    miscountMilli: onHandMilli - physicalMilli - countedMilli,
    shrinkMilli: 0 - shrunkMilli,
  };
  return { ...parts, totalMilli: onHandMilli + told - countedMilli - shrunkMilli - physicalMilli };
}
