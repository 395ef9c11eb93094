/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { PriceDrifts, PriceParity } from '@oneshelf/contracts';
import { render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../../i18n/messages-en';
import { PriceParityScreen } from './price-parity-screen';

const search = new URLSearchParams('show=drift&store=0190f3d2-7a00-7000-8000-000000000001&group=-');
jest.mock('next/navigation', () => ({ useSearchParams: () => search }));
// jsdom has none, and a select asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const soho = '0190f3d2-7a00-7000-8000-000000000001';
const parity: PriceParity = {
  marketCode: 'GB', currency: 'GBP', at: '2026-11-22T10:00:00.000Z', moment: 'live', bookVersion: 'GB:12.4', contexts: [],
  places: [{ id: 't1', kind: 'till', channelCode: 'store-gb', locationId: soho, registerName: 'Till 1', bookVersion: 'GB:11.4', at: '2026-11-22T08:00:00.000Z', known: 2, sold: 2, drifts: 1 }],
  channels: ['store-gb'], locations: [soho], groups: ['Members'], totals: { variants: 1, contexts: 1, differing: 0, drifts: 1 }, total: 1,
  items: [{ variantId: '0190f3d2-7a00-7000-8000-000000000002', sku: 'JACKET', title: 'Ridge jacket', plainMinor: 3800, minMinor: 3800, maxMinor: 3800, spreadBasisPoints: 0, differing: 0, drifts: 1 }],
};
const drifts: PriceDrifts = {
  currency: 'GBP', total: 1,
  items: [{
    id: 'd1', cause: 'old_book', variantId: '0190f3d2-7a00-7000-8000-000000000002', sku: 'JACKET', title: 'Ridge jacket', channelCode: 'store-gb', locationId: soho, customerGroup: null, placeKind: 'till', placeName: 'Till 1',
    orderId: null, expectedMinor: 3800, askedMinor: 4000, bookVersion: 'GB:11.4', at: '2026-11-22T08:00:00.000Z', by: null, reason: null,
  }],
};

it('shows where another price is asked and why, and asks with the filters of the URL', async () => {
  fetchMock.mockImplementation((path) => Promise.resolve(path.includes('/drifts') ? drifts : path.includes('/price-parity') ? parity : { markets: [], channels: [], locations: [], registers: [] }));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><PriceParityScreen market="GB" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  const table = within(await screen.findByRole('table', { name: 'Drift: another price than the book' }));
  expect(table.getByText('Older price book')).toBeTruthy();
  expect([table.getByText('£38.00'), table.getByText('£40.00')]).toHaveLength(2);
  const asked = new Set(fetchMock.mock.calls.map(([path]) => path).filter((path) => path.includes('/price-parity')));
  expect([...asked].sort()).toEqual([`/api/markets/GB/price-parity/drifts?location=${soho}&group=-&show=drift&offset=0&limit=10`, `/api/markets/GB/price-parity?location=${soho}&group=-&show=drift&offset=0&limit=50`]);
});
