/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import type { OrderDetail } from '@oneshelf/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { OrderDetailScreen } from './order-detail-screen';
import { exampleDirectory, exampleOrder, ids, renderOffice } from './testing';

jest.mock('next/navigation', () => ({ useRouter: () => ({ push: jest.fn() }), useSearchParams: () => new URLSearchParams('list=view%3Dopen%26q%3Dpriya') }));
const fetchMock = mockNetwork();

function answer(order: OrderDetail | ApiProblem, written: unknown = {}) {
  fetchMock.mockImplementation(((path: string, request?: { method?: string }) => {
    if (path === '/api/directory') return Promise.resolve(exampleDirectory);
    if (request?.method === 'POST') return written instanceof ApiProblem ? Promise.reject(written) : Promise.resolve(written);
    return order instanceof ApiProblem ? Promise.reject(order) : Promise.resolve(order);
  }));
}
const posts = () => fetchMock.mock.calls.filter(([, request]) => request?.method === 'POST').map(([path, request]) => [path, request?.body]);
const cardOf = async (title: string) => (await screen.findByRole('heading', { name: title })).closest('section')!;

describe('OrderDetailScreen', () => {
  beforeEach(() => jest.clearAllMocks());

  it('shows its amounts, and leads back to the list with its filters', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    expect(await screen.findByRole('heading', { level: 1, name: '#20418 Priya Nair' })).toBeTruthy();
    expect(screen.getByText('Total').parentElement?.textContent).toBe('Total£213.40');
    expect(screen.getByText('Paid').parentElement?.textContent).toBe('Paid£84.50');
    expect(screen.getByText('Left on hold').parentElement?.textContent).toBe('Left on hold£128.90');
    expect(screen.getByRole('link', { name: 'Orders' }).getAttribute('href')).toBe('/orders?view=open&q=priya');
  });

  it('has a card per part with its steps, its lines and the reason for its place', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    const pickup = within(await cardOf('Pickup, London Soho'));
    expect(pickup.getByText('Handed over 21 Nov, 14:31')).toBeTruthy();
    expect(pickup.getAllByRole('listitem').map((step) => step.textContent)).toEqual(['Placed, done', 'Picked, done', 'Ready, done', 'Handed over, done']);
    expect(pickup.getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual(['Merino sweater, Navy / MSWE-100031£59.50', 'Leather belt, Brown / 90BEL-102311£25.00']);
    const parcel = within(await cardOf('Delivery from Leeds warehouse'));
    expect(parcel.getByText('LDS (272 km): the nearest location that has everything.')).toBeTruthy();
  });

  it('shows what a bundle is made of beneath it on each card, with how much of each component is picked', async () => {
    const order = exampleOrder();
    const made = order.lines.map((line) => ({ ...line, components: [{ sku: 'MUG', title: 'Mug', quantityMilli: 2000 }, { sku: 'POT', title: 'Pot', quantityMilli: 1000 }] }));
    const parts = order.parts.map((part) => (part.kind === 'ship' ? { ...part, status: 'picking' as const, lines: part.lines.map((line) => ({ ...line, quantityMilli: 3000, pickedMilli: 1000, shortMilli: 1000 })) } : part));
    answer({ ...order, lines: made, parts });
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    const parcel = within(await cardOf('Delivery from Leeds warehouse'));
    expect(within(parcel.getByRole('list', { name: 'What Suede boots, Rust / 42 is made of' })).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['4 × Mug MUG2 of 4 picked', '2 × Pot POT1 of 2 picked']);
    const pickup = within(await cardOf('Pickup, London Soho'));
    expect(within(pickup.getByRole('list', { name: 'What Leather belt, Brown / 90 is made of' })).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['2 × Mug MUG', '1 × Pot POT']);
  });

  it('tells a German reader in German why the place was chosen', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />, 'de');
    expect(await screen.findByText('LDS (272 km): der nächste Standort, der alles hat.')).toBeTruthy();
  });

  it('says why a line costs what it costs, from the stored quote', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Why this price: Suede boots, Rust / 42' }));
    const reasons = within(await screen.findByRole('dialog')).getAllByRole('listitem').map((item) => item.textContent);
    expect(reasons[0]).toContain('UK list');
    expect(reasons.at(-1)).toContain('£128.90');
  });

  it('says what was done by hand at the till, by whom, and who approved it', async () => {
    const order = exampleOrder();
    const quote = order.quote!;
    const [sweater, belt, boots] = quote.lines;
    answer({
      ...order,
      quote: {
        ...quote, manualDiscounts: [{ discountId: 'd1', reason: 'Goodwill', by: 'Sam Lowe', amountMinor: 500 }],
        lines: [
          { ...sweater!, trace: { ...sweater!.trace, manual: [{ discountId: 'd1', reason: 'Goodwill', by: 'Sam Lowe', amountMinor: 300 }] } },
          { ...belt!, trace: { ...belt!.trace, manual: [{ discountId: 'd1', reason: 'Goodwill', by: 'Sam Lowe', amountMinor: 200 }] } },
          { ...boots!, trace: { ...boots!.trace, override: { unitMinor: 12_890, reason: 'Damaged: heel', by: 'Sam Lowe' }, candidates: [...boots!.trace.candidates, { bookId: 'b', name: 'UK list', amountMinor: 15_000, won: false, because: 'overridden' }] } },
        ],
      },
      timeline: [{ id: ids.order, kind: 'sold', actor: 'Sam Lowe', occurredAt: '2026-11-21T10:57:00.000Z', data: { byHand: [{ kind: 'price', targetId: boots!.lineId, approvedBy: 'Ana Reis' }, { targetId: 'd1', approvedBy: null }] } }],
    });
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    const panel = (await screen.findByRole('heading', { name: 'By hand at the till' })).closest('section')!;
    expect(within(panel).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Suede boots, Rust / 42 · Damaged: heel£128.90 instead of £150.00By Sam Lowe, approved by Ana Reis', 'Whole sale · Goodwill−£5.00By Sam Lowe']);
  });

  it('tells what happened, newest first', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    const events = within(await screen.findByRole('list', { name: 'What happened' })).getAllByRole('listitem');
    expect(events.map((event) => event.textContent)).toEqual(['21 Nov 14:31Handed over: 2 items, London SohoAna Reis', '21 Nov 10:57Ordered: £213.40Priya Nair']);
  });
});

