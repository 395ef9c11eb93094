/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { StockDetailScreen } from './stock-detail-screen';
import { StockListScreen } from './stock-list-screen';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(), usePathname: () => '/stock' }));
const fetchMock = mockNetwork();

const variantId = '01900000-0000-7000-8000-000000000001';
const soho = '01900000-0000-7000-8000-0000000000a1';
const numbers = { onHandMilli: 47_000, committedMilli: 2000, allottedMilli: 0, heldMilli: 0, unavailableMilli: 0, availableMilli: 45_000, overrideMilli: 0 };
const answers: Record<string, unknown> = {
  '/api/directory': { markets: [], registers: [], channels: [{ code: 'amazon-gb', name: 'Amazon UK' }], locations: [{ id: soho, code: 'S01', name: 'Soho', kind: 'store' }] },
  '/api/auth/me': { id: 'u', name: 'Priya', email: 'p@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] },
  [`/api/stock/${variantId}`]: { variant: { variantId, productId: variantId, sku: 'STOVE-1', title: 'Stove', variantTitle: '' }, total: numbers, locations: [{ ...numbers, locationId: soho, overrideMilli: 0, version: 3 }], reservations: [] },
  [`/api/listings?variantId=${variantId}`]: { items: [{ id: 'l', channelCode: 'amazon-gb', variantId, sku: 'STOVE-1', fulfilledBy: 'merchant', availableMilli: 45_000, bufferBasisPoints: 1000, exposedUnits: 40, acknowledgedUnits: 40, waiting: false, pushedAt: null, failure: null, marketplaceStock: null }], nextCursor: null },
  [`/api/stock/${variantId}/movements?number=on_hand&locationId=${soho}`]: {
    items: [
      { id: 'b', locationId: soho, fromBucket: 'sellable', toBucket: 'customer', quantityMilli: 3000, changeMilli: -3000, runningMilli: 47_000, causeKind: 'sale', causeId: 's', reason: '', actor: 'Tom', occurredAt: '2026-11-21T10:00:00.000Z', recordedAt: '2026-11-21T10:00:00.000Z' },
      { id: 'a', locationId: soho, fromBucket: 'supplier', toBucket: 'sellable', quantityMilli: 50_000, changeMilli: 50_000, runningMilli: 50_000, causeKind: 'opening', causeId: 'o', reason: '', actor: 'system', occurredAt: '2026-11-20T10:00:00.000Z', recordedAt: '2026-11-20T10:00:00.000Z' },
    ],
    nextCursor: null,
  },
  '/api/stock': { items: [{ variantId, productId: variantId, sku: 'STOVE-1', title: 'Stove', variantTitle: '', ...numbers, availableMilli: 0, overrideMilli: 1000, locations: [{ ...numbers, locationId: soho, availableMilli: 0 }] }], nextCursor: null },
};
let refusal: ApiProblem | null = null;

// jsdom has no CSS object; an overlay asks it for a name.
beforeAll(() => { Object.assign(globalThis, { CSS: { escape: (text: string) => text } }); });
beforeEach(() => {
  refusal = null;
  fetchMock.mockReset();
  fetchMock.mockImplementation((path, request) => {
    if (request?.method === 'POST') return refusal ? Promise.reject(refusal) : Promise.resolve({ adjustmentId: 'x' });
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
    expect(await screen.findByText('40 = 45 available less 10% buffer')).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Soho/ }).textContent).toContain('47');
  });

  it('a number opens the movements behind it, and says what it is after each', async () => {
    show(<StockDetailScreen variantId={variantId} />);
    fireEvent.click(await screen.findByRole('button', { name: 'On hand Soho: 47. Show the movements behind it' }));
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByText('47 because of these movements:')).toBeTruthy();
    const rows = within(sheet).getAllByRole('row').slice(1).map((row) => [...row.children].slice(-2).map((cell) => cell.textContent));
    expect(rows).toEqual([['-3', '47'], ['+50', '50']]);
    expect(within(sheet).getByText('Sale at a till')).toBeTruthy();
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
