/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import '../../local/testing';
import { act, render, screen } from '@testing-library/react';
import type { ReturnLookup } from '@oneshelf/contracts';
import { IntlProvider } from 'use-intl';
import { dispatchInput } from '../../hardware/input-queue';
import { en } from '../../i18n/messages-en';
import { online } from '../../local/online';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { WithQueries } from '../../shell/queries';
import { useView } from '../../shell/view';
import { ReturnsScreen } from './returns-screen';

const line = { orderLineId: 'l1', variantId: 'v1', sku: 'SWE', title: 'Sweater', barcodes: ['5012345678900'], quantityMilli: 1000, fulfilledMilli: 1000, returnedMilli: 0, returnableMilli: 1000, taxRateBasisPoints: 2000, listUnitMinor: 5000, serialNumbers: [], bySerial: false, units: [{ unit: 1, quantityMilli: 1000, totalMinor: 5000, discountMinor: 0, taxMinor: 833 }] };
const sale = { orderId: 'o1', number: 'SOHO-1-0001-000001', placedAt: '2026-11-20T10:00:00.000Z', customerName: '', currency: 'GBP', totalMinor: 5000, lines: [line], tenders: [] } as unknown as ReturnLookup;
const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => { setTimeout(resolve, 400); }));

function openScreen(lookUp: (code: string) => Promise<ReturnLookup>): jest.SpyInstance {
  tillState.setState({ bootstrap: aBootstrap() });
  useView.setState({ staff: { id: 's', name: 'Ana', roles: [] }, spoken: '' });
  const spy = jest.spyOn(online, 'returnable').mockImplementation(lookUp);
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><WithQueries><ReturnsScreen /></WithQueries></IntlProvider>);
  return spy;
}

const codesOf = (lookUp: jest.SpyInstance): unknown[] => lookUp.mock.calls.map(([code]: unknown[]) => code);

afterEach(() => jest.restoreAllMocks());

it('keeps an item that is scanned during the look-up, and ticks its line when the sale is there', async () => {
  let answer: (found: ReturnLookup) => void = () => undefined;
  const lookUp = openScreen(() => new Promise((resolve) => { answer = resolve; }));
  act(() => dispatchInput('scan', sale.number));
  act(() => dispatchInput('scan', '5012345678900'));
  await settled();
  expect(codesOf(lookUp)).toEqual([sale.number]);
  answer(sale);
  await settled();
  expect(screen.getByRole('heading', { name: `Return from ${sale.number}` })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Sweater/ }).checked).toBe(true);
  expect(lookUp).toHaveBeenCalledTimes(1);
});

it('refuses it aloud when the sale is not found', async () => {
  const lookUp = openScreen(() => new Promise((_resolve, reject) => { setTimeout(() => reject(new ApiProblem({ status: 404, code: 'unknown_order', detail: 'There is no such sale.' })), 20); }));
  act(() => { dispatchInput('scan', 'NO-SALE'); dispatchInput('scan', '5012345678900'); });
  await settled();
  expect(codesOf(lookUp)).toEqual(['NO-SALE']);
  expect(useView.getState().spoken).toBe('Nothing was ticked: the sale was not found. Scan its receipt first.');
});
