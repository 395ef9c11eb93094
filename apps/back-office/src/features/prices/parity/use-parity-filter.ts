'use client';
import type { PriceParityQuery } from '@oneshelf/contracts';
import { useUrlState } from '../../../use-url-state';
import { fromZonedInput } from '../../../zoned-time';
import type { ParityFilter } from './parity-queries';

export const ALL = 'all';
/** Who is in no group. */
export const STRANGERS = '-';

/** What is looked at, in the URL; `at` is a time on the clock of the market's stores. */
export function useParityFilter(timeZone: string) {
  const [at, setAt] = useUrlState('at', '');
  const [channel, setChannel] = useUrlState('channel', ALL);
  const [location, setLocation] = useUrlState('store', ALL);
  const [group, setGroup] = useUrlState('group', ALL);
  const [show, setShow] = useUrlState('show', ALL);
  const [spread, setSpread] = useUrlState('spread', '0');
  const [search, setSearch] = useUrlState('search', '');
  const instant = at === '' ? null : fromZonedInput(at, timeZone);
  const filter: ParityFilter = {
    ...(instant === null ? {} : { at: new Date(instant).toISOString() }),
    ...(channel === ALL ? {} : { channel }), ...(location === ALL ? {} : { location }), ...(group === ALL ? {} : { group }),
    ...(isShow(show) ? { show } : {}), ...(spread === '0' ? {} : { minSpread: Number(spread) || 0 }), ...(search === '' ? {} : { search }),
  };
  return { filter, at, setAt, channel, setChannel, location, setLocation, group, setGroup, show, setShow, spread, setSpread, search, setSearch };
}

const isShow = (text: string): text is PriceParityQuery['show'] => text === 'drift' || text === 'differences';
