/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { IsvObservatory } from '@oneshelf/contracts';
import { render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { ObservatoryScreen } from './observatory-screen';

let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search), usePathname: () => '/stock/isv', useRouter: () => ({}) }));
// jsdom has none, and a select asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const none = { lagMilli: 0, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 0, shrinkMilli: 0, varianceMilli: 0, physicalMilli: 0, isvBasisPoints: 0 };
const never: IsvObservatory = {
  at: '2026-11-22T12:00:00.000Z', measuredAt: null, listingCount: 0, differingCount: 0, unboundedCount: 0, now: none, whole: none, points: [], worst: [], worstCount: 0, lags: [], cancels: [],
  cancelLimitBasisPoints: 250, rule: { aboveBasisPoints: 1000, lagSeconds: 180, cancelBasisPoints: 200 }, mayEdit: false,
};
const sum = { ...none, lagMilli: 5000, miscountMilli: -1000, varianceMilli: 4000, physicalMilli: 100_000, isvBasisPoints: 400 };
const variantId = '0198c0de-0000-7000-8000-000000000001';
const measured: IsvObservatory = {
  ...never, measuredAt: '2026-11-22T11:45:00.000Z', listingCount: 40, differingCount: 1, now: sum, whole: sum, points: [{ ...sum, at: '2026-11-22T11:45:00.000Z', unboundedCount: 0 }], worstCount: 1,
  worst: [{ ...sum, variantId, sku: 'JACKET', title: 'Ridge jacket', channelCode: 'amazon-gb', locationId: null, differedCount: 1, sampleCount: 2, worstBasisPoints: null, cause: 'lag', lastAt: '2026-11-22T11:45:00.000Z' }],
  lags: [{ channelCode: 'amazon-gb', count: 12, p50Ms: 800, p95Ms: 240_000, refused: 1 }], cancels: [{ channelCode: 'web-gb', orders: 40, cancelled: 2, rateBasisPoints: 500 }],
};

function show(answer: IsvObservatory) {
  fetchMock.mockImplementation((path) => Promise.resolve(path.startsWith('/api/isv') ? answer : path === '/api/directory' ? { markets: [], channels: [], locations: [], registers: [] } : path.startsWith('/api/stock/counts') ? { targetBasisPoints: 9700, items: [] } : { grants: [{ role: 'operations', locationId: null }] }));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London" now={new Date('2026-11-22T12:00:00Z')}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><ObservatoryScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

it('says that nothing was measured, and offers to measure now', async () => {
  search = '';
  show(never);
  expect(await screen.findByText('Nothing was measured yet')).toBeTruthy();
  expect((await screen.findAllByRole('button', { name: 'Measure now' })).length).toBe(2);
});

it('shows the causes with what helps and their sum, the worst with the way to its numbers, and what is too slow or too many', async () => {
  search = 'period=week&cause=lag&channel=amazon-gb';
  show(measured);
  const why = within(await screen.findByRole('table', { name: 'Why' }));
  expect(why.getByText('+5')).toBeTruthy();
  expect(why.getByText('-1')).toBeTruthy();
  expect(why.getByRole('link', { name: 'Tune the buffer to the lag' }).getAttribute('href')).toBe('/stock/pools?channel=amazon-gb');
  expect(why.getByText('125%')).toBeTruthy();
  const worst = within(screen.getByRole('table', { name: 'What differs most' }));
  expect(worst.getByRole('link', { name: /Ridge jacket/ }).getAttribute('href')).toBe(`/stock/isv/${variantId}`);
  expect([worst.getByText('∞'), worst.getByText('1 of 2')]).toHaveLength(2);
  expect(screen.getByText('Too slow').closest('td')?.textContent).toBe('Too slow 4 min');
  expect(screen.getByText('Above 2.5%').closest('td')?.textContent).toBe('Above 2.5% 5.0%');
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('ISV from 4.0% to 4.0%, at most 4.0%.');
  expect(fetchMock.mock.calls.map(([path]) => path).filter((path) => path.startsWith('/api/isv'))).toContain('/api/isv?period=week&channel=amazon-gb&cause=lag');
});
