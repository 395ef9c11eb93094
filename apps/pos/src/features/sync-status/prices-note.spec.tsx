/** @jest-environment jsdom */
import '../../local/testing';
import { act, render, screen } from '@testing-library/react';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { IntlProvider } from 'use-intl';
import { de } from '../../i18n/messages-de';
import { en } from '../../i18n/messages-en';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { PricesNote } from './prices-note';

type Turns = NonNullable<PriceBookAnswer['books'][number]['coming']>;
const turn = (turnId: string, from: string, count: number): Turns[number] => ({ turnId, from, prices: Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index), 1])) });
const book = (...books: Turns[]): PriceBookAnswer => ({
  version: 'GB:12.345', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [], taxRates: [], variants: {},
  books: books.map((coming, index) => ({ bookId: String(index), name: 'List', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: {}, coming })),
});

function show(priceBook: PriceBookAnswer, locale: 'en' | 'de' = 'en'): string[] {
  tillState.setState({ bootstrap: aBootstrap(), priceBook });
  const { container, unmount } = render(<IntlProvider locale={locale} messages={locale === 'en' ? en : de} timeZone="UTC"><PricesNote /></IntlProvider>);
  const said = [...container.querySelectorAll('p, li')].map(({ textContent }) => textContent ?? '');
  unmount();
  return said;
}

it('says the version, and how many prices turn when, on the store\'s clock, of all books together', () => {
  expect(show(book([turn('a', '2099-01-02T00:00:00.000Z', 1), turn('b', '2099-01-01T00:00', 3), turn('gone', '2020-01-01T00:00', 9)], [turn('b', '2099-01-01T00:00', 2)]))).toEqual([
    'Price book GB:12.345', '5 prices change by themselves on 1 Jan 2099, 00:00, without a network too.', '1 price changes by itself on 2 Jan 2099, 00:00, without a network too.',
  ]);
});

it('says that nothing is planned, and that there are more than are shown', () => {
  expect(show(book([]))).toEqual(['Price book GB:12.345', 'No price changes are planned.']);
  expect(show(book(Array.from({ length: 7 }, (_, day) => turn(String(day), `2099-01-0${day + 1}T00:00`, 1)))).at(-1)).toBe('2 more changes later');
  expect(show(book([turn('a', '2099-01-01T00:00', 1)]), 'de')[1]).toMatch(/^1 Preis wechselt am .* von selbst, auch ohne Netz\.$/);
});

it('lets a turn go when its moment has come', () => {
  jest.useFakeTimers({ now: new Date('2098-12-31T23:59:00.000Z') });
  tillState.setState({ bootstrap: aBootstrap(), priceBook: book([turn('a', '2099-01-01T00:00', 2)]) });
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><PricesNote /></IntlProvider>);
  expect(screen.getByText(/^2 prices change by themselves/)).toBeTruthy();
  jest.setSystemTime(new Date('2099-01-01T00:00:01.000Z'));
  act(() => tillState.setState({ turnedAt: '2099-01-01T00:00:00.000Z' }));
  expect(screen.getByText('No price changes are planned.')).toBeTruthy();
  jest.useRealTimers();
});
