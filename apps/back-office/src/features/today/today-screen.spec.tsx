/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { Today, TodayRow } from '@oneshelf/contracts';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { de } from '../../i18n/messages-de';
import { formatLocales } from '../../i18n/locales';
import { en } from '../../i18n/messages-en';
import { TodayScreen } from './today-screen';

// jsdom has none, and a dialog asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const row = (given: Partial<TodayRow>): TodayRow => ({ id: 'r', subject: '', place: '', reason: '', count: null, amountMinor: null, currency: null, at: null, href: null, ...given });
const today = (concerns: Today['concerns']): Today => ({ at: '2026-11-21T10:00:00.000Z', concerns });

function show(locale: 'en' | 'de' = 'en') {
  render(
    <NextIntlClientProvider locale={formatLocales[locale]} messages={locale === 'en' ? en : de} timeZone="Europe/London" now={new Date('2026-11-21T10:00:00Z')}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><TodayScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

beforeEach(() => fetchMock.mockReset());

describe('Today', () => {
  it.each([['en', 'Nothing waits for you'], ['de', 'Nichts wartet auf Sie']] as const)('says so when nothing waits (%s)', async (locale, words) => {
    fetchMock.mockResolvedValue(today([]));
    show(locale);
    expect(await screen.findByRole('heading', { name: words })).toBeTruthy();
  });

  it('shows a card for each concern, codes in words, with links to the things', async () => {
    fetchMock.mockResolvedValue(today([
      { kind: 'late_pickups', count: 7, href: '/orders?status=open', rows: [row({ subject: 'GB-7 Priya Nair', place: 'London Soho', reason: 'to_pick', at: '2026-11-21T09:00:00.000Z', href: '/orders/7' })] },
      { kind: 'till_gaps', count: 1, href: '/tills', rows: [row({ subject: 'Till 1', place: 'Leeds', count: 2, href: '/tills' })] },
    ]));
    show();
    const late = await screen.findByRole('table', { name: 'Late pickups' });
    expect(within(late).getByRole('link', { name: 'GB-7 Priya Nair' }).getAttribute('href')).toBe('/orders/7');
    expect(within(late).getByText('Not picked')).toBeTruthy();
    expect(within(late).getByText('1 hour ago')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show all 7' }).getAttribute('href')).toBe('/orders?status=open');
    expect(within(screen.getByRole('table', { name: 'Tills with gaps' })).getByText('2 operations have not arrived')).toBeTruthy();
  });

  it('takes a looked-at discrepancy off the list with its note, and asks again', async () => {
    fetchMock.mockImplementation(((path: string) => Promise.resolve(path === '/api/today' ? today([{ kind: 'sale_discrepancies', count: 1, href: null, rows: [row({ id: 'd-1', subject: 'SOHO-1-2026-000042', reason: 'price' })] }]) : undefined)));
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Looked at' }));
    fireEvent.change(await screen.findByLabelText('What came of it (may stay empty)'), { target: { value: 'Old label.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Take off the list' }));
    await waitFor(() => expect(fetchMock.mock.calls.map(([path]) => path)).toEqual(['/api/today', '/api/discrepancies/d-1/resolve', '/api/today']));
    expect(fetchMock.mock.calls[1]?.[1]).toEqual({ method: 'POST', body: { note: 'Old label.' } });
  });

  it('says why a discrepancy could not be taken off, and keeps the question open', async () => {
    fetchMock.mockImplementation(((path: string) => (path === '/api/today' ? Promise.resolve(today([{ kind: 'sale_discrepancies', count: 1, href: null, rows: [row({ id: 'd-1', subject: 'X', reason: 'price' })] }])) : Promise.reject(new ApiProblem({ status: 409, code: 'already_resolved' })))));
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Looked at' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take off the list' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has looked at this before. Nothing was changed.');
  });
});
