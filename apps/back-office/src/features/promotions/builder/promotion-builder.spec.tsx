/** @jest-environment jsdom */
import { mockNetwork, type SeenRequest } from '@oneshelf/api-client/testing';
import type { PromotionClashes, PromotionDetail, PromotionEffect, PromotionList } from '@oneshelf/contracts';
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { exampleDirectory, renderOffice } from '../../orders/testing';
import { PromotionBuilderScreen } from './promotion-builder-screen';

// A screen of many parts on a busy machine; nothing here measures speed.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
let search = '';
const push = jest.fn();
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search), useRouter: () => ({ push }) }));
const fetchMock = mockNetwork();

const list: PromotionList = { items: [], collections: [{ id: 'c1', title: 'Boots' }] };
const effect: PromotionEffect = { currency: 'GBP', baskets: 100, skipped: 0, changed: 3, savedMinor: 1234, before: null, assumesCode: false, rows: [{ orderId: '018f0000-0000-7000-8000-000000000001', number: 'W-1', channelCode: 'web-gb', placedAt: '2026-11-20T10:00:00.000Z', withoutMinor: 5000, withMinor: 4500 }], tookMs: 12 };
const clashes: PromotionClashes = {
  currency: 'GBP', total: 1, isWhole: true, tookMs: 5,
  items: [{ first: { promotionId: 'a', name: 'Winter' }, second: { promotionId: 'b', name: 'Basket' }, kind: 'combines', winnerId: null, from: '2026-11-23T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z', goods: 12, example: { sku: 'BOOT', title: 'Boot', units: 1, amountMinor: 10_000, firstMinor: 3000, secondMinor: 4000, togetherMinor: 5800 }, isDeep: true, isBelowCost: true, basket: null }],
};
const detail: PromotionDetail = {
  names: [],
  promotion: {
    id: '018f0000-0000-7000-8000-000000000009', code: 'w', name: 'Winter', marketCode: 'GB', release: 7, state: 'running', usage: null, startsAt: '2026-11-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z',
    definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], partOf: 'offer', reward: { kind: 'lines', per: 'unit', on: { collectionIds: ['c1'] }, discount: { percentBasisPoints: 1000 } } },
  },
};

const answers: Record<string, unknown> = { '/api/directory': exampleDirectory, '/api/promotions/effect': effect, '/api/promotions/clashes': clashes };
const sent = (method: string): SeenRequest['body'][] => fetchMock.mock.calls.filter(([path, request]) => request.method === method && !/effect|clashes/.test(path)).map(([, request]) => request.body);

function show(id?: string) {
  fetchMock.mockReset().mockImplementation((path, request) => Promise.resolve(answers[path] ?? (request.method === undefined ? (path === '/api/promotions' ? list : detail) : { id: 'p1' })));
  return renderOffice(<PromotionBuilderScreen {...(id === undefined ? {} : { id })} />);
}
const type = (label: string, value: string) => { fireEvent.change(screen.getByLabelText(label), { target: { value } }); fireEvent.blur(screen.getByLabelText(label)); };

beforeEach(() => { globalThis.localStorage.clear(); search = ''; push.mockReset(); });

it('publishes the sentence that was written, and says meanwhile what it would do', async () => {
  show();
  await screen.findByLabelText('Name on receipts');
  type('Discount, percent', '15');
  type('From', '2027-07-01T00:00');
  type('To', '2027-07-08T00:00');
  type('Name on receipts', 'Summer');
  expect((await screen.findByText(/^Would change/)).textContent).toBe('Would change 3 of the last 100 baskets, £12.34 off in all.');
  expect(await screen.findByText('Below cost')).toBeTruthy();
  expect(screen.getByText('58% off together')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'W-1' }).getAttribute('href')).toBe('/orders/018f0000-0000-7000-8000-000000000001');
  fireEvent.click(screen.getByRole('button', { name: 'Publish the promotion' }));
  await waitFor(() => expect(sent('POST')).toEqual([{
    name: 'Summer', marketCode: 'GB', startsAt: '2027-06-30T23:00:00.000Z', endsAt: '2027-07-07T23:00:00.000Z',
    definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1500 } } },
  }]));
  await waitFor(() => expect(push).toHaveBeenCalledWith('/promotions'));
});

it('keeps the draft over a reload until it is published or begun again', async () => {
  const first = show();
  await screen.findByLabelText('Name on receipts');
  type('Name on receipts', 'Half written');
  first.unmount();
  show();
  expect((await screen.findByLabelText<HTMLInputElement>('Name on receipts')).value).toBe('Half written');
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name on receipts').value).toBe('');
});

it('says what is wrong and sends nothing', async () => {
  show();
  await screen.findByLabelText('Name on receipts');
  type('To', '2020-01-01T00:00');
  fireEvent.click(screen.getByRole('button', { name: 'Publish the promotion' }));
  expect(screen.getByRole('alert').textContent).toMatch(/still wrong, see above. Nothing was published./);
  expect(screen.getByText('Name: something is too short or too small.')).toBeTruthy();
  type('Name on receipts', 'Summer');
  expect(screen.getByText('When: the end must be after the start.')).toBeTruthy();
  expect(sent('POST')).toEqual([]);
});

it('edits what is published over the release that was read, and keeps what has no blank', async () => {
  show(detail.promotion.id);
  await screen.findByLabelText('Name on receipts');
  expect(screen.getByText(/a part of the offer “offer”/)).toBeTruthy();
  type('Discount, percent', '20');
  fireEvent.click(screen.getByRole('button', { name: 'Publish the change' }));
  const { name, startsAt, endsAt, definition } = detail.promotion;
  await waitFor(() => expect(sent('PUT')).toEqual([{ name, startsAt, endsAt, release: 7, definition: { ...definition, reward: { ...definition.reward, discount: { percentBasisPoints: 2000 } } } }]));
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  await waitFor(() => expect(fetchMock.mock.calls.some(([path]) => path === '/api/promotions/{id}/pause' || path.endsWith('/pause'))).toBe(true));
  expect(screen.getByRole('link', { name: 'Duplicate' }).getAttribute('href')).toBe(`/promotions/new?from=${detail.promotion.id}`);
});
