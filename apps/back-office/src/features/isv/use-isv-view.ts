'use client';
import type { IsvCause, IsvPeriod } from '@oneshelf/contracts';
import { useUrlState } from '../../use-url-state';

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const satisfies IsvPeriod[];
export const CAUSES = ['lag', 'failed_push', 'buffer', 'miscount', 'shrink'] as const satisfies IsvCause[];
export const ALL = 'all';

export type IsvView = ReturnType<typeof useIsvView>;

/** What the overview looks at: kept in the URL, so that a link and the way back keep it. */
export function useIsvView() {
  const [period, setPeriod] = useUrlState('period', 'day');
  const [channel, setChannel] = useUrlState('channel', ALL);
  const [location, setLocation] = useUrlState('location', ALL);
  const [cause, setCause] = useUrlState('cause', ALL);
  const isUuid = /^[0-9a-f-]{36}$/.test(location);
  return {
    asked: { period: PERIODS.find((one) => one === period) ?? 'day', channel: channel === ALL ? null : channel, location: isUuid ? location : null, cause: CAUSES.find((one) => one === cause) ?? null },
    channel, setChannel, location: isUuid ? location : ALL, setLocation, cause: CAUSES.find((one) => one === cause) ?? ALL, setCause, setPeriod,
    isFiltered: channel !== ALL || isUuid || cause !== ALL,
    clear: () => { setChannel(ALL); setLocation(ALL); setCause(ALL); },
  };
}
