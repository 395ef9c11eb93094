/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { LanesEffect, MarketLanes, MarketPricingSettings, MarketSettings, PriceFloorList } from '@oneshelf/contracts';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { MarketSettingsScreen } from './market-settings-screen';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams('') }));
const fetchMock = mockNetwork();

const best: MarketLanes = { item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' };
const rule = { maxChanges: 1000, belowCost: true, belowFloor: true, marginFallBasisPoints: 200 };
const market: MarketSettings = { code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB', cashStepMinor: null, usualCashStepMinor: 1, unitPriceRule: 'whole', mayEdit: { cashStep: true, unitPriceRule: true } };
const floors: PriceFloorList = { currency: 'GBP', items: [{ variantId: '01900000-0000-7000-8000-000000000001', sku: 'BOOT', title: 'Hill boots', amountMinor: 9000 }], total: 1 };
const effect: LanesEffect = { currency: 'GBP', baskets: 100, skipped: 0, changed: 7, savedMinor: 4200, rows: [], tookMs: 12 };
let pricing: MarketPricingSettings;
let put: jest.Mock<Promise<unknown>, [string, unknown]>;

beforeEach(() => {
  pricing = { marketCode: 'GB', lanes: best, lanesChanged: null, approvalRule: rule, usualApprovalRule: rule, mayEdit: { lanes: true, approvalRule: true, floors: true } };
  put = jest.fn<Promise<unknown>, [string, unknown]>(() => Promise.resolve(undefined));
  fetchMock.mockReset();
  fetchMock.mockImplementation((path, request) => {
    if (request?.method === 'PUT') return put(path, request.body) as Promise<unknown>;
    if (request?.method === 'POST') return Promise.resolve(effect);
    if (path.includes('price-floors')) return Promise.resolve(floors);
    if (path.includes('pricing-settings')) return Promise.resolve(pricing);
    if (path.includes('/settings')) return Promise.resolve(market);
    return Promise.resolve({ markets: [market], channels: [], locations: [], registers: [] });
  });
});

const show = () =>
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><MarketSettingsScreen market="GB" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
const stack = async () => fireEvent.click(within(await screen.findByRole('radiogroup', { name: 'Off goods' })).getByRole('radio', { name: /^One after another/ }));

it('shows what other lanes would have done before they are saved, and names what its editor saw', async () => {
  show();
  await stack();
  expect(await screen.findByText('Of the last 100 baskets 7 would have cost something else: £42.00 less in all.')).toBeTruthy();
  put.mockImplementation(() => { pricing = { ...pricing, lanes: { ...best, item: 'stacking' } }; return Promise.resolve(undefined); });
  fireEvent.click(screen.getByRole('button', { name: 'Save: How promotions get on' }));
  await waitFor(() => expect(put).toHaveBeenCalledWith('/api/markets/GB/lanes', { lanes: { ...best, item: 'stacking' }, seen: best }));
  await waitFor(() => expect(screen.queryByText(/Of the last 100 baskets/)).toBeNull());
});

it('says when somebody else was faster, and shows what it is now', async () => {
  show();
  await stack();
  put.mockImplementation(() => Promise.reject(new ApiProblem({ status: 409, code: 'changed_meanwhile', detail: '', traceId: 't' } as never)));
  fireEvent.click(screen.getByRole('button', { name: 'Save: How promotions get on' }));
  expect(await screen.findByText(/Somebody else changed this meanwhile/)).toBeTruthy();
  pricing = { ...pricing, lanes: { ...best, basket: 'stacking' } };
  fireEvent.click(screen.getByRole('button', { name: 'Show what it is now' }));
  await waitFor(() => expect(within(screen.getByRole('radiogroup', { name: 'Off the basket' })).getByRole<HTMLInputElement>('radio', { name: /^One after another/ }).checked).toBe(true));
  expect(within(screen.getByRole('radiogroup', { name: 'Off goods' })).getByRole<HTMLInputElement>('radio', { name: /^Best deal/ }).checked).toBe(true);
});

it('warns where nothing needs a second person, and only lets those change it who may', async () => {
  show();
  for (const name of [/^Many prices/, /^The margin falls/, /below its cost/, /below its floor/]) fireEvent.click(await screen.findByRole('checkbox', { name }));
  expect(await screen.findByText(/can publish any of them alone/)).toBeTruthy();
});

it('lists floors, changes one with what was seen, and takes one away', async () => {
  show();
  const field = await screen.findByLabelText('Floor of BOOT', {}, { timeout: 4000 });
  fireEvent.change(field, { target: { value: '£85.00' } });
  fireEvent.blur(field);
  await waitFor(() => expect(put).toHaveBeenCalledWith('/api/markets/GB/price-floors', { floors: [{ variantId: floors.items[0]?.variantId, amountMinor: 8500, seenMinor: 9000 }] }));
  fireEvent.click(screen.getByRole('button', { name: 'Take the floor of BOOT away' }));
  await waitFor(() => expect(put).toHaveBeenLastCalledWith('/api/markets/GB/price-floors', { floors: [{ variantId: floors.items[0]?.variantId, amountMinor: null, seenMinor: 9000 }] }));
});

it('is read only without the role', async () => {
  pricing = { ...pricing, mayEdit: { lanes: false, approvalRule: false, floors: false } };
  show();
  expect(await screen.findByText('You can read this. To change it you need one of these roles: Merchandiser.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save: How promotions get on' })).toBeNull();
});
