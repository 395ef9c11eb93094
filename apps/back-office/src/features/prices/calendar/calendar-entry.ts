import type { PriceCalendar } from '@oneshelf/contracts';

/** What goes live, starts or ends at an instant. */
export type CalendarEntry = PriceCalendar['items'][number];

/** Where an entry's thing is. */
export function linkOf(market: string, { kind, id, bookId }: CalendarEntry): string {
  if (kind === 'scheduled' || kind === 'live') return `/prices/${market}/versions/${bookId}/${id}`;
  return bookId === null ? '/promotions' : `/prices/${market}/books/${bookId}`;
}

/** What the month and the list of it are drawn from. */
export interface CalendarParts {
  market: string;
  timeZone: string;
  /** Of the month. */
  title: string;
  entries: readonly CalendarEntry[];
  nameOf: (entry: CalendarEntry) => string;
  onTakeBack: (entry: CalendarEntry) => void;
  isPending: boolean;
}
