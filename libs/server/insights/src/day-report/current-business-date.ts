import { businessDate } from '@oneshelf/domain-kernel';
import type { Location } from '@oneshelf/server-organisation';

type Place = Pick<Location, 'kind' | 'timeZone' | 'businessDayStartsAt'>;

/**
 * The business date ('YYYY-MM-DD') that these places trade on. Of several it is the earliest: at 03:30 in London a store
 * in Berlin has begun its next day while London's is still open. Stores decide; places without one decide by themselves.
 */
export function currentBusinessDate(places: readonly Place[], now: Date): string {
  const stores = places.filter(({ kind }) => kind === 'store');
  const dates = (stores.length > 0 ? stores : places).map(({ timeZone, businessDayStartsAt }) => businessDate(now.toISOString(), timeZone, businessDayStartsAt));
  return dates.sort()[0] ?? businessDate(now.toISOString(), 'UTC', '00:00');
}
