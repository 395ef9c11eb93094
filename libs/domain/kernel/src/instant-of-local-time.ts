import { wallClockMs } from './business-date';
import { invariant } from './invariant';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const found = new Map<string, number>();

/**
 * Milliseconds since 1970 of the moment at which the wall clocks of a zone first show or have passed a local time
 * ('2026-11-23T00:00'). A time that is shown twice, when clocks go back, is its first showing; one that clocks jump over
 * is the jump: 01:30 on a day that goes from 01:00 to 02:00 is the moment of 02:00.
 */
export function instantOfLocalTime(local: string, timeZone: string): number {
  const key = `${local} ${timeZone}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const instant = search(local, timeZone);
  // A retailer has a handful of zones and of times to come: more than that is somebody else's input.
  if (found.size >= 1000) found.clear();
  found.set(key, instant);
  return instant;
}

function search(local: string, timeZone: string): number {
  invariant(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local), `instantOfLocalTime: ${local} is not YYYY-MM-DDTHH:MM`);
  const wanted = Date.parse(`${local}:00.000Z`);
  invariant(!Number.isNaN(wanted), `instantOfLocalTime: ${local} is no time`);
  const ahead = (instant: number): number => wallClockMs(instant, timeZone) - instant;
  // The clock changes at most once within two days: one of the two offsets around it is the one of the time itself.
  const shown = [ahead(wanted - DAY_MS), ahead(wanted + DAY_MS)].map((offset) => wanted - offset).filter((instant) => wallClockMs(instant, timeZone) === wanted);
  return shown.length > 0 ? Math.min(...shown) : jump(wanted, timeZone);
}

/** The first minute at which the clocks have passed a time that they never show. */
function jump(wanted: number, timeZone: string): number {
  let [before, after] = [wanted - DAY_MS, wanted + DAY_MS];
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (wallClockMs(middle, timeZone) >= wanted) after = middle;
    else before = middle;
  }
  return after;
}
