import { mondayOf, mondays, placeIn, WEEKS } from './calendar-span';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

it('begins on the Monday on or before', () => {
  expect([mondayOf(at('2026-11-22')), mondayOf(at('2026-11-23')), mondayOf(Date.parse('2026-11-23T23:59:00Z'))]).toEqual([at('2026-11-16'), at('2026-11-23'), at('2026-11-23')]);
  expect(mondays(at('2026-11-16'))).toHaveLength(WEEKS);
});

it('places a window within the weeks that are shown, cut at both ends', () => {
  const from = at('2026-11-16');
  expect(placeIn(from, { startsMs: at('2026-11-23'), endsMs: at('2026-11-30') })).toEqual({ left: 12.5, width: 12.5, goesOn: false });
  expect(placeIn(from, { startsMs: at('2020-01-01'), endsMs: at('2030-01-01') })).toEqual({ left: 0, width: 100, goesOn: true });
  expect(placeIn(from, { startsMs: at('2020-01-01'), endsMs: from })).toBeNull();
});
