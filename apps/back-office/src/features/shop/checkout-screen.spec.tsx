/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork, type SeenRequest } from '@oneshelf/api-client/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CheckoutScreen } from './checkout-screen';
import { leaveTo } from './leave-to';
import { belt, hold, keepBasket, keptBasket, orderId, ordinaryAnswers, quoteOf, renderShop, soho, storefront, sweater, type Answer } from './testing';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push, replace: jest.fn() }), useSearchParams: () => new URLSearchParams() }));
jest.mock('./leave-to', () => ({ leaveTo: jest.fn() }));
const fetchMock = mockNetwork();

const orders = '/api/storefront/orders';
const placed = { orderId, number: 'GB-1', status: 'placed', redirectUrl: null, statusToken: 'tok', currency: 'GBP', totalMinor: 7000 };
const refuse = (status: number, code: string, details?: unknown): Answer => () => { throw new ApiProblem({ status, code, details }); };
const answer = (more: Record<string, Answer>) => fetchMock.mockImplementation(storefront({ ...ordinaryAnswers, ...more }));
const sentOrders = () => fetchMock.mock.calls.filter(([path]) => path === orders).map(([, request]) => request as SeenRequest & { body: Record<string, unknown> });
const payButton = () => screen.findByRole('button', { name: /^Pay £/ });

async function fillIn(card = 'Visa Is accepted at once') {
  fireEvent.click(await screen.findByRole('radio', { name: /London Soho/ }));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Priya Nair' } });
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'priya@example.com' } });
  fireEvent.click(screen.getByRole('radio', { name: new RegExp(card.split(' ').slice(0, 3).join(' ')) }));
}
async function pay() {
  const button = await payButton();
  await waitFor(() => expect(button.hasAttribute('data-disabled')).toBe(false));
  fireEvent.click(button);
}

function startAfresh(): void {
  jest.clearAllMocks();
  window.localStorage.clear();
  window.sessionStorage.clear();
  keepBasket(sweater, belt);
}

describe('CheckoutScreen', () => {
  beforeEach(startAfresh);

  it('with an empty basket says so and leads to the shop', async () => {
    window.localStorage.clear();
    answer({});
    renderShop(<CheckoutScreen />);
    expect(screen.getByRole('heading', { name: 'Your basket is empty' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to the shop' }).getAttribute('href')).toBe('/shop');
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('offers only stores that have everything, and sends nothing that is incomplete', async () => {
    answer({ [orders]: () => placed });
    renderShop(<CheckoutScreen />);
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Leeds/ })).disabled).toBe(true);
    expect(screen.getByText('1 line is not in stock there')).toBeTruthy();
    await pay();
    expect((await screen.findByRole('alert')).textContent).toBe('Nothing was sent yet. Still missing or not usable: Store, Name, E-mail, Card.');
    expect(sentOrders()).toEqual([]);
    // What is mended is not pointed out any more.
    fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'Priya Nair' } });
    expect(screen.getByRole('alert').textContent).toBe('Nothing was sent yet. Still missing or not usable: Store, E-mail, Card.');
  });

  it('sends the total that was seen with a key, empties the basket and goes to the order', async () => {
    answer({ [orders]: () => placed });
    renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    await waitFor(() => expect(push.mock.calls).toEqual([[`/shop/orders/${orderId}?token=tok`]]));
    const [sent] = sentOrders();
    expect(sent?.body).toEqual({
      lines: [{ variantId: sweater.variantId, quantityMilli: 2000 }, { variantId: belt.variantId, quantityMilli: 1000 }],
      fulfilment: { kind: 'pickup', locationId: soho }, customer: { name: 'Priya Nair', email: 'priya@example.com' },
      expectedTotalMinor: 7000, paymentMethodId: 'pm_card_visa', returnUrl: 'http://localhost/shop/orders/{orderId}/return?token={token}', hold,
    });
    expect(sent?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent?.headers).toEqual({ 'x-oneshelf-key': 'pk_gb' });
    expect(keptBasket()).toEqual([]);
    expect(window.sessionStorage.getItem('oneshelf.pay.GB')).toBeNull();
  });

  it('shows a changed total and asks again, with a new key for the new total', async () => {
    let unitMinor = 2500;
    answer({
      '/api/storefront/quote': ({ body }) => quoteOf((body as { lines: { variantId: string; quantityMilli: number }[] }).lines, unitMinor),
      [orders]: ({ body }) => {
        if ((body as { expectedTotalMinor: number }).expectedTotalMinor === 8500) return placed;
        unitMinor = 3000;
        throw new ApiProblem({ status: 409, code: 'price_changed', details: { quote: { totalMinor: 8500 } } });
      },
    });
    renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    expect((await screen.findByRole('alert')).textContent).toContain('The total is £85.00 now.');
    expect(keptBasket()).toEqual([sweater, belt]);
    expect(push).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pay £85.00' })).toBeTruthy());
    await pay();
    await waitFor(() => expect(push).toHaveBeenCalledTimes(1));
    const keys = sentOrders().map((sent) => sent.idempotencyKey);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps the basket when the card is declined, and says what to do', async () => {
    answer({ [orders]: refuse(402, 'card_declined', { code: 'insufficient_funds', orderId }) });
    renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    expect((await screen.findByRole('alert')).textContent).toBe('Your bank declined the card (not enough money). Nothing was charged and your basket is kept. Choose another card or ask your bank.');
    expect(keptBasket()).toEqual([sweater, belt]);
    expect(await payButton()).toBeTruthy();
    expect(window.sessionStorage.getItem('oneshelf.pay.GB')).toBeNull();
  });

  it('when something sold out meanwhile, names it and takes what is left on request', async () => {
    answer({ [orders]: refuse(409, 'insufficient_stock', { shortages: [{ variantId: sweater.variantId, requestedMilli: 2000, availableMilli: 1000 }, { variantId: belt.variantId, requestedMilli: 1000, availableMilli: 0 }] }) });
    renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Only 1 of Merino sweater left. Leather belt has just sold out.');
    expect(keptBasket()).toEqual([sweater, belt]);
    fireEvent.click(within(alert).getByRole('button', { name: 'Go on with what is left' }));
    await waitFor(() => expect(keptBasket()).toEqual([{ ...sweater, quantityMilli: 1000 }]));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks again with the same key after the network failed, also after a reload', async () => {
    answer({ [orders]: refuse(0, 'network_unreachable') });
    const { unmount } = renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    expect((await screen.findByRole('alert')).textContent).toContain('Your order was sent, but no answer came back.');
    expect(screen.queryByRole('button', { name: /^Pay/ })).toBeNull();
    unmount();
    answer({ [orders]: () => placed });
    renderShop(<CheckoutScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask again' }));
    await waitFor(() => expect(push).toHaveBeenCalledTimes(1));
    const [first, second] = sentOrders();
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(second?.body).toEqual(first?.body);
    expect(window.sessionStorage.getItem('oneshelf.pay.GB')).toBeNull();
  });

  it('goes to the bank for 3-D Secure and keeps the basket until it said yes', async () => {
    answer({ [orders]: () => ({ ...placed, status: 'requires_action', redirectUrl: 'https://bank.example/3ds' }) });
    renderShop(<CheckoutScreen />);
    await fillIn('Visa with 3-D');
    await pay();
    await waitFor(() => expect((leaveTo as jest.Mock).mock.calls).toEqual([['https://bank.example/3ds']]));
    expect(sentOrders()[0]?.body['paymentMethodId']).toBe('pm_card_authenticationRequired');
    expect(keptBasket()).toEqual([sweater, belt]);
    expect(push).not.toHaveBeenCalled();
  });
});

