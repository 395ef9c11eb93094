import * as fc from 'fast-check';
import { wallClockMs } from './business-date';
import { instantOfLocalTime } from './instant-of-local-time';

const iso = (local: string, timeZone: string): string => new Date(instantOfLocalTime(local, timeZone)).toISOString();

describe('instantOfLocalTime', () => {
  it('KRN-17 is the moment at which the clocks of the zone show it', () => {
    expect([iso('2026-11-23T00:00', 'Europe/London'), iso('2026-11-23T00:00', 'Europe/Berlin'), iso('2026-06-23T00:00', 'Europe/London'), iso('2026-11-23T00:00', 'Asia/Kathmandu')]).toEqual([
      '2026-11-23T00:00:00.000Z', '2026-11-22T23:00:00.000Z', '2026-06-22T23:00:00.000Z', '2026-11-22T18:15:00.000Z',
    ]);
  });

  it('KRN-17 is the first showing where clocks go back, and the jump where they go forward', () => {
    expect([iso('2026-10-25T01:30', 'Europe/London'), iso('2026-10-25T02:30', 'Europe/Berlin')]).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T00:30:00.000Z']);
    expect([iso('2026-03-29T01:30', 'Europe/London'), iso('2026-03-29T02:00', 'Europe/Berlin')]).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-29T01:00:00.000Z']);
    // Midnight itself is jumped over in Beirut, and half an hour in Lord Howe.
    expect([iso('2026-03-29T00:00', 'Asia/Beirut'), iso('2026-10-04T02:15', 'Australia/Lord_Howe')]).toEqual(['2026-03-28T22:00:00.000Z', '2026-10-03T15:30:00.000Z']);
  });

  it('KRN-17 goes there and back at every minute of a year', () => {
    const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    fc.assert(fc.property(minutes, fc.constantFrom('Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'), (minute, timeZone) => {
      const instant = minute * 60_000;
      const found = instantOfLocalTime(new Date(wallClockMs(instant, timeZone)).toISOString().slice(0, 16), timeZone);
      // Within the hour that is shown twice it is the first of the two.
      expect(wallClockMs(found, timeZone)).toBe(wallClockMs(instant, timeZone));
      expect(found).toBeLessThanOrEqual(instant);
    }));
  });

  it('KRN-17 refuses what is no time of the day', () => {
    for (const local of ['2026-11-23', '2026-11-23T00:00:00Z', '2026-13-01T00:00']) expect(() => instantOfLocalTime(local, 'Europe/London')).toThrow('instantOfLocalTime');
  });
});
