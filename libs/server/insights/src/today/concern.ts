import type { TodayConcernKind, TodayRow } from '@oneshelf/contracts';

/** The first rows of a concern; the rest is behind its link. */
export const SHOWN_ROWS = 5;

export interface Concern {
  kind: TodayConcernKind;
  count: number;
  href: string | null;
  rows: TodayRow[];
}

export type PlaceName = (locationId: string) => string;

/** A row with nothing said that was not given. */
export const row = (given: Partial<TodayRow> & { id: string; subject: string }): TodayRow => ({ place: '', reason: '', count: null, amountMinor: null, currency: null, at: null, href: null, ...given });
