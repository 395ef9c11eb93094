import { commonZone, fromZonedInput, toZonedInput } from './zoned-time';

const at = (text: string, zone: string) => {
  const instant = fromZonedInput(text, zone);
  return instant === null ? null : new Date(instant).toISOString();
};

it('reads a store\'s clock, in winter and in summer', () => {
  expect(at('2027-03-01T06:00', 'Europe/London')).toBe('2027-03-01T06:00:00.000Z');
  expect(at('2027-07-01T06:00', 'Europe/London')).toBe('2027-07-01T05:00:00.000Z');
  expect(at('2027-07-01T00:30', 'Europe/Berlin')).toBe('2027-06-30T22:30:00.000Z');
  expect(at('2027-01-01T23:30', 'America/New_York')).toBe('2027-01-02T04:30:00.000Z');
});

it('knows the nights when clocks change: 28 March 01:30 is skipped, 31 October 01:30 comes twice', () => {
  expect(at('2027-03-28T01:30', 'Europe/London')).toBe('2027-03-28T01:30:00.000Z');
  expect(toZonedInput(Date.parse('2027-03-28T01:30:00Z'), 'Europe/London')).toBe('2027-03-28T02:30');
  expect(at('2027-10-31T01:30', 'Europe/London')).toBe('2027-10-31T00:30:00.000Z');
  expect(at('2027-03-28T06:00', 'Europe/London')).toBe('2027-03-28T05:00:00.000Z');
});

it('refuses what is no date and time', () => {
  expect([at('', 'Europe/London'), at('2027-03-01', 'Europe/London'), at('2027-13-01T06:00', 'Europe/London')]).toEqual([null, null, null]);
});

it('takes the zone of most places', () => {
  const [london, dublin] = [{ timeZone: 'Europe/London' }, { timeZone: 'Europe/Dublin' }];
  expect([commonZone([dublin, london, london], 'UTC'), commonZone([], 'UTC')]).toEqual(['Europe/London', 'UTC']);
});
