/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { ImportRun } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { de } from '../../i18n/messages-de';
import { formatLocales } from '../../i18n/locales';
import { en } from '../../i18n/messages-en';
import { ImportDetailScreen } from './import-detail-screen';
import { withMeaning } from './mapping-panel';

const fetchMock = mockNetwork();

const counts = {
  productsNew: 2, productsChanged: 1, productsUnchanged: 0, productsRejected: 1, variantsNew: 5, variantsChanged: 0, variantsUnchanged: 1, rowsRejected: 1, skusMade: 0,
  prices: 6, pricesInOtherCurrencies: 0, stockLines: 4, errors: 1, warnings: 0,
};
const run = (change: Partial<ImportRun>): ImportRun => ({
  id: 'run-1', fileName: 'range.csv', format: 'shopify', marketCode: 'GB', status: 'checked', rowsTotal: 7, rowsDone: 0, counts, failure: null, cancelAsked: false,
  createdBy: 'Ines Duarte', createdAt: '2026-11-22T09:00:00.000Z', finishedAt: null, columns: ['Handle'], columnsNotUsed: [], samples: [], mapping: null, suggestedMapping: null,
  mappingKept: false, findings: [{ row: 4, column: 'Title', code: 'missing_title', message: 'The product has no title.', value: '', severity: 'error' }], ...change,
});

function show(locale: 'en' | 'de' = 'en') {
  render(
    <NextIntlClientProvider locale={formatLocales[locale]} messages={locale === 'en' ? en : de} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><ImportDetailScreen importId="run-1" /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

describe('ImportDetailScreen', () => {
  beforeEach(() => jest.clearAllMocks());

  it('shows what a checked file would do and starts it', async () => {
    fetchMock.mockResolvedValueOnce(run({})).mockResolvedValueOnce(run({ status: 'done', rowsDone: 7 }));
    show();
    fireEvent.click(await screen.findByRole('button', { name: /^Import 3 products/ }));
    expect(await screen.findByText('The import is done.')).toBeTruthy();
    expect(fetchMock.mock.calls.map(([path]) => path)).toEqual(['/api/imports/run-1', '/api/imports/run-1/start']);
    expect(screen.getByRole('link', { name: 'See the products' }).getAttribute('href')).toBe('/products');
    expect(screen.getByRole('link', { name: 'Download the rejected rows' }).getAttribute('href')).toBe('/api/imports/run-1/errors.csv');
  });

  it('offers no start when nothing would change', async () => {
    fetchMock.mockResolvedValue(run({ counts: { ...counts, productsNew: 0, productsChanged: 0 } }));
    show();
    expect(await screen.findByText('There is nothing to import: everything is unchanged or rejected.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });

  it('asks what the columns mean, and sends it', async () => {
    const unknown = run({ status: 'uploaded', format: 'unknown', counts: null, findings: [], columns: ['What', 'Costs'], samples: [['Lamp', '12']], suggestedMapping: { fields: { title: 'What', price: 'Costs' } } });
    fetchMock.mockResolvedValueOnce(unknown).mockResolvedValueOnce(unknown).mockResolvedValueOnce(run({ format: 'mapped' }));
    window.scrollTo = jest.fn();
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Keep the mapping and check' }));
    expect(await screen.findByText('What the import does')).toBeTruthy();
    expect(fetchMock.mock.calls.slice(1)).toEqual([
      ['/api/imports/run-1/mapping', { method: 'POST', body: { fields: { title: 'What', price: 'Costs' } } }],
      ['/api/imports/run-1/check', { method: 'POST' }],
    ]);
  });

  it('shows the progress and takes a cancel', async () => {
    fetchMock.mockResolvedValueOnce(run({ status: 'importing', rowsDone: 3 })).mockResolvedValue(run({ status: 'cancelled' }));
    show();
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('43');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel the import' }));
    expect(await screen.findByText('The import was cancelled. Nothing of it was kept.')).toBeTruthy();
  });

  it('says by code in German what is wrong', async () => {
    fetchMock.mockResolvedValue(run({}));
    show('de');
    expect(await screen.findByText('Das Produkt hat keinen Titel.')).toBeTruthy();
  });

  it('says that an import is not here', async () => {
    fetchMock.mockRejectedValue(new ApiProblem({ status: 404, code: 'import_not_found' }));
    show();
    await waitFor(() => expect(screen.getByText('This import is not here')).toBeTruthy());
  });
});

describe('withMeaning', () => {
  it('lets a column mean one thing and a thing stand in one column', () => {
    expect(withMeaning({ title: 'A', sku: 'B' }, 'C', 'title')).toEqual({ sku: 'B', title: 'C' });
    expect(withMeaning({ title: 'A', sku: 'B' }, 'A', 'sku')).toEqual({ sku: 'A' });
    expect(withMeaning({ title: 'A', sku: 'B' }, 'B', 'not-used')).toEqual({ title: 'A' });
  });
});
