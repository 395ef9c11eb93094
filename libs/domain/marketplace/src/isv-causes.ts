import type { IsvParts } from './explain-isv';

export const isvCauses = ['lag', 'failed_push', 'buffer', 'miscount', 'shrink'] as const;
export type IsvCause = (typeof isvCauses)[number];

/**
 * What each cause adds to a variance without its sign, so that variances of many products can be added up and the causes
 * sum to them (MKT-22). One that works against the others is below zero; what differs by nothing has no causes.
 */
export function isvCausesOf({ lagMilli, failedPushMilli, bufferMilli, miscountMilli, shrinkMilli }: IsvParts): IsvParts & { varianceMilli: number } {
  const sign = Math.sign(lagMilli + failedPushMilli + bufferMilli + miscountMilli + shrinkMilli);
  // Zero has one sign only.
  const signed = (milli: number): number => milli * sign + 0;
  const parts = { lagMilli: signed(lagMilli), failedPushMilli: signed(failedPushMilli), bufferMilli: signed(bufferMilli), miscountMilli: signed(miscountMilli), shrinkMilli: signed(shrinkMilli) };
  return { ...parts, varianceMilli: parts.lagMilli + parts.failedPushMilli + parts.bufferMilli + parts.miscountMilli + parts.shrinkMilli };
}

/** The cause that adds most; of equal ones the first. Null: nothing differs. */
export function mainCause(parts: IsvParts): IsvCause | null {
  const { lagMilli, failedPushMilli, bufferMilli, miscountMilli, shrinkMilli } = isvCausesOf(parts);
  const sizes: Record<IsvCause, number> = { lag: lagMilli, failed_push: failedPushMilli, buffer: bufferMilli, miscount: miscountMilli, shrink: shrinkMilli };
  const found = isvCauses.reduce((most, cause) => (sizes[cause] > sizes[most] ? cause : most));
  return sizes[found] > 0 ? found : null;
}
