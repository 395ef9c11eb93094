/** @jest-environment jsdom */
import type { PriceReview } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { ReviewTable } from './review-table';

const changes = (from: number, count: number): PriceReview['books'][number]['changes'] => Array.from({ length: count }, (_, index) => {
  const sku = `S-${from + index}`;
  return { variantId: sku, sku, title: sku, fromMilli: 0, beforeMinor: 1000, afterMinor: 1200, costMinor: null, marginBeforeBasisPoints: null, marginAfterBasisPoints: null, checks: [] };
});
const show = (table: React.ReactElement) => render(
  <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London"><QueryClientProvider client={new QueryClient()}>{table}</QueryClientProvider></NextIntlClientProvider>,
);
// By text and tag: roles of hundreds of rows take jsdom seconds.
const rows = () => document.querySelectorAll('tbody tr').length;
const press = (name: string) => fireEvent.click(screen.getByText(name));

it('fetches the changes behind the first ones page by page', async () => {
  const more = jest.fn().mockRejectedValueOnce(new Error('no network')).mockImplementation(async (offset: number, limit: number) => changes(offset, Math.min(limit, 650 - offset)));
  show(<ReviewTable book="List UK" changes={changes(0, 100)} count={650} currency="GBP" more={more} />);
  expect([rows(), screen.getByText(/^100 of 650 shown/)]).toEqual([100, expect.anything()]);
  press('Show 500 more');
  await waitFor(() => expect(screen.getByText(/again/i)).toBeTruthy());
  expect(rows()).toBe(100);
  press('Show 500 more');
  await waitFor(() => expect(rows()).toBe(600));
  press('Show 50 more');
  await waitFor(() => expect(rows()).toBe(650));
  expect(more.mock.calls).toEqual([[100, 500], [100, 500], [600, 500]]);
  expect(screen.queryByText(/more$/)).toBeNull();
});

it('shows more of what is there without asking', async () => {
  show(<ReviewTable book="List UK" changes={changes(0, 120)} currency="GBP" />);
  press('Show 20 more');
  await waitFor(() => expect(rows()).toBe(120));
});
