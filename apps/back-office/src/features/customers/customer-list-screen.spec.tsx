/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { CustomerListPage } from '@oneshelf/contracts';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { CustomerListScreen } from './customer-list-screen';

let query = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(query) }));
// jsdom has none, and a dialog asks it for the page's nonce.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
const fetchMock = mockNetwork();
const page: CustomerListPage = { nextCursor: null, items: [{ id: 'c-1', name: 'Mina Patel', email: 'mina@mail.example', phone: null, memberCode: 'M100203', groups: ['Members'], createdAt: '2026-10-23T10:00:00.000Z' }] };

function show(answer: CustomerListPage): void {
  fetchMock.mockReset();
  fetchMock.mockImplementation((path: string) => Promise.resolve(path.startsWith('/api/customers?') || path === '/api/customers' ? answer : undefined));
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient()}><CustomerListScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

describe('Customers', () => {
  beforeEach(() => { query = ''; });

  it('shows who buys, with card and groups, and says where nobody is found', async () => {
    show(page);
    const row = (await screen.findAllByRole('row'))[1]!;
    expect(within(row).getAllByRole('cell').slice(0, 3).map(({ textContent }) => textContent)).toEqual(['M100203', 'Members', '23 Oct 2026']);
    expect(within(row).getByRole('rowheader').textContent).toContain('mina@mail.example');
  });

  it('says where nobody is found', async () => {
    query = 'q=zoe';
    show({ items: [], nextCursor: null });
    expect(await screen.findByText('Nobody is found for “zoe”')).toBeTruthy();
    expect(fetchMock.mock.calls[0]?.[0]).toBe('/api/customers?q=zoe');
  });

  it('sets the groups of a customer, each once', async () => {
    show(page);
    fireEvent.click(await screen.findByRole('button', { name: 'Groups of Mina Patel' }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Groups' }), { target: { value: 'Members, Staff,  Staff,' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save groups' }));
    await waitFor(() => expect(fetchMock.mock.calls).toContainEqual(['/api/customers/c-1/groups', { method: 'PUT', body: { groups: ['Members', 'Staff'] } }]));
  });
});
