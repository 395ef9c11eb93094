'use client';
import type { StockNumber } from '@oneshelf/contracts';
import type { Why } from './stock-queries';
import { useTimeZone } from 'next-intl';
import { useUrlState } from '../../use-url-state';
import { fromZonedInput } from '../../zoned-time';

export const ALL = 'all';
export const NUMBERS = ['on_hand', 'available', 'committed', 'allotted', 'unavailable'] as const satisfies StockNumber[];

export type StockView = ReturnType<typeof useStockView>;

/** What the page of one product looks at: kept in the URL, so that a link and the way back keep it. */
export function useStockView() {
  const [typedNumber, setNumber] = useUrlState('number', 'on_hand');
  const [location, setLocation] = useUrlState('location', ALL);
  const [cause, setCause] = useUrlState('cause', ALL);
  const [typedAt, setTypedAt] = useUrlState('at', '');
  const zone = useTimeZone() ?? 'UTC';
  const instant = fromZonedInput(typedAt, zone);
  return {
    number: NUMBERS.find((one) => one === typedNumber) ?? 'on_hand',
    setNumber,
    locationId: location === ALL ? null : location,
    setLocation,
    cause: cause === ALL ? null : cause,
    setCause,
    typedAt,
    setTypedAt,
    zone,
    /** Null: now. To the end of the minute that was typed. */
    at: instant === null || instant > Date.now() ? null : new Date(instant + 59_999).toISOString(),
  };
}

/** The number that a link asks to have explained: /stock/…?why=available, of all places or of the link's. */
export function useWhyOfLink(): Why | null {
  const [why] = useUrlState('why', '');
  const [location] = useUrlState('location', ALL);
  const number = NUMBERS.find((one) => one === why);
  return number === undefined ? null : { number, locationId: location === ALL ? null : location };
}
