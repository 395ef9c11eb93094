import { businessDate } from '@oneshelf/domain-kernel';
import type { TillBootstrap } from '@oneshelf/contracts';

type Place = Pick<TillBootstrap, 'location' | 'register'>;

/** `CODE-REG-YYYY-NNNNNN`: the count is this till's own and is never used twice, also not in a new year [L-3][L-7]. */
export function receiptNumber({ location, register }: Place, count: number, soldAt: string): string {
  const year = businessDate(soldAt, location.timeZone, location.businessDayStartsAt).slice(0, 4);
  return `${location.code}-${register.number}-${year}-${String(count).padStart(6, '0')}`;
}
