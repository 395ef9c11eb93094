import type { IsvCause } from '@oneshelf/contracts';
import { CAUSES } from './use-isv-view';

interface Parts {
  lagMilli: number;
  failedPushMilli: number;
  bufferMilli: number;
  miscountMilli: number;
  shrinkMilli: number;
}

const FIELD = { lag: 'lagMilli', failed_push: 'failedPushMilli', buffer: 'bufferMilli', miscount: 'miscountMilli', shrink: 'shrinkMilli' } as const satisfies Record<IsvCause, keyof Parts>;

/** The causes in their order, each with its pieces. */
export const causeParts = (parts: Parts): { cause: IsvCause; milli: number }[] => CAUSES.map((cause) => ({ cause, milli: parts[FIELD[cause]] }));

/** An average to hundredths of a piece: more is noise to a reader. */
export const rounded = (milli: number): number => Math.round(milli / 10) * 10 + 0;
