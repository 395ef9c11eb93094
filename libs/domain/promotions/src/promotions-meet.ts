import { instantMs } from '@oneshelf/domain-kernel';
import type { Promotion, WeeklyHours } from './promotion';

/** Where and when two promotions are open to the same shopper. */
export interface Meeting {
  /** ISO instants; from inclusive, to exclusive. */
  from: string;
  to: string;
  /** Empty: on any. */
  channelCodes: string[];
  locationIds: string[];
  customerGroups: string[];
  /** A minute of the week at which both run. */
  localTime: { weekday: number; minute: number };
}

/** The meeting of two promotions from an instant on; undefined where no shopper can have both before them (PRM-45). */
export function meetingOf(a: Promotion, b: Promotion, after: string): Meeting | undefined {
  const from = [a.startsAt, b.startsAt, after].reduce((latest, one) => (instantMs(one) > instantMs(latest) ? one : latest));
  const to = instantMs(a.endsAt) <= instantMs(b.endsAt) ? a.endsAt : b.endsAt;
  if (instantMs(from) >= instantMs(to)) return undefined;
  const [channelCodes, locationIds, customerGroups] = [common(a.channelCodes, b.channelCodes), common(a.locationIds, b.locationIds), common(a.customerGroups, b.customerGroups)];
  const localTime = commonMinute(a.hours, b.hours);
  return channelCodes && locationIds && customerGroups && localTime ? { from, to, channelCodes, locationIds, customerGroups, localTime } : undefined;
}

/** True where whoever gets the narrow one gets the wide one too: never outside its window, place, hours, codes and conditions. */
export function coversMeeting(wide: Promotion, narrow: Promotion): boolean {
  const holds = (outer: readonly string[] = [], inner: readonly string[] = []): boolean => outer.length === 0 || (inner.length > 0 && inner.every((one) => outer.includes(one)));
  return instantMs(wide.startsAt) <= instantMs(narrow.startsAt) && instantMs(wide.endsAt) >= instantMs(narrow.endsAt)
    && holds(wide.channelCodes, narrow.channelCodes) && holds(wide.locationIds, narrow.locationIds) && holds(wide.customerGroups, narrow.customerGroups)
    && (wide.hours === undefined || wide.hours.length === 0 || same(wide.hours, narrow.hours))
    && (wide.coupon === undefined || same(wide.coupon, narrow.coupon)) && (wide.conditions.length === 0 || same(wide.conditions, narrow.conditions))
    && wide.limits === undefined;
}

/** What both name; empty where neither names any; undefined where they name different ones. */
function common(a: readonly string[] = [], b: readonly string[] = []): string[] | undefined {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const both = a.filter((one) => b.includes(one));
  return both.length > 0 ? both : undefined;
}

function commonMinute(a: WeeklyHours[] = [], b: WeeklyHours[] = []): Meeting['localTime'] | undefined {
  if (a.length === 0 && b.length === 0) return { weekday: 1, minute: 720 };
  const [first, second] = [a.length > 0 ? a : b, b.length > 0 ? b : a];
  for (const one of first) {
    for (const other of second) {
      const minute = Math.max(one.fromMinute, other.fromMinute);
      if (one.weekday === other.weekday && minute < Math.min(one.toMinute, other.toMinute)) return { weekday: one.weekday, minute };
    }
  }
  return undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
