/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { Simulation, SimulationBasket } from '@oneshelf/contracts';
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { exampleDirectory, ids, renderOffice } from '../../orders/testing';
import { keepDraft } from '../builder/kept-draft';
import { emptyDraft } from '../builder/promotion-draft';
import { SimulatorScreen } from './simulator-screen';

// As long as a busy machine needs; nothing here measures speed.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));
const fetchMock = mockNetwork();

const result: Simulation = {
  currency: 'GBP', bookVersion: 'GB:3.1', listMinor: 8000, discountMinor: 800, taxMinor: 1200, totalMinor: 7200, totalWithoutMinor: 7200, shipping: null,
  lines: [{ variantId: ids.sweater, sku: 'SWE', title: 'Sweater', quantityMilli: 2000, listUnitMinor: 4000, listMinor: 8000, discountMinor: 800, totalMinor: 7200, says: ['“A tenth” takes £8.00 off.'] }],
  applied: [{ promotionId: 'a', name: 'A tenth', isCandidate: false, amountMinor: 800 }],
  missed: [{ promotionId: 'b', name: 'Other', isCandidate: false, kind: 'other_channel', says: '“Other” runs on other channels.' }, { promotionId: 'c', name: 'Winter', isCandidate: true, kind: 'not_started', says: '“Winter” does not run before tomorrow.' }],
  coupons: [{ code: 'NOPE', outcome: 'unknown' }],
};
const basket: SimulationBasket = { orderId: ids.order, marketCode: 'GB', channelCode: 'web-gb', locationId: null, at: '2026-06-01T10:00:00.000Z', bookVersion: 'GB:2.1', coupons: ['TEN'], customerGroups: [], lines: [{ variantId: ids.boots, quantity: 3 }] };
let answer: () => unknown = () => result;

function show() {
  fetchMock.mockReset().mockImplementation((path) => Promise.resolve().then(() => (path === '/api/directory' ? exampleDirectory : path.endsWith('/simulation') ? answer() : path.includes('/simulation/basket/') ? basket : { variant: { variantId: ids.sweater, productId: 'p', sku: 'SWE', title: 'Sweater', variantTitle: '' } })));
  return renderOffice(<SimulatorScreen />);
}
const asked = () => fetchMock.mock.calls.filter(([path]) => path.endsWith('/simulation')).map(([, request]) => request.body);
const address = (): string => decodeURIComponent(globalThis.location.search);

beforeEach(() => { globalThis.localStorage.clear(); answer = () => result; globalThis.history.replaceState(null, '', '/promotions/simulator'); });

it('asks for what the URL says with the draft of this browser, and says why each did not apply, the draft first', async () => {
  const draft = { ...emptyDraft('GB', { zone: 'Europe/London', nowMs: Date.parse('2026-11-22T10:00:00Z') }), name: 'Winter' };
  keepDraft('new', { draft, release: null });
  search = `market=GB&channel=web-gb&items=${ids.sweater}*2&codes=NOPE&at=2026-12-24T10:00&draft=new`;
  show();
  expect(await screen.findByText('Your draft takes nothing off this cart; below is why.')).toBeTruthy();
  expect(asked().at(-1)).toMatchObject({ marketCode: 'GB', channelCode: 'web-gb', at: '2026-12-24T10:00:00.000Z', lines: [{ variantId: ids.sweater, quantity: 2 }], coupons: ['NOPE'], candidate: { promotionId: null, name: 'Winter' }, locale: 'en' });
  expect([...document.querySelectorAll('[data-kind]')].map((row) => row.textContent)).toEqual(['Draft“Winter” does not run before tomorrow.', '“Other” runs on other channels.']);
  expect(screen.getByText('NOPE is not known.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Look at it when it starts' }));
  expect(address()).toContain('at=2026-11-23T00:00');
});

it('begins with what was bought, and with the book of then', async () => {
  search = '';
  show();
  expect(await screen.findByText('Put something in the cart')).toBeTruthy();
  fireEvent.change(await screen.findByLabelText('Order or receipt number'), { target: { value: 'W-1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Load' }));
  await waitFor(() => expect(address()).toContain(`items=${ids.boots}*3`));
  expect(address()).toContain('codes=TEN');
  expect(address()).toContain('book=GB:2.1');
  expect(address()).toContain('at=2026-06-01T11:00');
  expect(asked()).toEqual([]);
});

it('says in words what cannot be priced', async () => {
  search = `market=GB&channel=web-gb&items=${ids.sweater}*1`;
  answer = () => { throw new ApiProblem({ status: 422, code: 'cannot_be_priced', details: { because: 'no_price', sku: 'SWE-1' } }); };
  show();
  expect(await screen.findByText('A product in the cart has no price here at this time.')).toBeTruthy();
  expect(screen.getByText(/It is SWE-1\. Take it out/)).toBeTruthy();
});
