/** @jest-environment jsdom */
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DirectoryAnswer, PriceOutcome, PriceVersionDetail } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../../i18n/messages-en';
import { PriceVersionScreen } from './price-version-screen';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
// jsdom has none, and a dialog asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const change = { variantId: 'v', sku: 'BOOT', title: 'Boot', fromMilli: 0, beforeMinor: 9500, afterMinor: 9000, costMinor: 5000, marginBeforeBasisPoints: 3684, marginAfterBasisPoints: 3333, checks: [] };
const detail = (belowCost = 0): PriceVersionDetail => ({
  book: { id: 'b', name: 'List UK', marketCode: 'GB', currency: 'GBP' },
  version: { versionId: 'one', number: 1, status: 'superseded', release: 7, publishedAt: '2026-11-01T06:00:00.000Z', goesLiveAt: null, goesLiveLocal: null, authorName: 'Ines Duarte', note: 'Autumn' },
  changes: [{ ...change, beforeMinor: null, marginBeforeBasisPoints: null }], back: { changes: [change], belowCost },
});
const week = (marginBasisPoints: number) => ({ unitsMilli: 5000, revenueMinor: 45_000, netMinor: 37_500, marginMinor: 12_500, marginBasisPoints });
const outcome: PriceOutcome = {
  currency: 'GBP', predicted: { weeks: 4, madeAt: '2026-11-01T05:00:00.000Z', all: week(4000), changed: week(3500) }, missBasisPoints: -150,
  realised: { from: '2026-11-01T06:00:00.000Z', to: '2026-11-15T06:00:00.000Z', baskets: 31, isCut: false, all: week(3850), changed: week(3400) },
};
const places: DirectoryAnswer = { markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], registers: [], locations: [] };

function show(version = detail()) {
  fetchMock.mockImplementation((path) => Promise.resolve(
    path === '/api/directory' ? places : path === '/api/price-versions/one' ? version : path === '/api/price-versions/one/outcome' ? outcome : { versionId: 'two', number: 2, release: 8, changes: 1 }));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><PriceVersionScreen versionId="one" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return screen.findByRole('heading', { name: 'List UK, version 1', level: 1 });
}

beforeEach(() => {
  fetchMock.mockReset();
  push.mockReset();
});

it('shows what would change, and makes the version live again after one question', async () => {
  await show();
  expect(screen.getByRole('link', { name: 'Shelf labels' }).getAttribute('href')).toBe('/prices/GB/labels?release=7');
  expect(screen.getAllByRole('rowheader', { name: /^Boot/ }).map((cell) => cell.closest('tr')?.textContent)).toEqual([expect.stringContaining('£95.00£90.00'), expect.stringContaining('no price£90.00')]);
  fireEvent.click(screen.getByRole('button', { name: 'Make live again' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Change 1 price now' }));
  await waitFor(() => expect(push).toHaveBeenCalledWith('/prices/GB/versions/b/two'));
  expect(fetchMock.mock.calls.find(([path]) => path === '/api/price-versions/one/make-live-again')?.[1]).toEqual({ method: 'POST', body: { note: '', acceptBelowCost: false } });
});

it('asks for a yes to prices that are below cost by now', async () => {
  await show(detail(1));
  fireEvent.click(screen.getByRole('button', { name: 'Make live again' }));
  const confirm = await screen.findByRole('button', { name: 'Change 1 price now' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Sell 1 product below cost' }));
  expect(confirm.hasAttribute('disabled')).toBe(false);
});

it('holds what was predicted against what was sold, by the week', async () => {
  await show();
  const all = await screen.findByRole('table', { name: 'A week as predicted and as sold: All sales' });
  expect(within(all).getAllByRole('row').map((row) => row.textContent)).toEqual(['A weekPredictedSold', 'Revenue£450£450', 'Margin£125£125', 'Margin, %40.0%38.5%', 'Units55']);
  expect(screen.getByText('The margin came out -1.5 points against the prediction.')).toBeTruthy();
  expect(screen.getByText(/31 baskets/)).toBeTruthy();
});
