import * as fc from 'fast-check';
import { businessDate, instantMs, localTime } from './business-date';
import { greatCircleKm } from './great-circle-km';
import { move, type TransitionTable } from './move';
import { isWhole, lineAmount, pieces, wholeUnits } from './quantity';

describe('quantities', () => {
  it('KRN-6 count a piece as 1000 thousandths', () => {
    expect([pieces(2), wholeUnits(2500), wholeUnits(-500), wholeUnits(999)]).toEqual([2000, 2, 0, 0]);
    expect([isWhole(2000), isWhole(2500)]).toEqual([true, false]);
    expect(() => pieces(0.5)).toThrow('whole number');
  });

  it('KRN-7 [L-37] a line is rounded once, half up, in integers', () => {
    expect([lineAmount(199, 333), lineAmount(5, 500), lineAmount(1999, 3000), lineAmount(0, 5000)]).toEqual([66, 3, 5997, 0]);
    fc.assert(fc.property(fc.nat(1e9), fc.nat(10_000), (unit, count) => expect(lineAmount(unit, pieces(count))).toBe(unit * count)));
  });
});

describe('businessDate', () => {
  it('KRN-8 is right on the days with 23 and 25 hours', () => {
    // Berlin, 2026-03-29: 02:00 does not exist. 2026-10-25: 02:00 to 03:00 happens twice.
    const berlin = (instant: string): string => businessDate(instant, 'Europe/Berlin', '04:00');
    expect(berlin('2026-03-29T01:30:00.000Z')).toBe('2026-03-28');
    expect(berlin('2026-03-29T02:30:00Z')).toBe('2026-03-29');
    expect(berlin('2026-10-25T02:59:00Z')).toBe('2026-10-24');
    expect(berlin('2026-10-25T03:00:00Z')).toBe('2026-10-25');
    expect(businessDate('2026-03-29T01:30:00Z', 'Europe/Berlin', '02:30')).toBe('2026-03-29');
  });

  it('KRN-8 is the date on the wall where the day starts at midnight', () => {
    expect(businessDate('2026-01-01T00:00:00Z', 'America/New_York', '00:00')).toBe('2025-12-31');
    expect(businessDate('2026-01-01T00:00:00Z', 'Pacific/Auckland', '00:00')).toBe('2026-01-01');
    expect(businessDate('2026-03-01T02:00:00Z', 'Europe/London', '04:00')).toBe('2026-02-28');
    expect(() => businessDate('2026-01-01T00:00:00Z', 'UTC', '24:00')).toThrow('HH:MM');
    expect(() => instantMs('yesterday')).toThrow('ISO 8601');
  });
});

describe('greatCircleKm', () => {
  it('KRN-9 measures over the ground', () => {
    const [london, berlin] = [{ latitude: 51.5074, longitude: -0.1278 }, { latitude: 52.52, longitude: 13.405 }];
    expect(greatCircleKm(london, berlin)).toBeCloseTo(931.6, 0);
    expect(greatCircleKm(london, london)).toBe(0);
    expect(greatCircleKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.195, 2);
    expect(greatCircleKm(london, berlin)).toBe(greatCircleKm(berlin, london));
  });
});

describe('move', () => {
  const door: TransitionTable<'open' | 'closed', 'close' | 'open'> = { open: { close: 'closed' }, closed: { open: 'open' } };

  it('KRN-10 leads on, or refuses with both names', () => {
    expect(move(door, 'open', 'close')).toEqual({ ok: true, value: 'closed' });
    expect(move(door, 'closed', 'close')).toEqual({ ok: false, refusal: { kind: 'transition_refused', from: 'closed', action: 'close' } });
    expect(move(door, 'open', 'toString' as 'open').ok).toBe(false);
    expect(door).toEqual({ open: { close: 'closed' }, closed: { open: 'open' } });
  });
});

it('KRN-11 reads weekday and minute from the wall clock', () => {
  expect(['Europe/London', 'Europe/Berlin'].map((zone) => localTime('2026-11-22T23:30:00Z', zone))).toEqual([{ weekday: 7, minute: 1410 }, { weekday: 1, minute: 30 }]);
});