describe('What is done on the OrderDetailScreen', () => {
  beforeEach(() => jest.clearAllMocks());

  it('asks before it cancels, says what will happen, and shows the cancelled order', async () => {
    answer(exampleOrder(), exampleOrder({ status: 'cancelled', displayStatus: 'cancelled', actions: [] }));
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel order' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Units that go back on sale: 1.', '£128.90 on hold on Visa ··1881 is released. No money moves.', '£84.50 goes back to Visa ··1881.', 'The shop does not write to Priya Nair by itself: tell them.', 'It cannot be undone.',
    ]);
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel the order' }));
    expect(posts()).toEqual([]);
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Customer asked' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel the order' }));
    await waitFor(() => expect(posts()).toEqual([[`/api/orders/${ids.order}/cancel`, { reason: 'Customer asked' }]]));
    expect(await screen.findByText(/Web UK.*Cancelled\./)).toBeTruthy();
  });

  it('says what to do about a refund that failed, and that it was paid another way', async () => {
    const [payment] = exampleOrder().payments;
    if (!payment) throw new Error('the example has a payment');
    const refund = { id: ids.parcel, amountMinor: 5950, status: 'failed' as const, failure: 'lost_or_stolen_card', createdAt: '2026-11-21T15:00:00.000Z' };
    answer(exampleOrder({ payments: [{ ...payment, refunds: [refund] }] }), { refundId: refund.id, status: 'succeeded' });
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Paid another way' }));
    fireEvent.change(screen.getByLabelText('How it was paid'), { target: { value: 'Cash' } });
    fireEvent.click(screen.getByRole('button', { name: 'It was paid' }));
    await waitFor(() => expect(posts()).toEqual([[`/api/refunds/${refund.id}/pay-otherwise`, { note: 'Cash' }]]));
  });

  it('says why an order could not be cancelled', async () => {
    answer(exampleOrder(), new ApiProblem({ status: 409, code: 'already_fulfilled' }));
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel order' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Customer asked' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel the order' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Nothing was cancelled. Take them back as a return.');
  });

  it('ships a parcel with carrier and tracking number', async () => {
    answer(exampleOrder());
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ship from Leeds warehouse' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Carrier'), { target: { value: 'Royal Mail' } });
    fireEvent.change(dialog.getByLabelText('Tracking number'), { target: { value: ' RM123 ' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Ship 1' }));
    await waitFor(() => expect(posts()).toEqual([[`/api/fulfilment-orders/${ids.parcel}/ship`, { carrier: 'Royal Mail', trackingNumber: 'RM123' }]]));
  });

  it('offers neither cancel nor ship when the server does not', async () => {
    answer(exampleOrder({ actions: [] }));
    renderOffice(<OrderDetailScreen orderId={ids.order} />);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: /Cancel order|Ship from/ })).toBeNull();
  });

  it.each([[404, 'not_found'], [400, 'invalid_input']])('says that an unknown id is not here (%i)', async (status, code) => {
    answer(new ApiProblem({ status, code }));
    renderOffice(<OrderDetailScreen orderId="nonsense" />);
    expect(await screen.findByRole('heading', { name: 'This order is not here' })).toBeTruthy();
  });
});