describe('CheckoutScreen, once it is known who buys', () => {
  beforeEach(startAfresh);

  it('shows the total without a promotion that this customer has used already, and sells at it', async () => {
    answer({
      // Without an e-mail nobody's limit is reached: 20.00 a piece; for this customer 25.00.
      '/api/storefront/quote': ({ body }) => quoteOf((body as { lines: { variantId: string; quantityMilli: number }[] }).lines, 'email' in (body as object) ? 2500 : 2000),
      [orders]: ({ body }) => {
        if ((body as { expectedTotalMinor: number }).expectedTotalMinor === 7000) return placed;
        throw new ApiProblem({ status: 409, code: 'price_changed', details: { quote: { totalMinor: 7000 } } });
      },
    });
    renderShop(<CheckoutScreen />);
    await fillIn();
    await pay();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pay £70.00' })).toBeTruthy());
    await pay();
    await waitFor(() => expect(push).toHaveBeenCalledTimes(1));
  });
});

describe('CheckoutScreen with a delivery', () => {
  beforeEach(startAfresh);

  it('asks for the price of where it goes, and shows the way it is sent and the tax of that place', async () => {
    const asked: unknown[] = [];
    const abroad = { methodId: 'abroad', names: { en: 'Abroad', de: 'Ausland' }, amountMinor: 1495 };
    answer({
      '/api/storefront/quote': ({ body }) => {
        const { fulfilment, lines } = body as { fulfilment?: { kind: string; address?: { country: string; postcode?: string } }; lines: { variantId: string; quantityMilli: number }[] };
        asked.push(fulfilment);
        const quote = quoteOf(lines);
        if (fulfilment?.address?.country !== 'FR') return quote;
        return { ...quote, totalMinor: quote.totalMinor + 1495, untaxedBecause: 'export', taxes: [], shipping: { ...abroad, listMinor: 1495, discountMinor: 0, taxMinor: 0, totalMinor: 1495 }, shippingOptions: [abroad] };
      },
    });
    renderShop(<CheckoutScreen />);
    fireEvent.click(await screen.findByRole('radio', { name: 'Delivery' }));
    expect(await screen.findByText('incl. 20% VAT, United Kingdom')).toBeTruthy();
    await waitFor(() => expect(document.querySelector('select option[value="FR"]')).not.toBeNull());
    fireEvent.change(document.querySelector('select') as HTMLSelectElement, { target: { value: 'FR' } });
    expect(await screen.findByText('No tax: it leaves the country. Duties may come on top.')).toBeTruthy();
    expect(screen.getByText('Delivery: Abroad')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Postcode'), { target: { value: '7500' } });
    fireEvent.change(screen.getByLabelText('Postcode'), { target: { value: '75001' } });
    await waitFor(() => expect(asked.at(-1)).toEqual({ kind: 'delivery', address: { country: 'FR', postcode: '75001' } }));
    expect(asked).not.toContainEqual({ kind: 'delivery', address: { country: 'FR', postcode: '7500' } });
  });
});
