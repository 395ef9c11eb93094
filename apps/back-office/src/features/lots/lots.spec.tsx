/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { en } from '../../i18n/messages-en';
import { emptyLotRow, type LotRow, LotRows, tracedOf } from '../purchasing/lot-rows';
import { LotListScreen } from './lot-list-screen';
import { LotScreen } from './lot-screen';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(''), usePathname: () => '/stock/lots' }));
const fetchMock = mockNetwork();
const [variantId, lotId, soho] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-0000000000a1'];
const product = { variantId, sku: 'WAX-1', title: 'Boot Wax', variantTitle: '' };
const place = { locationId: soho, state: 'expired', remainingDays: -2, shelfMilli: 3000, apartMilli: 0 };
const answers: Record<string, unknown> = {
  '/api/directory': { markets: [], registers: [], channels: [{ code: 'web-gb', name: 'Web shop' }], locations: [{ id: soho, code: 'S01', name: 'Soho', kind: 'store' }] },
  '/api/auth/me': { id: 'u', name: 'Priya', email: 'p@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] },
  '/api/stock/lots': { items: [{ ...product, lotId, code: 'W2402', expiresOn: '2026-11-20', ...place }], count: 1, shortDays: 14 },
  [`/api/stock/lots/${lotId}`]: {
    product, lot: { lotId, code: 'W2402', expiresOn: '2026-11-20' }, places: [place], moveCount: 3,
    moves: [{ id: 'm', locationId: soho, from: 'sellable', to: 'customer', quantityMilli: 2000, causeKind: 'sale', causeId: '01900000-0000-7000-8000-0000000000c1', reason: '', actor: 'Sam Lowe', occurredAt: '2026-11-21T10:00:00.000Z' },
      { id: 'n', locationId: soho, from: 'customer', to: 'sellable', quantityMilli: 1000, causeKind: 'return', causeId: '01900000-0000-7000-8000-0000000000c2', reason: 'resellable', actor: 'Sam Lowe', occurredAt: '2026-11-21T11:00:00.000Z' },
      { id: 'o', locationId: soho, from: 'sellable', to: 'shrink', quantityMilli: 1000, causeKind: 'adjustment', causeId: '01900000-0000-7000-8000-0000000000c3', reason: 'wrong_delivery: box 7', actor: 'Sam Lowe', occurredAt: '2026-11-21T12:00:00.000Z' }],
  },
};

beforeEach(() => { fetchMock.mockImplementation((address) => Promise.resolve(answers[new URL(address, 'http://here').pathname] ?? {})); });

const show = (children: React.ReactNode) =>
  render(<NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London"><QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{children}</QueryClientProvider></NextIntlClientProvider>);

describe('lots on the screen', () => {
  it('INV-82 shows what is due, since when, and the way to where it went', async () => {
    show(<LotListScreen />);
    expect((await screen.findByRole('link', { name: 'W2402' }, { timeout: 20_000 })).getAttribute('href')).toBe(`/stock/lots/${lotId}`);
    expect(screen.getByText('expired 2 days ago')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Take expired goods off sale' })).toBeTruthy();
  });

  it('shows who had a lot, and offers the file', async () => {
    show(<LotScreen lotId={lotId} />);
    expect(await screen.findByText('for sale → customer')).toBeTruthy();
    expect(screen.getByText(/: Back on sale$/)).toBeTruthy();
    expect(screen.getByText(/: Wrong delivery: box 7$/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All moves as a file' }).getAttribute('href')).toBe(`/api/stock/lots/${lotId}/trace.csv`);
  });

  it('INV-85 takes lot and day of goods in from one scanned code, and pieces of several lots', () => {
    let rows: LotRow[] = [emptyLotRow(5)];
    function Rows() {
      const [state, setState] = useState(rows);
      rows = state;
      return <LotRows title="Boot Wax" quantity="5" rows={state} onChange={setState} />;
    }
    show(<Rows />);
    fireEvent.change(screen.getByLabelText(/Lot, or scan/), { target: { value: '(01)05012345678900(17)270301(10)A7' } });
    expect(tracedOf(rows)).toEqual([{ lotCode: 'A7', expiresOn: '2027-03-01', quantityMilli: 5000 }]);
    fireEvent.click(screen.getByRole('button', { name: 'Another lot' }));
    expect(rows).toHaveLength(2);
  });
});
