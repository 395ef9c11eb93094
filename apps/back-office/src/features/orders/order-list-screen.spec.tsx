/** @jest-environment jsdom */
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { OrderListScreen } from './order-list-screen';
import { exampleDirectory, ids, renderOffice } from './testing';

jest.mock('next/navigation', () => {
  const { useSyncExternalStore } = jest.requireActual<typeof import('react')>('react');
  const subscribe = (listener: () => void) => {
    const { replaceState } = window.history;
    window.history.replaceState = (...input) => { replaceState.apply(window.history, input); listener(); };
    return () => { window.history.replaceState = replaceState; };
  };
  return { useRouter: () => ({ push: jest.fn() }), useSearchParams: () => new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search)) };
});
const fetchMock = mockNetwork();

const row = (number: string) => ({ id: ids.order, number, channelCode: 'web-gb', fulfilmentKind: 'pickup', displayStatus: 'placed', customerName: 'Priya Nair', currency: 'GBP', totalMinor: 21340, unitCount: 3, placedAt: '2026-11-21T10:57:00.000Z' });
const part = { id: ids.parcel, orderId: ids.order, orderNumber: '20418', customerName: 'Priya Nair', kind: 'ship', status: 'to_pick', locationId: ids.warehouse, locationName: 'Leeds warehouse', shelf: null, because: [], tracking: null, dueAt: '2026-11-21T17:00:00.000Z', readyAt: null, completedAt: null, lines: [] };
const asked = () => fetchMock.mock.calls.map(([path]) => path).filter((path) => path !== '/api/directory');

function open(url: string, pages: Record<string, unknown> = {}) {
  window.history.replaceState(null, '', url);
  fetchMock.mockImplementation(((path: string) => {
    if (path === '/api/directory') return Promise.resolve(exampleDirectory);
    if (path.startsWith('/api/fulfilment-orders')) return Promise.resolve({ items: [part], nextCursor: null });
    return Promise.resolve(pages[path] ?? { items: [], nextCursor: null });
  }));
  renderOffice(<OrderListScreen />);
}

describe('OrderListScreen', () => {
  beforeEach(() => jest.clearAllMocks());

  it('asks for what the URL says, and an opened order carries it', async () => {
    open('/orders?view=open&channel=web-gb&q=pri', { '/api/orders?status=open&channel=web-gb&q=pri': { items: [row('20418')], nextCursor: null } });
    const link = await screen.findByRole('link', { name: '20418' });
    expect(link.getAttribute('href')).toBe(`/orders/${ids.order}?list=${encodeURIComponent('view=open&channel=web-gb&q=pri')}`);
    expect(screen.getByRole('radio', { name: 'Open' }).getAttribute('aria-checked')).toBe('true');
  });

  it('puts view and search into the URL', async () => {
    open('/orders');
    fireEvent.click(await screen.findByRole('radio', { name: 'Waiting for payment' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '204' } });
    await waitFor(() => expect(asked()).toContain('/api/orders?status=awaiting_payment&q=204'));
    expect(window.location.search).toBe('?view=waitingForPayment&q=204');
  });

  it('shows what is to be picked as parts, with the place that does it', async () => {
    open(`/orders?view=toPick&place=${ids.warehouse}`);
    expect(await screen.findByRole('link', { name: '20418' })).toBeTruthy();
    expect(asked()).toEqual([`/api/fulfilment-orders?status=to_pick&locationId=${ids.warehouse}`]);
    expect(screen.getAllByText('Leeds warehouse').length).toBeGreaterThan(0);
  });

  it('asks for the next page by its cursor and keeps the first', async () => {
    open('/orders', { '/api/orders': { items: [row('20418')], nextCursor: 'c2' }, '/api/orders?cursor=c2': { items: [{ ...row('20417'), id: ids.pickup }], nextCursor: null } });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: '20417' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '20418' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('when filters find nothing, clears them on request', async () => {
    open('/orders?q=zzz&channel=web-gb', { '/api/orders': { items: [row('20418')], nextCursor: null } });
    fireEvent.click(await screen.findByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('link', { name: '20418' })).toBeTruthy();
    expect(window.location.search).toBe('');
  });
});
