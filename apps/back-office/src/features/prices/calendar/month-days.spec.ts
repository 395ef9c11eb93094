import { dayOf, isMonth, monthAfter, monthOf, rangeOf, weeksOf } from './month-days';

it('goes from month to month, over the year too', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 0)]).toEqual(['2027-01', '2025-12', '2026-11']);
  expect([isMonth('2026-11'), isMonth('2026-13'), isMonth('November'), isMonth('')]).toEqual([true, false, false, false]);
});

it('fills whole weeks from Monday on', () => {
  const weeks = weeksOf('2026-11');
  expect([weeks.length, weeks[0]?.[0], weeks[0]?.[6], weeks.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-11-01', '2026-12-06']);
  expect(weeksOf('2027-02').map((week) => week[0])).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
});

it('begins and ends days on the clock of the stores', () => {
  expect(rangeOf('2026-11', 'Europe/London')).toEqual({ from: '2026-10-26T00:00:00.000Z', to: '2026-12-07T00:00:00.000Z' });
  expect(rangeOf('2026-07', 'Europe/Berlin')).toEqual({ from: '2026-06-28T22:00:00.000Z', to: '2026-08-02T22:00:00.000Z' });
  expect([dayOf('2026-07-01T22:30:00.000Z', 'Europe/Berlin'), monthOf(Date.parse('2026-06-30T23:00:00Z'), 'Europe/Berlin')]).toEqual(['2026-07-02', '2026-07']);
});
