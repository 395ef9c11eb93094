/** @jest-environment jsdom */
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DirectoryAnswer, PriceCalendar } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { de } from '../../../i18n/messages-de';
import { en } from '../../../i18n/messages-en';
import { toasts } from '../../../toasts';
import { PriceCalendarScreen } from './price-calendar-screen';

let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));
const fetchMock = mockNetwork();

const entry = (kind: PriceCalendar['items'][number]['kind'], at: string, more: Partial<PriceCalendar['items'][number]> = {}): PriceCalendar['items'][number] => ({ kind, at, local: null, id: kind, bookId: null, name: 'Autumn knit', number: null, changes: null, ...more });
const calendar: PriceCalendar = {
  isCut: false,
  items: [entry('promotion_ends', '2099-02-05T00:00:00.000Z'), entry('scheduled', '2099-02-10T06:00:00.000Z', { name: 'List UK', bookId: 'b', number: 2, changes: 12 }), entry('book_ends', '2099-03-01T00:00:00.000Z', { id: 'b', bookId: 'b', name: 'Pop-up' })],
};
const places: DirectoryAnswer = {
  markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], registers: [],
  locations: [{ id: 's1', code: 'S01', name: 'Soho', kind: 'store', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: true }],
};

function show(query: string, locale: 'en' | 'de' = 'en', shown: PriceCalendar = calendar) {
  search = query;
  fetchMock.mockImplementation((path) => Promise.resolve(
    path === '/api/directory' ? places : path.startsWith('/api/markets/GB/price-calendar') ? shown : path === '/api/price-versions/scheduled' ? { version: { note: 'Spring' } } : { versionId: 'scheduled', number: 2, changes: 12, revision: 5 }));
  render(
    <NextIntlClientProvider locale={locale === 'en' ? 'en-GB' : 'de-DE'} messages={locale === 'en' ? en : de} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><PriceCalendarScreen market="GB" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

beforeEach(() => fetchMock.mockReset());

it('shows a month by the address, each entry on its day with the way to its thing', async () => {
  show('month=2099-02');
  const link = await screen.findByRole('link', { name: 'List UK, version 2' });
  expect(link.getAttribute('href')).toBe('/prices/GB/versions/b/scheduled');
  expect(link.closest('td')?.textContent).toMatch(/^1006:00 · Goes live/);
  expect(screen.getByRole('link', { name: 'Autumn knit' }).getAttribute('href')).toBe('/promotions');
  expect(screen.getByRole('link', { name: 'Pop-up' }).closest('td')?.hasAttribute('data-outside')).toBe(true);
  await waitFor(() => expect(fetchMock.mock.calls.map(([path]) => path)).toContain('/api/markets/GB/price-calendar?from=2099-01-26T00%3A00%3A00.000Z&to=2099-03-02T00%3A00%3A00.000Z'));
});

it('has a list of the same month, narrowed to what was asked for', async () => {
  show('month=2099-02&view=list&show=versions');
  const table = await screen.findByRole('table', { name: 'Calendar of February 2099' });
  expect(within(table).getAllByRole('row').map((row) => row.textContent)).toEqual(['WhenWhatNameAct', 'Tuesday, 10 February 2099 at 06:00Goes liveList UK, version 212 changesTake back']);
});

it('takes a scheduled version back, and puts it where it was on undo', async () => {
  show('month=2099-02');
  fireEvent.click(await screen.findByRole('button', { name: 'Take List UK, version 2 back' }));
  await waitFor(() => expect(toasts.visibleToasts[0]?.content.text).toBe('List UK, version 2 is a draft again.'));
  toasts.visibleToasts[0]?.content.action?.onPress();
  await waitFor(() => expect(fetchMock.mock.calls.find(([path]) => path === '/api/markets/GB/publish')?.[1]?.body).toEqual({ drafts: [{ versionId: 'scheduled', revision: 5 }], goesLiveAt: '2099-02-10T06:00:00.000Z', note: 'Spring', acceptBelowCost: true }));
});

it('speaks German', async () => {
  show('month=2099-02', 'de');
  expect(await screen.findByRole('heading', { name: 'Februar 2099' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'List UK, Version 2 zurücknehmen' })).toBeTruthy();
});

it('shows a time on each store’s clock as it was scheduled, and puts it back so', async () => {
  const [, scheduled] = calendar.items;
  const local = { ...calendar, items: scheduled ? [{ ...scheduled, at: '2099-02-10T08:00:00.000Z', local: '2099-02-10T00:00' }] : [] };
  show('month=2099-02&view=list', 'en', local);
  expect(await screen.findByText('Tuesday, 10 February 2099 at 00:00 on each store’s clock')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take List UK, version 2 back' }));
  await waitFor(() => expect(toasts.visibleToasts[0]?.content.text).toBe('List UK, version 2 is a draft again.'));
  toasts.visibleToasts[0]?.content.action?.onPress();
  await waitFor(() => expect(fetchMock.mock.calls.find(([path]) => path === '/api/markets/GB/publish')?.[1]?.body).toMatchObject({ goesLiveAt: '2099-02-10T00:00' }));
});
