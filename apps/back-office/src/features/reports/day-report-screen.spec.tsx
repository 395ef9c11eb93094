/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DayReport } from '@oneshelf/contracts';
import { render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { DayReportScreen } from './day-report-screen';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }));
// jsdom has none, and a select asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const emptyDay: DayReport = { date: '2026-11-21', locationId: null, books: [], units: { soldMilli: 0, returnedMilli: 0 }, shifts: [], isv: { at: '2026-11-22T01:30:00.000Z', listingCount: 0, alarmCount: 0, medianBasisPoints: null, worst: [] } };

it('opens on the business date that the server says, not on the date of this machine', async () => {
  fetchMock.mockImplementation((path) => Promise.resolve(path.startsWith('/api/reports/day') ? emptyDay : path === '/api/directory' ? { markets: [], channels: [], locations: [], registers: [] } : { grants: [] }));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><DayReportScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  expect(await screen.findByText('Saturday, 21 November 2026')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Business date').value).toBe('2026-11-21');
  expect(fetchMock.mock.calls.map(([path]) => path).filter((path) => path.startsWith('/api/reports/day'))).toEqual(['/api/reports/day']);
});
