/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { ReceiptPage } from '@oneshelf/contracts';
import { render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { de } from '../../i18n/messages-de';
import { ReceiptPageScreen } from './receipt-page-screen';

jest.mock('next/navigation', () => ({ useRouter: () => ({ refresh: jest.fn() }) }));
const fetchMock = mockNetwork();

const receipt: ReceiptPage = {
  number: 'DE-7', soldAt: '2026-11-22T09:30:00.000Z', timeZone: 'Europe/Berlin', place: 'Web Germany', currency: 'EUR', taxInclusive: true, bookVersion: 'DE:4.1',
  lines: [{ title: 'Merino sweater', sku: 'SWE-1', serialNumbers: [], quantityMilli: 2000, listUnitMinor: 5000, listMinor: 10_000, discountMinor: 0, totalMinor: 10_000, cancelledMilli: 0, returnedMilli: 1000, why: ['Weil es so ist.'] }],
  shippingMinor: 990, taxes: [{ country: 'AT', name: 'VAT 20%', rateBasisPoints: 2000, netMinor: 9158, taxMinor: 1832, grossMinor: 10_990 }], listMinor: 10_990, discountMinor: 0, taxMinor: 1832, totalMinor: 10_990,
  why: { basket: [], shipping: ['Versand: 9,90 €.'], taxes: ['VAT 20%, Österreich: 18,32 € sind in 109,90 € enthalten.'], totals: ['Zusammen 109,90 €: zu zahlen 109,90 €.'] }, wasCancelled: false,
};
const show = () => render(
  <NextIntlClientProvider locale="de-DE" messages={de} timeZone="Europe/Berlin">
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><ReceiptPageScreen token={'t'.repeat(24)} /></QueryClientProvider>
  </NextIntlClientProvider>,
);

describe('ReceiptPageScreen', () => {
  it('shows the receipt and its reasons in the reader’s language', async () => {
    fetchMock.mockImplementation(() => Promise.resolve(receipt));
    show();
    expect(await screen.findByRole('heading', { name: 'Beleg DE-7' })).toBeTruthy();
    expect(screen.getByText('VAT 20%, Österreich: 18,32 € sind in 109,90 € enthalten.')).toBeTruthy();
    expect(screen.getByText('1 kam zurück.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Vom ganzen Einkauf' })).toBeNull();
  });

  it('says what to do where there is none', async () => {
    fetchMock.mockImplementation(() => Promise.reject(new ApiProblem({ status: 404, code: 'receipt_not_found' })));
    show();
    expect(await screen.findByText('Hinter diesem Link ist kein Beleg')).toBeTruthy();
  });
});
