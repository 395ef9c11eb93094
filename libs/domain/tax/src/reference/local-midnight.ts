import { localTime } from '@oneshelf/domain-kernel';

// Where a day begins for a country's tax, for the countries whose rates change by date; the others by UTC.
const zones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna', BE: 'Europe/Brussels', BG: 'Europe/Sofia', CH: 'Europe/Zurich', CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn', ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London', GR: 'Europe/Athens', HR: 'Europe/Zagreb', HU: 'Europe/Budapest', IE: 'Europe/Dublin', IT: 'Europe/Rome', LT: 'Europe/Vilnius', LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga', MT: 'Europe/Malta', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', SE: 'Europe/Stockholm', SI: 'Europe/Ljubljana', SK: 'Europe/Bratislava',
};

/** The first instant of a day in a country, as ISO without fractions: rates change at midnight there, not in UTC. */
export function localMidnight(country: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const zone = zones[country];
  if (zone === undefined) return isoOf(midnight);
  const minute = localTime(new Date(midnight).toISOString(), zone).minute;
  // East of Greenwich it is past midnight by so much already; west of it the day before still runs.
  const ahead = minute < 720 ? minute : minute - 1440;
  return isoOf(midnight - ahead * 60_000);
}

const isoOf = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
