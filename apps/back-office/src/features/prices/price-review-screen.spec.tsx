/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DirectoryAnswer, DraftReplay, PriceApprovalState, PriceClashes, PriceReview } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { PriceReviewScreen } from './price-review-screen';

const fetchMock = mockNetwork();

const change = (sku: string, overrides: Partial<PriceReview['books'][number]['changes'][number]>) =>
  ({ variantId: sku, sku, title: `Product ${sku}`, fromMilli: 0, beforeMinor: 1000, afterMinor: 1200, costMinor: 500, marginBeforeBasisPoints: 4000, marginAfterBasisPoints: 5000, checks: [], ...overrides });
const whole = (revision: number): PriceReview => ({
  marketCode: 'GB', currency: 'GBP', derived: [],
  books: [{ bookId: 'b1', name: 'List UK', versionId: 'v1', number: 2, revision, count: 2, changes: [change('A', {}), change('B', { afterMinor: 100, marginAfterBasisPoints: -50_000, checks: ['below_cost', 'large_change'] })] }],
  totals: { changed: 2, raised: 1, lowered: 1, added: 0, removed: 0, belowCost: 1, belowMap: 0, large: 1 },
});
/** As the API narrows it: books and totals stay, the page is of what stands out. */
const review = (revision: number, check: string | null): PriceReview => {
  const all = whole(revision);
  return check === null ? all : { ...all, books: all.books.map((book) => ({ ...book, changes: book.changes.filter(({ checks }) => checks.some((each) => each === check)) })).map((book) => ({ ...book, count: book.changes.length })) };
};
const places: DirectoryAnswer = {
  markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], registers: [],
  locations: [{ id: 's1', code: 'S01', name: 'Soho', kind: 'store', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: true }],
};

function show(publish: (request: unknown) => unknown, revisions = [3]) {
  fetchMock.mockImplementation(async (path, request) => {
    if (path === '/api/directory') return places;
    if (path.startsWith('/api/markets/GB/price-review')) return review(revisions.length > 1 ? revisions.shift() ?? 0 : revisions[0] ?? 0, new URLSearchParams(path.split('?')[1]).get('check'));
    if (path === '/api/auth/me') return { id: 'u', name: 'Ines', email: 'i@example.com', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }] };
    if (path.startsWith('/api/markets/GB/draft-clashes')) return request?.body ? { settled: 1, drafts: [] } : clashes;
    if (path === '/api/markets/GB/floor-violations') return { items: [] };
    if (path === '/api/markets/GB/price-approval') return approval;
    if (path === '/api/markets/GB/draft-replays') return replay;
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

const free: PriceApprovalState = { rule: { maxChanges: 1000, belowCost: true, belowFloor: true, marginFallBasisPoints: 200 }, reasons: [], isReplayed: true, drafts: [{ versionId: 'v1', revision: 3 }], approval: null, isCurrent: false, mayDecide: false, mayEditRule: false };
const sums = (revenueMinor: number, marginBasisPoints: number) => ({ baskets: 12, unitsMilli: 20_000, revenueMinor, netMinor: revenueMinor, costedNetMinor: revenueMinor, marginMinor: revenueMinor / 2, marginBasisPoints });
const two = { before: sums(100_000, 4000), after: sums(110_000, 4500) };
const replay: DraftReplay = {
  id: 'r1', marketCode: 'GB', status: 'done', done: 12, total: 12, drafts: free.drafts,
  prediction: { weeks: 4, from: '2026-10-01T00:00:00.000Z', to: '2026-10-29T00:00:00.000Z', bookVersion: 'GB:1.1', baskets: 12, basketsChanged: 5, leftOut: 0, isCut: false, all: two, changed: two, byWeek: [], movers: [] },
};
let approval = free;
let clashes: PriceClashes = { currency: 'GBP', count: 0, items: [] };

beforeEach(() => {
  fetchMock.mockReset();
  [approval, clashes] = [free, { currency: 'GBP', count: 0, items: [] }];
});

it('shows before and after with money, change and margin, and narrows to what stands out', async () => {
  await show(() => undefined);
  const row = screen.getByRole('rowheader', { name: /Product A/ }).closest('tr');
  expect(row?.textContent).toBe('Product AA£10.00£12.00▲+ 20.0%40% → 50%Margin from 40% to 50%');
  fireEvent.click(screen.getByRole('button', { name: '1 price is below cost: Show only these' }));
  await waitFor(() => expect(within(screen.getByRole('table', { name: /^List UK/ })).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Product BB']));
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

it('shows what past sales come to, the units held', async () => {
  await show(() => undefined);
  const figures = await screen.findByRole('table', { name: 'Replayed sales of 4 weeks' });
  expect(within(figures).getAllByRole('row').map((row) => row.textContent)).toEqual(['WhatNowNewDifference', 'Revenue£1,000£1,100+10.0%', 'Margin£500£550+10.0%', 'Margin, %40.0%45.0%+5.0 points', 'Units2020–']);
  expect(screen.getByText(/^5 of 12 baskets would come to another total\. Same units at both prices/)).toBeTruthy();
});

it('publishes nothing before each clash is settled, one by one or all at once', async () => {
  clashes = { currency: 'GBP', count: 1, items: [{ versionId: 'v1', variantId: 'A', fromMilli: 0, bookName: 'List UK', sku: 'A', title: 'Product A', begunMinor: 1000, theirsMinor: 1100, mineMinor: 1200, by: { number: 3, name: 'Marcus Bell', at: '2026-11-20T10:00:00.000Z', isScheduled: false } }] };
  const button = await show(() => undefined);
  accept();
  const table = await screen.findByRole('table', { name: 'Clashes' });
  expect(within(table).getByRole('rowheader').closest('tr')?.textContent).toContain('£10.00£11.00Version 3 by Marcus Bell, 20 Nov 2026, 10:00£12.00');
  expect(screen.getByText('Settle the clashes first.')).toBeTruthy();
  expect(button.hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Keep mine: A' }));
  await waitFor(() => expect(fetchMock.mock.calls.find(([path]) => path === '/api/markets/GB/draft-clashes/settle')?.[1]?.body).toEqual({ choices: [{ versionId: 'v1', variantId: 'A', fromMilli: 0, theirsMinor: 1100, keep: 'mine' }] }));
});

it('asks a second person where one is needed, and waits for the answer', async () => {
  approval = { ...free, reasons: [{ kind: 'below_cost', found: 1, limit: 0 }, { kind: 'margin_falls', found: 250, limit: 200 }] };
  const button = await show(() => undefined);
  accept();
  expect((await screen.findByText('1 price is below cost.')).closest('ul')?.textContent).toBe('1 price is below cost.The margin on past sales falls by 2.5 points, more than 2.0.');
  expect(screen.getByText('A second person has to agree first.')).toBeTruthy();
  expect(button.hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText('Note for the approver'), { target: { value: 'Clearance' } });
  const asked = { ...approval, isCurrent: true, approval: { id: 'a1', status: 'waiting' as const, note: 'Clearance', askedBy: 'Ines', askedAt: '2026-11-20T10:00:00.000Z', decidedBy: null, decidedAt: null, answer: '' } };
  approval = asked;
  fireEvent.click(screen.getByRole('button', { name: 'Ask for approval' }));
  expect(await screen.findByText('Waits for a second person since 20 Nov 2026, 10:00, asked by Ines')).toBeTruthy();
  expect(fetchMock.mock.calls.find(([path, request]) => path === '/api/markets/GB/price-approval' && request?.method === 'POST')?.[1]?.body).toEqual({ drafts: [{ versionId: 'v1', revision: 3 }], note: 'Clearance' });
});
