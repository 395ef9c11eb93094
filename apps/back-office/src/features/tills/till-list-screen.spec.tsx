/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { HandLimitList, TillList } from '@oneshelf/contracts';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { TillListScreen } from './till-list-screen';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams('') }));
// jsdom has none, and a dialog asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();

const till = { number: 1, locationId: 'soho', locationName: 'London Soho', enrolledAt: null, lastSeenAt: null };
const tills: TillList = { items: [{ ...till, registerId: 'r-1', name: 'Till 1', status: 'enrolled' }, { ...till, registerId: 'r-2', name: 'Till 2', status: 'not_enrolled' }] };

const limits: HandLimitList = { items: [{ role: 'associate', discountBasisPoints: 1000, priceBasisPoints: null }, { role: 'store_manager', discountBasisPoints: 3000, priceBasisPoints: 5000 }] };

beforeEach(() => {
  fetchMock.mockReset();
  fetchMock.mockImplementation(((path: string) => Promise.resolve(path === '/api/tills' ? tills : path.startsWith('/api/hand-limits') ? limits : path.endsWith('enrolment-code') ? { code: 'K7M4PX22', expiresAt: '2026-11-21T10:15:00.000Z' } : undefined)));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient()}><TillListScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
});

describe('Tills', () => {
  it('shows each till with its state; only an enrolled one can be revoked', async () => {
    const rows = await screen.findAllByRole('row');
    expect(rows.slice(1).map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Till 1', 'Till 2']);
    expect(screen.getAllByRole('button', { name: /^Revoke/ }).map((button) => button.getAttribute('aria-label'))).toEqual(['Revoke Till 1, London Soho']);
  });

  it('sets how far a role may go by hand', async () => {
    const associate = within(await screen.findByRole('group', { name: 'Associate' }));
    const share = associate.getByRole('textbox', { name: 'Off by discounts, %' });
    fireEvent.change(share, { target: { value: '7.5' } });
    fireEvent.blur(share);
    fireEvent.click(associate.getByRole('checkbox', { name: 'Sets prices by hand' }));
    fireEvent.click(associate.getByRole('button', { name: 'Save the limits of Associate' }));
    await waitFor(() => expect(fetchMock.mock.calls).toContainEqual(['/api/hand-limits/associate', { method: 'PUT', body: { discountBasisPoints: 750, priceBasisPoints: 0 } }]));
  });

  it('makes a code on request and shows it once', async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'New enrolment code for Till 2, London Soho' }));
    expect((await screen.findByTestId('enrolment-code')).textContent).toBe('K7M4PX22');
    expect(fetchMock.mock.calls.at(-1)).toEqual(['/api/registers/r-2/enrolment-code', { method: 'POST' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByText('K7M4PX22')).toBeNull());
  });

  it('revokes only after the question', async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke Till 1, London Soho' }));
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(fetchMock.mock.calls.map(([path]) => path)).toEqual(['/api/tills', '/api/hand-limits']);
    fireEvent.click(screen.getByRole('button', { name: 'Revoke Till 1, London Soho' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke this till' }));
    await waitFor(() => expect(fetchMock.mock.calls).toContainEqual(['/api/registers/r-1/revoke', { method: 'POST' }]));
  });
});
