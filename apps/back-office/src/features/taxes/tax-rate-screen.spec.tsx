/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { TaxRateAnswer, TaxRateList, TaxTrialAnswer } from '@oneshelf/contracts';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { TaxRateScreen } from './tax-rate-screen';

let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));
const fetchMock = mockNetwork();

const rate = (more: Partial<TaxRateAnswer>): TaxRateAnswer => ({
  id: '01900000-0000-7000-8000-000000000001', country: 'DE', region: null, postcodes: null, taxClass: 'standard', layer: null, name: 'MwSt. 19%', ratePpm: 190_000, isCompound: false,
  validFrom: '2020-12-31T23:00:00.000Z', validTo: null, state: 'running', ...more,
});
const list: TaxRateList = {
  items: [rate({}), rate({ id: '01900000-0000-7000-8000-000000000002', ratePpm: 0, name: 'MwSt. 0%', postcodes: [{ from: '27498', to: '27498' }, { from: '78260', to: '78266' }], validTo: '2026-06-30T22:00:00.000Z', state: 'over' })],
  countries: ['DE', 'GB'], taxClasses: ['standard'], total: 2,
};
const tried: TaxTrialAnswer = { netMinor: 10_000, taxMinor: 2000, grossMinor: 12_000, taxes: [{ taxMinor: 2000, rate: rate({ country: 'GB', name: 'VAT 20%', ratePpm: 200_000, validFrom: '2011-01-04T00:00:00.000Z' }) }] };
let answer: unknown = tried;

beforeEach(() => {
  search = '';
  answer = tried;
  fetchMock.mockReset();
  fetchMock.mockImplementation((path, request) => {
    if (request?.method === 'POST') return answer instanceof ApiProblem ? Promise.reject(answer) : Promise.resolve(answer);
    return Promise.resolve(path === '/api/directory' ? { markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], locations: [], registers: [] } : list);
  });
});

const show = () =>
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><TaxRateScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );

async function tryAmount(amount: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/^Amount in GBP/), { target: { value: amount } });
  fireEvent.click(screen.getByRole('button', { name: 'Work out the tax' }));
}

it('lists rates with their place, class and days of the country', async () => {
  show();
  const [, first, second] = await screen.findAllByRole('row');
  expect(first?.textContent).toContain('Germanywhole country');
  expect(first?.textContent).toContain('19%');
  expect(first?.textContent).toContain('From 1 Jan 2021no end set');
  expect(second?.textContent).toContain('postcodes 27498 and 78260–78266');
  expect(second?.textContent).toContain('until 30 Jun 2026');
});

it('asks for what the URL says', async () => {
  search = 'country=DE&class=standard&when=all';
  show();
  await screen.findAllByRole('row');
  expect(fetchMock.mock.calls.map(([path]) => path)).toContain('/api/tax-rates?country=DE&taxClass=standard&when=all');
  expect(screen.getByRole('button', { name: 'Clear filters' })).toBeTruthy();
});

it('tries a sale and says rate, source and sum in words', async () => {
  show();
  await screen.findAllByRole('row');
  await tryAmount('120.00');
  expect(await screen.findByText('£120.00 contain £20.00 tax; without it £100.00.')).toBeTruthy();
  expect(screen.getByText('VAT 20%: 20% come to £20.00. Rate of United Kingdom (whole country), in force since 4 Jan 2011.')).toBeTruthy();
  const [, request] = fetchMock.mock.calls.find(([path]) => path === '/api/tax-rates/try') ?? [];
  expect(request?.body).toMatchObject({ country: 'GB', taxClass: 'standard', amountMinor: 12_000, taxInclusive: true });
});

it('says what is wrong: no amount, no rate', async () => {
  show();
  await screen.findAllByRole('row');
  await tryAmount('a lot');
  expect(await screen.findByText('This is no amount.')).toBeTruthy();
  answer = new ApiProblem({ status: 422, code: 'no_tax_rate' });
  await tryAmount('1');
  await waitFor(() => expect(screen.getByText('There is no rate for this place, class and day.')).toBeTruthy());
});
