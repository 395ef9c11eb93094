/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork, type SeenRequest } from '@oneshelf/api-client/testing';
import type { CouponBatchList, PromotionAnswer } from '@oneshelf/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { exampleDirectory, renderOffice } from '../orders/testing';
import { PromotionTable } from './promotion-table';

const fetchMock = mockNetwork();

const promotion = (more: Partial<PromotionAnswer>, definition: Partial<PromotionAnswer['definition']> = {}): PromotionAnswer => ({
  id: 'p1', code: 'summer', name: 'Summer', marketCode: 'GB', release: 1, startsAt: '2026-07-01T00:00:00Z', endsAt: '2026-08-01T00:00:00Z', state: 'running', usage: null, ...more,
  definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 } }, ...definition },
});
const coded = promotion({ usage: { uses: 1, spentMinor: 500, codes: 100 } }, { coupon: { codes: [] } });
const batches: CouponBatchList = { items: [{ id: 'b1', prefix: 'JULY', origin: 'made', size: 100, used: 1, madeBy: 'Ines Duarte', madeAt: '2026-07-01T09:00:00.000Z' }] };

function show(items: PromotionAnswer[], answer: (path: string, request: SeenRequest) => unknown = () => batches) {
  fetchMock.mockReset().mockImplementation((path, request) => (path === '/api/directory' ? Promise.resolve(exampleDirectory) : Promise.resolve().then(() => answer(path, request))));
  return renderOffice(<PromotionTable items={items} collections={[]} />);
}
const posts = () => fetchMock.mock.calls.filter(([, request]) => request.method === 'POST');

it('says what is used of what', () => {
  const { container } = show([
    promotion({ usage: { uses: 37, spentMinor: 41_200, codes: null } }, { limits: { uses: 500, budgetMinor: 100_000 } }),
    promotion({ id: 'p2', usage: { uses: 2, spentMinor: 900, codes: null } }, { limits: { usesPerCustomer: 1 } }), coded, promotion({ id: 'p4' }),
  ].map((item, index) => ({ ...item, id: `p${index}` })));
  const used = [...container.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td')[2]?.querySelector('small')?.textContent);
  expect(used).toEqual(['used 37 of 500 · £412.00 of £1,000.00', 'used 2 · £9.00', 'used 1 of 100 · £5.00', '']);
});

it('makes codes once per intent, and links each batch to its file', async () => {
  show([coded, promotion({ id: 'p2', name: 'Without' })], (_path, request) => (request.method === 'POST' ? { id: 'b2', size: 250 } : batches));
  expect(screen.queryByRole('button', { name: 'Codes of Without' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Codes of Summer' }));
  const link = await screen.findByRole('link', { name: /Download CSV: Made, JULY/ });
  expect(link.getAttribute('href')).toBe('/api/promotions/coupon-batches/b1/codes.csv');
  const count = screen.getByLabelText('How many');
  fireEvent.change(count, { target: { value: '250' } });
  fireEvent.blur(count);
  fireEvent.change(screen.getByLabelText('Prefix (optional)'), { target: { value: 'ju ly' } });
  fireEvent.click(screen.getByRole('button', { name: 'Make codes' }));
  expect(screen.getByRole('alert').textContent).toBe('Make 1 to 100,000 codes; a prefix is made of letters and digits.');
  expect(posts()).toEqual([]);
  fireEvent.change(screen.getByLabelText('Prefix (optional)'), { target: { value: 'july' } });
  fireEvent.click(screen.getByRole('button', { name: 'Make codes' }));
  await waitFor(() => expect(posts()).toMatchObject([['/api/promotions/p1/coupon-batches', { body: { id: expect.any(String) as string, count: 250, prefix: 'july' } }]]));
});

it('sends own codes in, and names each row that cannot be taken', async () => {
  const refusal = new ApiProblem({ status: 422, code: 'invalid_codes', details: { total: 3, errors: [{ row: 4, column: 1, code: 'control_character', message: 'x' }, { row: 7, column: 1, code: 'of_tomorrow', message: 'The server says why.' }] } });
  show([coded], (_path, request) => { if (request.method === 'POST') throw refusal; return batches; });
  fireEvent.click(screen.getByRole('button', { name: 'Codes of Summer' }));
  await screen.findByRole('link', { name: /Download CSV/ });
  const input = document.querySelector('input[type="file"]');
  if (!input) throw new Error('There is no place for a file.');
  fireEvent.change(input, { target: { files: [new File(['A'], 'codes.csv')] } });
  const table = await screen.findByRole('table', { name: 'Rows that cannot be taken' });
  expect([...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['4', '1', 'There is a control character in this code. Take it out.'], ['7', '1', 'The server says why.'],
  ]);
  expect(screen.getByText('The first 2 of 3.')).toBeTruthy();
  expect(screen.getByText('3 rows of this file cannot be taken.')).toBeTruthy();
});
