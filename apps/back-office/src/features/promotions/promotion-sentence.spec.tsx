/** @jest-environment jsdom */
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { de } from '../../i18n/messages-de';
import { formatLocales } from '../../i18n/locales';
import { en } from '../../i18n/messages-en';
import { PromotionSentence } from './promotion-sentence';

const fetchMock = mockNetwork();
const place = { id: 's1', code: 'S01', name: 'Soho', kind: 'store', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: true } as const;
const places: DirectoryAnswer = { markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }], channels: [], registers: [], locations: [place] };
const made = () => fetchMock.mock.calls.filter(([path]) => path === '/api/promotions').map(([, request]) => request?.body);

async function show(locale: 'en' | 'de' = 'en') {
  fetchMock.mockReset().mockImplementation((path) => Promise.resolve(path === '/api/directory' ? places : { id: 'p1' }));
  const { container } = render(
    <NextIntlClientProvider locale={formatLocales[locale]} messages={locale === 'en' ? en : de} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient()}><PromotionSentence collections={[{ id: 'c1', title: 'Boots' }]} /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  await screen.findByText(/Europe\/London/);
  return container;
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Make this promotion' }));
/** Through the native select that stands behind React Aria's for forms: jsdom lacks what its popover needs. */
function chooseCollection(container: HTMLElement): void {
  const [, collection] = container.querySelectorAll('select');
  if (!collection) throw new Error('The sentence has no choice of collection.');
  fireEvent.change(collection, { target: { value: 'c1' } });
}

it('makes a promotion from the sentence, dates on the stores\' clock', async () => {
  chooseCollection(await show());
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', ' Summer ');
  submit();
  await waitFor(() => expect(made()).toEqual([{ name: 'Summer', marketCode: 'GB', definition: { lane: 'item', priority: 0, conditions: [], channelCodes: [], reward: { kind: 'lines', per: 'unit', on: { collectionIds: ['c1'] }, discount: { percentBasisPoints: 1000 } } }, startsAt: '2027-06-30T23:00:00.000Z', endsAt: '2027-07-07T23:00:00.000Z' }]));
});

it('says what is missing or the wrong way round, and sends nothing', async () => {
  const container = await show();
  submit();
  expect(screen.getByRole('alert').textContent).toBe('Fill in the whole sentence and a name of at least two letters.');
  chooseCollection(container);
  type('From', '2027-07-08T00:00');
  type('To', '2027-07-01T00:00');
  type('Name on receipts', 'Summer');
  submit();
  expect(screen.getByRole('alert').textContent).toBe('The end must be after the start.');
  expect(made()).toEqual([]);
});

it('says what a code needs, instead of sending one without letters', async () => {
  chooseCollection(await show());
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', 'Summer');
  type('Only with code (optional)', 'JULY-26, ---');
  submit();
  expect(screen.getByRole('alert').textContent).toBe('A code has at least three letters or digits; beside them only spaces and dashes.');
  expect(made()).toEqual([]);
});

it('keeps the order of words of the language', async () => {
  const container = await show('de');
  expect(container.textContent).toMatch(/% auf.*in.*über.*von.*bis/);
});

it('says other offers in their own sentence', async () => {
  const container = await show();
  const [kind] = container.querySelectorAll('select');
  if (!kind) throw new Error('There is no choice of sentence.');
  fireEvent.change(kind, { target: { value: 'spend' } });
  expect(container.textContent).toMatch(/Spend.*GBP and take.*% off the basket/);
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', 'Big basket');
  type('Only with code (optional)', ' july-26 ');
  submit();
  await waitFor(() => expect(made()).toEqual([{
    name: 'Big basket', marketCode: 'GB', startsAt: '2027-06-30T23:00:00.000Z', endsAt: '2027-07-07T23:00:00.000Z',
    definition: {
      lane: 'basket', priority: 0, channelCodes: [], coupon: { codes: ['july-26'] }, conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 5000, of: 'list' }],
      reward: { kind: 'basket', on: {}, discount: { percentBasisPoints: 1000 } },
    },
  }]));
});

it('limits a promotion where the reader fills the blanks, and only there', async () => {
  const container = await show();
  expect(container.textContent).toMatch(/At most.*times in all.*times per customer, for.*GBP in all/);
  const enter = (label: string, value: string) => { type(label, value); fireEvent.blur(screen.getByLabelText(label)); };
  chooseCollection(container);
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', 'Summer');
  enter('Times in all', '500');
  enter('Budget', '1000.5');
  submit();
  await waitFor(() => expect(made()).toMatchObject([{ definition: { limits: { uses: 500, budgetMinor: 100_050 } } }]));
  expect(JSON.stringify(made())).not.toContain('usesPerCustomer');
});

it('makes a promotion with single-use codes', async () => {
  const container = await show();
  chooseCollection(container);
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', 'Summer');
  const kinds = [...container.querySelectorAll('select')].find((select) => [...select.options].some(({ value }) => value === 'single'));
  if (!kinds) throw new Error('There is no choice of codes.');
  fireEvent.change(kinds, { target: { value: 'single' } });
  expect(screen.queryByLabelText('Only with code (optional)')).toBeNull();
  submit();
  await waitFor(() => expect(made()).toMatchObject([{ definition: { coupon: { codes: [] } } }]));
});
