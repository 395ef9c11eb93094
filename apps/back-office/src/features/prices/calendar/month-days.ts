import { fromZonedInput, toZonedInput } from '../../../zoned-time';

/** A month as 'YYYY-MM', some months on: ('2026-12', 1) → '2027-01'. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + months, 1));
  return date.toISOString().slice(0, 7);
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month that the clock of a zone is in. */
export const monthOf = (instantMs: number, timeZone: string): string => toZonedInput(instantMs, timeZone).slice(0, 7);

/** The weeks of a month, Monday first, as days 'YYYY-MM-DD'; days of the months around it fill the first and the last week. */
export function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY_MS;
  const end = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  const weeks: string[][] = [];
  for (let week = start; week < end; week += 7 * DAY_MS) weeks.push(Array.from({ length: 7 }, (_, day) => new Date(week + day * DAY_MS).toISOString().slice(0, 10)));
  return weeks;
}

/** The instants at which the shown days begin and end on the clock of a zone. */
export function rangeOf(month: string, timeZone: string): { from: string; to: string } {
  const weeks = weeksOf(month);
  const [first = '', last = ''] = [weeks[0]?.[0], weeks.at(-1)?.[6]];
  const after = new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  const at = (day: string) => new Date(fromZonedInput(`${day}T00:00`, timeZone) ?? 0).toISOString();
  return { from: at(first), to: at(after) };
}

export const dayOf = (instant: string, timeZone: string): string => toZonedInput(Date.parse(instant), timeZone).slice(0, 10);

/** The day of an entry: of the time on each store's own clock where it has one. */
export const dayOfEntry = ({ at, local }: { at: string; local: string | null }, timeZone: string): string => local?.slice(0, 10) ?? dayOf(at, timeZone);

const DAY_MS = 86_400_000;
