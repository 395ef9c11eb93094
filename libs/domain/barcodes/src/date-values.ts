/** How a date is written; D0 allows 00 for a whole month. */
export type DateForm = 'YYMMDD' | 'YYMMD0' | 'YYYYMMDD' | 'YYYYMMD0';

/** What is wrong with a date; null when nothing is. Years of two digits: leap years repeat each century's way, so the days of the month are those of 20YY. */
export function dateProblem(value: string, form: DateForm): string | null {
  if (!/^\d*$/.test(value) || value.length !== form.length) return 'not_a_date';
  const year = Number(value.slice(0, -4)) + (form.startsWith('YYYY') ? 0 : 2000);
  const [month, day] = [Number(value.slice(-4, -2)), Number(value.slice(-2))];
  if (month < 1 || month > 12) return 'not_a_month';
  return (day === 0 && form.endsWith('D0')) || (day >= 1 && day <= daysOfMonth(year, month)) ? null : 'not_a_day';
}

/** The last day of a month of the Gregorian calendar; month from 1. */
export const daysOfMonth = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/**
 * The day that YYMMDD means, as YYYY-MM-DD: day 00 is the month's last; the century is the one that brings it nearest to
 * today (GS1 General Specifications 7.12: up to 49 years ahead, up to 50 back).
 */
export function readShortDate(value: string, today: string): string | null {
  if (dateProblem(value, 'YYMMD0') !== null) return null;
  const thisYear = Number(today.slice(0, 4));
  const ahead = (Number(value.slice(0, 2)) - (thisYear % 100) + 100) % 100;
  const year = thisYear + (ahead <= 49 ? ahead : ahead - 100);
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4)) || daysOfMonth(year, month);
  return `${year}-${value.slice(2, 4)}-${String(day).padStart(2, '0')}`;
}

export const isHour = (value: string): boolean => /^([01]\d|2[0-3])$/.test(value);
export const isSixtieth = (value: string): boolean => /^[0-5]\d$/.test(value);
