/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { StockDetailScreen } from './stock-detail-screen';
import { StockListScreen } from './stock-list-screen';

let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search), usePathname: () => '/stock' }));
const fetchMock = mockNetwork();

const variantId = '01900000-0000-7000-8000-000000000001';
const bundleId = '01900000-0000-7000-8000-000000000002';
const soho = '01900000-0000-7000-8000-0000000000a1';
const numbers = { onHandMilli: 47_000, committedMilli: 2000, allottedMilli: 0, heldMilli: 0, unavailableMilli: 0, availableMilli: 45_000, overrideMilli: 0 };
const answers: Record<string, unknown> = {
  '/api/directory': { markets: [], registers: [], channels: [{ code: 'amazon-gb', name: 'Amazon UK' }], locations: [{ id: soho, code: 'S01', name: 'Soho', kind: 'store' }] },
  '/api/auth/me': { id: 'u', name: 'Priya', email: 'p@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] },
  [`/api/stock/${variantId}`]: { variant: { variantId, productId: variantId, sku: 'STOVE-1', title: 'Stove', variantTitle: '' }, total: numbers, locations: [{ ...numbers, locationId: soho, overrideMilli: 0, version: 3 }], reservations: [], holds: [], incoming: [{ sourceKind: 'purchase_order', sourceId: '01900000-0000-7000-8000-0000000000b1', locationId: soho, quantityMilli: 24_000, expectedOn: '2026-12-04' }], at: null },
  [`/api/stock/${variantId}/series?number=on_hand&days=90`]: { number: 'on_hand', locationId: null, openingMilli: 50_000, points: [{ day: '2026-11-20', quantityMilli: 50_000 }, { day: '2026-11-21', quantityMilli: 47_000 }] },
  [`/api/stock/${variantId}/promises`]: {
    policies: [{ channelCode: null, kind: 'backorder', limitMilli: 10_000, promisedMilli: 3000, availableOn: null }], promisable: [{ on: '2026-11-22', quantityMilli: 0 }, { on: '2099-12-04', quantityMilli: 7000 }],
    expected: [{ locationId: soho, expectedOn: '2099-12-04', quantityMilli: 10_000, sourceKind: 'purchase_order', sourceId: variantId }],
    promises: [{ id: 'p', orderId: 'o-1', variantId, channelCode: 'web-gb', kind: 'backorder', quantityMilli: 3000, expectedOn: '2020-01-05', isLate: true, promisedAt: '2026-11-21T10:00:00.000Z' }],
  },
  [`/api/stock/${variantId}/components`]: { kind: 'stock', components: [], places: [], usedIn: [{ variantId: bundleId, productId: bundleId, sku: 'SET-1', title: 'Breakfast set', variantTitle: '', kind: 'bundle', quantityMilli: 2000 }] },
  [`/api/stock/${bundleId}`]: { variant: { variantId: bundleId, productId: bundleId, sku: 'SET-1', title: 'Breakfast set', variantTitle: '' }, total: { ...numbers, onHandMilli: 0, availableMilli: 0 }, locations: [], reservations: [], holds: [], incoming: [], at: null },
  [`/api/stock/${bundleId}/components`]: { kind: 'bundle', components: [{ variantId, productId: variantId, sku: 'STOVE-1', title: 'Stove', variantTitle: '', quantityMilli: 2000 }], places: [{ locationId: soho, availableMilli: 22_000, limitedBy: variantId }], usedIn: [] },
  [`/api/listings?variantId=${bundleId}`]: { items: [], nextCursor: null },
  [`/api/listings?variantId=${variantId}`]: { items: [{ id: 'l', channelCode: 'amazon-gb', variantId, sku: 'STOVE-1', fulfilledBy: 'merchant', availableMilli: 45_000, bufferMilli: 4500, exposedUnits: 40, decidedBy: 'pool', capUnits: null, coverHours: null, acknowledgedUnits: 40, waiting: false, pushedAt: null, failure: null, marketplaceStock: null }], nextCursor: null },
  [`/api/stock/${variantId}/movements?number=on_hand`]: {
    items: [
      { id: 'b', locationId: soho, fromBucket: 'sellable', toBucket: 'customer', quantityMilli: 3000, changeMilli: -3000, runningMilli: 47_000, causeKind: 'sale', causeId: 's', reason: '', actor: 'Tom', occurredAt: '2026-11-21T10:00:00.000Z', recordedAt: '2026-11-21T10:00:00.000Z' },
      { id: 'a', locationId: soho, fromBucket: 'supplier', toBucket: 'sellable', quantityMilli: 50_000, changeMilli: 50_000, runningMilli: 50_000, causeKind: 'opening', causeId: 'o', reason: '', actor: 'system', occurredAt: '2026-11-20T10:00:00.000Z', recordedAt: '2026-11-20T10:00:00.000Z' },
    ],
    nextCursor: null,
  },
  '/api/stock': { items: [{ variantId, productId: variantId, sku: 'STOVE-1', title: 'Stove', variantTitle: '', ...numbers, availableMilli: 0, overrideMilli: 1000, locations: [{ ...numbers, locationId: soho, availableMilli: 0 }] }], nextCursor: null },
};
const explanation = {
  variantId, locationId: soho, number: 'on_hand', from: '2026-10-24T00:00:00.000Z', at: '2026-11-22T10:00:00.000Z', isNow: true, resultMilli: 47_000,
  steps: [{ kind: 'opening', causeKind: '', changeMilli: 50_000 }, { kind: 'cause', causeKind: 'sale', changeMilli: -3000 }],
  causes: [{ causeKind: 'sale', movements: 4, changeMilli: -3000, documents: [{ causeId: '01900000-0000-7000-8000-0000000000c1', movements: 1, changeMilli: -1000, at: '2026-11-21T10:00:00.000Z', reason: '', actor: 'Tom' }], otherDocuments: 2, otherMilli: -2000 }],
  composition: [{ part: 'free', quantityMilli: 45_000 }, { part: 'committed', quantityMilli: 2000 }],
};
let refusal: ApiProblem | null = null;

// jsdom has no CSS object; an overlay asks it for a name.
beforeAll(() => { Object.assign(globalThis, { CSS: { escape: (text: string) => text } }); });
beforeEach(() => {
  refusal = null;
  search = '';
  fetchMock.mockReset();
  fetchMock.mockImplementation((path, request) => {
    if (request?.method === 'POST') return refusal ? Promise.reject(refusal) : Promise.resolve({ adjustmentId: 'x' });
    if (path.startsWith(`/api/stock/${variantId}/explanation?`)) return Promise.resolve(explanation);
    return path in answers ? Promise.resolve(answers[path]) : Promise.reject(new ApiProblem({ status: 404, code: 'unknown_variant' }));
  });
});

function show(screenUnderTest: React.ReactNode) {
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{screenUnderTest}</QueryClientProvider>
    </NextIntlClientProvider>,
  );
}
const posted = () => fetchMock.mock.calls.filter(([, request]) => request?.method === 'POST').map(([, request]) => request);

