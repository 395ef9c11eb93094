/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { aBootstrap } from './testing';
import { followTurns } from './follow-turns';
import { clock } from './runtime';
import { tillState } from './till-state';

const bookId = '019a0000-0000-7000-8000-0000000000b0';
const book = (...turns: string[]): PriceBookAnswer => ({
  version: 'GB:2.1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [], taxRates: [], variants: {},
  books: [{ bookId, name: 'List', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { boot: 1000 }, coming: turns.map((from, index) => ({ turnId: String(index), from, prices: { boot: 900 - index } })) }],
});
const midnight = '2026-11-23T00:00:00.000Z';
let stop = (): void => undefined;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T23:59:50.000Z') });
  tillState.setState({ bootstrap: aBootstrap(), priceBook: null, turnedAt: null });
});
afterEach(() => {
  stop();
  clock.hear(new Date().toISOString());
  jest.useRealTimers();
});

it('says the moment at store midnight, once, and then the next', () => {
  tillState.setState({ priceBook: book('2026-11-23T00:00', '2026-11-23T00:00:30.000Z') });
  stop = followTurns();
  jest.advanceTimersByTime(9000);
  expect(tillState.getState().turnedAt).toBeNull();
  jest.advanceTimersByTime(2000);
  expect(tillState.getState().turnedAt).toBe(midnight);
  const said = jest.fn();
  const end = tillState.subscribe(said);
  jest.advanceTimersByTime(20_000);
  expect(said).not.toHaveBeenCalled();
  jest.advanceTimersByTime(20_000);
  expect([said.mock.calls.length, tillState.getState().turnedAt]).toEqual([1, '2026-11-23T00:00:30.000Z']);
  end();
});

it('notices a book that comes later, a clock that the server puts right, and a tablet that slept', () => {
  stop = followTurns();
  tillState.setState({ priceBook: book('2026-11-23T00:00') });
  jest.advanceTimersByTime(1000);
  clock.hear('2026-11-23T00:05:00.000Z');
  jest.advanceTimersByTime(1000);
  expect(tillState.getState().turnedAt).toBe(midnight);
  tillState.setState({ turnedAt: null, priceBook: book('2026-11-23T06:00') });
  jest.advanceTimersByTime(1000);
  jest.setSystemTime(new Date('2026-11-23T09:00:00.000Z'));
  jest.advanceTimersByTime(1000);
  expect(tillState.getState().turnedAt).toBe('2026-11-23T06:00:00.000Z');
});

it('looks at all of it again when the clock was put back', () => {
  tillState.setState({ priceBook: book('2026-11-23T00:00') });
  jest.setSystemTime(new Date('2026-11-23T00:00:10.000Z'));
  stop = followTurns();
  jest.setSystemTime(new Date('2026-11-22T23:00:00.000Z'));
  jest.advanceTimersByTime(1000);
  expect(tillState.getState().turnedAt).toBeNull();
  jest.setSystemTime(new Date(midnight));
  jest.advanceTimersByTime(1000);
  expect(tillState.getState().turnedAt).toBe(midnight);
});
