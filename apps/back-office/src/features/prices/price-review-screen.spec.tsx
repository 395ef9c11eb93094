/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DirectoryAnswer, PriceReview } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { PriceReviewScreen } from './price-review-screen';

const fetchMock = mockNetwork();

const change = (sku: string, overrides: Partial<PriceReview['books'][number]['changes'][number]>) =>
  ({ variantId: sku, sku, title: `Product ${sku}`, fromMilli: 0, beforeMinor: 1000, afterMinor: 1200, costMinor: 500, marginBeforeBasisPoints: 4000, marginAfterBasisPoints: 5000, checks: [], ...overrides });
const review = (revision: number): PriceReview => ({
  marketCode: 'GB', currency: 'GBP', derived: [],
  books: [{ bookId: 'b1', name: 'List UK', versionId: 'v1', number: 2, revision, changes: [change('A', {}), change('B', { afterMinor: 100, marginAfterBasisPoints: -50_000, checks: ['below_cost', 'large_change'] })] }],
  totals: { changed: 2, raised: 1, lowered: 1, added: 0, removed: 0, belowCost: 1, belowMap: 0, large: 1 },
});
const places: DirectoryAnswer = {
  markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], registers: [],
  locations: [{ id: 's1', code: 'S01', name: 'Soho', kind: 'store', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: true }],
};

function show(publish: (request: unknown) => unknown, revisions = [3]) {
  fetchMock.mockImplementation(async (path, request) => {
    if (path === '/api/directory') return places;
    if (path === '/api/markets/GB/price-review') return review(revisions.length > 1 ? revisions.shift() ?? 0 : revisions[0] ?? 0);
    return publish(request?.body);
  });
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><PriceReviewScreen market="GB" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return screen.findByRole('button', { name: 'Publish 2 changes now' });
}
const accept = () => fireEvent.click(screen.getByRole('checkbox', { name: 'Sell 1 product below cost' }));

beforeEach(() => fetchMock.mockReset());

it('shows before and after with money, change and margin, and narrows to what stands out', async () => {
  await show(() => undefined);
  const row = screen.getByRole('rowheader', { name: /Product A/ }).closest('tr');
  expect(row?.textContent).toBe('Product AA£10.00£12.00▲+ 20.0%40% → 50%Margin from 40% to 50%');
  fireEvent.click(screen.getByRole('button', { name: '1 price is below cost: Show only these' }));
  expect(within(screen.getByRole('table')).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Product BB']);
});

it('publishes what was reviewed, but prices below cost only once they are accepted', async () => {
  const publish = jest.fn().mockReturnValue({ status: 'live', release: 7, goesLiveAt: null, changes: 2 });
  const button = await show(publish);
  fireEvent.click(button);
  expect(publish).not.toHaveBeenCalled();
  accept();
  fireEvent.change(screen.getByLabelText('Note for the history'), { target: { value: 'Spring' } });
  fireEvent.click(button);
  expect(await screen.findByRole('heading', { name: '2 prices are live as release 7.' })).toBeTruthy();
  expect(publish.mock.calls).toEqual([[{ drafts: [{ versionId: 'v1', revision: 3 }], goesLiveAt: null, note: 'Spring', acceptBelowCost: true }]]);
});

it('schedules on the clock of the stores', async () => {
  const publish = jest.fn().mockReturnValue({ status: 'scheduled', release: null, goesLiveAt: '2027-07-01T05:00:00.000Z', changes: 2 });
  await show(publish);
  accept();
  fireEvent.click(screen.getByRole('radio', { name: 'At a time' }));
  fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2027-07-01T06:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Schedule 2 changes' }));
  expect(await screen.findByRole('heading', { name: /^2 prices go live on Thursday, 1 July 2027 at 06:00/ })).toBeTruthy();
  expect(publish.mock.calls[0]).toEqual([{ drafts: [{ versionId: 'v1', revision: 3 }], goesLiveAt: '2027-07-01T06:00', note: '', acceptBelowCost: true }]);
});

it('says that somebody edited meanwhile, and shows what would be published now', async () => {
  const publish = jest.fn().mockRejectedValueOnce(new ApiProblem({ status: 409, code: 'draft_changed' })).mockReturnValue({ status: 'live', release: 7, goesLiveAt: null, changes: 2 });
  const button = await show(publish, [3, 4]);
  accept();
  fireEvent.click(button);
  expect((await screen.findByRole('alert')).textContent).toContain('A draft was edited since this review was opened. Nothing was published.');
  await waitFor(() => expect(fetchMock.mock.calls.filter(([path]) => path === '/api/markets/GB/price-review')).toHaveLength(2));
  fireEvent.click(await screen.findByRole('button', { name: 'Publish 2 changes now' }));
  await screen.findByRole('heading', { name: '2 prices are live as release 7.' });
  expect(publish.mock.calls[1]).toEqual([{ drafts: [{ versionId: 'v1', revision: 4 }], goesLiveAt: null, note: '', acceptBelowCost: true }]);
});