describe('the stock of one product', () => {
  it('shows each location and what the marketplace sees of it, with its buffer', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Stove' })).toBeTruthy();
    expect(await screen.findByText('40 = 45 available less 4.5 buffer')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'By location' })).getByRole('row', { name: /^Soho/ }).textContent).toContain('47');
  });

  it('shows what may be sold before it is there, what comes, and whom it is promised to, the late in words', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    expect(await screen.findByText('May be promised today: 0 · from 4 Dec 2099: 7')).toBeTruthy();
    expect(screen.getByText(/3 of 10 promised/)).toBeTruthy();
    const promised = screen.getByRole('table', { name: 'Promised to' });
    expect(within(promised).getByText('Late')).toBeTruthy();
    expect(within(promised).getByRole('link', { name: 'Open order' }).getAttribute('href')).toBe('/orders/o-1');
    expect(within(screen.getByRole('table', { name: 'Expected goods' })).getByText('Purchase order')).toBeTruthy();
  });

  it('a number opens what made it: steps that add up, what it consists of, and the documents with their links', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    fireEvent.click(await screen.findByRole('button', { name: 'On hand Soho: 47. Show why' }, { timeout: 4000 }));
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByText('47 because:')).toBeTruthy();
    const cellsOf = (name: string) => within(within(sheet).getByRole('table', { name })).getAllByRole('row').slice(1).map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cellsOf('What made the number')).toEqual([['On 24 Oct 2026', '', '50'], ['Sale at a till', '4', '-3'], ['On hand', '', '47']]);
    expect(cellsOf('It consists of')).toEqual([['For sale', '45'], ['Kept for orders', '2'], ['On hand', '47']]);
    expect(within(sheet).getByRole('link', { name: 'Sale at a till, document ending in 0000c1' }).getAttribute('href')).toBe('/orders/01900000-0000-7000-8000-0000000000c1');
    expect(within(sheet).getByText('2 more documents of “Sale at a till”: -2')).toBeTruthy();
  });

  it('lists the movements with the number after each, and the days as a line and as a table', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    const table = await screen.findByRole('table', { name: 'Movements, newest first' });
    expect(within(table).getAllByRole('row').slice(1).map((row) => [...row.children].slice(-2).map((cell) => cell.textContent))).toEqual([['-3', '47'], ['+50', '50']]);
    expect(await screen.findByRole('img', { name: 'On hand: 50 at the beginning, 47 now, never below 47 and never above 50.' })).toBeTruthy();
  });

  it('a link to a past minute asks for that minute, says so, and offers no correction', async () => {
    search = 'at=2026-11-21T09:30';
    const at = '2026-11-21T09:30:59.999Z';
    answers[`/api/stock/${variantId}?at=${encodeURIComponent(at)}`] = { ...(answers[`/api/stock/${variantId}`] as object), at };
    show(<StockDetailScreen variantId={variantId} />);
    expect(await screen.findByText(/^As it was on 21 Nov 2026, 09:30/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Correct stock' })).toBeNull();
    expect(screen.queryByRole('table', { name: 'Expected goods' })).toBeNull();
  });

  it('a correction needs a reason, is sent once per intent, and a refusal says that nothing was changed', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Correct stock' }));
    const dialog = await screen.findByRole('dialog');
    const difference = within(dialog).getByLabelText('Difference');
    fireEvent.change(difference, { target: { value: '-60' } });
    fireEvent.blur(difference);
    const act = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Correct' });
    expect(act.disabled).toBe(true);
    fireEvent.change(within(dialog).getByLabelText(/^What happened/), { target: { value: 'broken in the window' } });
    await waitFor(() => expect(act.disabled).toBe(false));
    refusal = new ApiProblem({ status: 409, code: 'insufficient_stock' });
    fireEvent.click(act);
    expect((await within(dialog).findByRole('alert')).textContent).toContain('There is not that much here. Nothing was changed.');
    refusal = null;
    fireEvent.click(act);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(posted().map((request) => request?.body)).toEqual(Array(2).fill({ kind: 'adjust', reason: 'other', note: 'broken in the window', moves: [{ variantId, locationId: soho, bucket: 'sellable', deltaMilli: -60_000 }] }));
    expect(new Set(posted().map((request) => request?.idempotencyKey)).size).toBe(1);
  });

  it('a bundle shows what it is made of and what limits it at each place, and no empty level; its component says where it is used', async () => {
    show(<StockDetailScreen variantId={bundleId} />);
    expect((await screen.findByRole('link', { name: 'Stove' })).getAttribute('href')).toBe(`/stock/${variantId}`);
    const places = screen.getByRole('table', { name: 'How many, by place' });
    expect(within(places).getByText('Stove').textContent).toBe('Stove');
    expect(screen.queryByRole('table', { name: 'Movements, newest first' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Correct stock' })).toBeNull();
    show(<StockDetailScreen variantId={variantId} />);
    expect((await screen.findByRole('link', { name: 'Breakfast set' })).getAttribute('href')).toBe(`/stock/${bundleId}`);
  });

  it('says when there is no such product', async () => {
    show(<StockDetailScreen variantId="01900000-0000-7000-8000-0000000000ff" />);
    expect(await screen.findByText('This SKU has no stock here')).toBeTruthy();
  });
});

describe('the stock list', () => {
  it('shows nothing below zero as available, and calls out what was oversold', async () => {
    show(<StockListScreen />);
    const row = await screen.findByRole('row', { name: /Stove/ });
    expect(within(row).getByText('1 oversold')).toBeTruthy();
    expect([...row.children].map((cell) => cell.textContent)[4]).toBe('1 oversold 0');
    expect(await within(row).findByText(/Soho/)).toBeTruthy();
  });
});
