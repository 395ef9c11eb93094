import { invariant } from './invariant';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The trading day ('YYYY-MM-DD') that an instant belongs to in a store's zone. A day starts at `dayStartsAt` ('HH:MM' on
 * the store's wall clock), so a bar's sale at 01:30 with a day from 04:00 counts for yesterday. Read from the wall clock,
 * hence right on the days with 23 and 25 hours.
 */
export function businessDate(instantIso: string, timeZone: string, dayStartsAt: string): string {
  invariant(/^([01]\d|2[0-3]):[0-5]\d$/.test(dayStartsAt), `businessDate: ${dayStartsAt} is not HH:MM`);
  const part = Object.fromEntries(wallClock(timeZone).formatToParts(instantMs(instantIso)).map(({ type, value }) => [type, value]));
  const today = `${part.year}-${part.month}-${part.day}`;
  return `${part.hour}:${part.minute}` >= dayStartsAt ? today : new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
}

// A basket is priced at each of its changes and a price list line by line, all at one instant: it is read off once.
const lastRead = new Map<string, { instantIso: string; time: LocalTime }>();

interface LocalTime {
  weekday: number;
  minute: number;
}

/** The wall clock of a zone at an instant: 1 is Monday, 7 is Sunday; minutes since midnight. */
export function localTime(instantIso: string, timeZone: string): Readonly<LocalTime> {
  const last = lastRead.get(timeZone);
  if (last?.instantIso === instantIso) return last.time;
  const time = readWallClock(instantIso, timeZone);
  lastRead.set(timeZone, { instantIso, time });
  return time;
}

function readWallClock(instantIso: string, timeZone: string): LocalTime {
  const part = Object.fromEntries(wallClock(timeZone).formatToParts(instantMs(instantIso)).map(({ type, value }) => [type, value]));
  const sundayIs0 = new Date(`${part.year}-${part.month}-${part.day}T00:00:00Z`).getUTCDay();
  return { weekday: sundayIs0 === 0 ? 7 : sundayIs0, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** What the wall clocks of a zone show at an instant, to the minute, as if they stood in UTC. */
export function wallClockMs(ms: number, timeZone: string): number {
  const part = Object.fromEntries(wallClock(timeZone).formatToParts(ms).map(({ type, value }) => [type, value]));
  return Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day), Number(part.hour), Number(part.minute));
}

/** Milliseconds since 1970 of an ISO 8601 instant. Instants are compared by it: "…00Z" and "…00.000Z" are one moment. */
export function instantMs(instantIso: string): number {
  const ms = Date.parse(instantIso);
  invariant(!Number.isNaN(ms), () => `instantMs: ${instantIso} is not an ISO 8601 instant`);
  return ms;
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}
