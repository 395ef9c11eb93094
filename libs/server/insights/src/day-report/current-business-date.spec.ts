import { currentBusinessDate } from './current-business-date';

const london = { kind: 'store', timeZone: 'Europe/London', businessDayStartsAt: '04:00' } as const;
const berlin = { kind: 'store', timeZone: 'Europe/Berlin', businessDayStartsAt: '04:00' } as const;
const warehouse = { kind: 'warehouse', timeZone: 'Europe/London', businessDayStartsAt: '00:00' } as const;

describe('the business date that is traded now', () => {
  it.each([
    ['2026-11-22T01:30:00Z', [london], '2026-11-21'],
    ['2026-11-22T04:00:00Z', [london], '2026-11-22'],
    // 23:30 UTC is half past midnight of the next date in a British summer, and still the day before.
    ['2026-07-01T23:30:00Z', [london], '2026-07-01'],
    ['2026-11-22T03:30:00Z', [berlin], '2026-11-22'],
    ['2026-11-22T03:30:00Z', [berlin, london], '2026-11-21'],
    ['2026-11-22T01:30:00Z', [warehouse, london], '2026-11-21'],
    ['2026-11-22T01:30:00Z', [warehouse], '2026-11-22'],
    ['2026-11-22T01:30:00Z', [], '2026-11-22'],
  ] as const)('at %s of %j is %s', (now, places, expected) => {
    expect(currentBusinessDate(places, new Date(now))).toBe(expected);
  });
});
