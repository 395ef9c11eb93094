/** @jest-environment jsdom */
import '../../local/testing';
import type { TillCatalogue, TillCountsAnswer } from '@oneshelf/contracts';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { dispatchInput } from '../../hardware/input-queue';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { database } from '../../local/runtime';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { WithQueries } from '../../shell/queries';
import { useView } from '../../shell/view';
import { CountPane } from './count-pane';

jest.mock('../../local/till', () => ({ sendScans: () => Promise.resolve() }));

const [boot, sock] = ['019a0000-0000-7000-8000-00000000a001', '019a0000-0000-7000-8000-00000000a002'];
const columns = { revision: '1', variantIds: [boot, sock], skus: ['BOO-1', 'SOC-1'], titles: ['Boot', 'Sock'], variantTitles: ['42', ''], departments: ['Footwear', 'Footwear'], barcodes: ['5012345678900', ''] } as unknown as TillCatalogue;
const count = (more: Partial<TillCountsAnswer['items'][number]> = {}): TillCountsAnswer['items'][number] => ({ id: '019a0000-0000-7000-8000-00000000c001', number: 'CT-1', title: 'Ground floor', status: 'open', mode: 'live', round: 1, lines: [boot, sock].map((variantId) => ({ variantId, countedMilli: null, firstCounterIds: [], serials: [] })), ...more });
const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => { setTimeout(resolve, 50); }));

function show(of: TillCountsAnswer['items'][number]): void {
  tillState.setState({ bootstrap: aBootstrap(), catalogue: new Catalogue(columns) });
  useView.setState({ staff: { id: 'sam', name: 'Sam', roles: [] }, spoken: '', query: '' });
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><WithQueries><CountPane count={of} kept={[]} /></WithQueries></IntlProvider>);
}
const keptScans = async () => (await database.countScans.toArray()).map(({ scan }) => [scan.variantId, scan.quantityMilli, scan.round]);

beforeEach(() => database.countScans.clear());

it('keeps each scan as a piece, takes a typed number as what is there in all, and shows nothing of what is expected', async () => {
  show(count());
  expect(screen.getByText('0 of 2 products')).toBeTruthy();
  act(() => dispatchInput('scan', '5012345678900'));
  await settled();
  expect(await keptScans()).toEqual([[boot, 1000, 1]]);
  expect(useView.getState().spoken).toBe('Boot: 1');
  fireEvent.change(screen.getByLabelText('Pieces in all'), { target: { value: '7' } });
  fireEvent.blur(screen.getByLabelText('Pieces in all'));
  fireEvent.click(screen.getByRole('button', { name: 'Take this number' }));
  await settled();
  expect((await keptScans()).at(-1)).toEqual([boot, 7000, 1]);
  expect(document.body.textContent).not.toMatch(/expected \d/i);
});

it('refuses aloud what is no product here, and a recount by who counted first', async () => {
  show(count({ round: 2, status: 'recount', lines: [{ variantId: boot, countedMilli: null, firstCounterIds: ['sam'], serials: [] }] }));
  act(() => dispatchInput('scan', 'NOTHING'));
  await settled();
  expect(useView.getState().spoken).toContain('NOTHING');
  act(() => dispatchInput('scan', 'BOO-1'));
  await settled();
  expect(useView.getState().spoken).toBe('Not counted: you counted this the first time. Somebody else has to.');
  expect(await keptScans()).toEqual([]);
});
