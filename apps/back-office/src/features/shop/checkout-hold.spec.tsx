/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork, type SeenRequest } from '@oneshelf/api-client/testing';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { CheckoutScreen } from './checkout-screen';
import { belt, hold, holdOf, keepBasket, keptBasket, leeds, ordinaryAnswers, renderShop, soho, storefront, sweater, type Answer } from './testing';

jest.mock('next/navigation', () => ({ useRouter: () => ({ push: jest.fn(), replace: jest.fn() }), useSearchParams: () => new URLSearchParams() }));
const fetchMock = mockNetwork();

const holds = '/api/storefront/holds';
type Lines = { lines: { variantId: string; quantityMilli: number }[] };
const answer = (more: Record<string, Answer>) => fetchMock.mockImplementation(storefront({ ...more, ...Object.fromEntries(Object.entries(ordinaryAnswers).filter(([path]) => more[path] === undefined)) }));
const asked = () => fetchMock.mock.calls.filter(([path]) => path === holds).map(([, request]) => (request as SeenRequest & { body: Record<string, unknown> }).body);
const keeping = (keptMilli?: number, seconds?: number): Answer => ({ body }) => holdOf((body as Lines).lines, { ...(keptMilli === undefined ? {} : { keptMilli }), ...(seconds === undefined ? {} : { seconds }) });

beforeEach(() => {
  jest.clearAllMocks();
  window.localStorage.clear();
  window.sessionStorage.clear();
  keepBasket(sweater, belt);
});
afterEach(() => jest.useRealTimers());

describe('the hold of a checkout', () => {
  it('[L-31] says until when everything is kept, and asks anew for the store that is chosen', async () => {
    answer({});
    renderShop(<CheckoutScreen />);
    expect(await screen.findByText(/^Kept for you until \d\d:\d\d\.$/)).toBeTruthy();
    expect(screen.getByText('10 minutes')).toBeTruthy();
    expect(asked()).toEqual([{ lines: [{ variantId: sweater.variantId, quantityMilli: 2000 }, { variantId: belt.variantId, quantityMilli: 1000 }] }]);
    fireEvent.click(await screen.findByRole('radio', { name: /London Soho/ }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toMatchObject({ fulfilment: { kind: 'pickup', locationId: soho }, replaces: hold });
  });

  it('keeps for longer once', async () => {
    answer({ [`${holds}/`]: () => ({ expiresAt: new Date(Date.now() + 900_000).toISOString(), extensionsLeft: 0 }) });
    renderShop(<CheckoutScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep longer' }));
    await waitFor(() => expect(screen.getByText('15 minutes')).toBeTruthy());
    expect(screen.queryByRole('button', { name: 'Keep longer' })).toBeNull();
  });

  it('announces when two minutes are left', async () => {
    answer({ [holds]: keeping(undefined, 110) });
    renderShop(<CheckoutScreen />);
    await waitFor(() => expect(screen.getAllByRole('status').map((status) => status.textContent)).toContainEqual(expect.stringMatching(/^Two minutes left/)));
  });

  it('names what could not be kept, and goes on with what is', async () => {
    answer({ [holds]: keeping(1000) });
    renderShop(<CheckoutScreen />);
    expect((await screen.findByRole('alert')).textContent).toBe('Only 1 of Merino sweater could be kept for you; others are buying the rest.');
    fireEvent.click(screen.getByRole('button', { name: 'Go on with what is kept' }));
    await waitFor(() => expect(keptBasket()).toEqual([{ ...sweater, quantityMilli: 1000 }, belt]));
  });

  it('does not miss what is sold before it is there', async () => {
    const later = { kind: 'preorder', expectedOn: '2099-12-04', quantityMilli: 1000 };
    answer({
      [holds]: keeping(1000),
      '/api/storefront/quote': (request) => {
        const quote = ordinaryAnswers['/api/storefront/quote']?.(request) as { lines: { variantId: string }[] };
        return { ...quote, lines: quote.lines.map((line) => ({ ...line, promised: line.variantId === sweater.variantId ? later : null })) };
      },
    });
    renderShop(<CheckoutScreen />);
    expect(await screen.findByText('Out on 4 December 2099: order it now, it is sent then.')).toBeTruthy();
    expect(await screen.findByText(/^Kept for you until/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks again by itself when the time is over, and says so', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
    answer({});
    renderShop(<CheckoutScreen />);
    await act(async () => { await jest.advanceTimersByTimeAsync(100); });
    await act(async () => { await jest.advanceTimersByTimeAsync(601_000); });
    expect(asked()).toHaveLength(2);
    expect(asked()[1]).not.toHaveProperty('replaces');
    expect(screen.getByText('The time was over. Your items are kept for you again.')).toBeTruthy();
  });

  it('is no condition: without it the order can be sent', async () => {
    answer({ [holds]: () => { throw new ApiProblem({ status: 429, code: 'too_many_holds' }); } });
    renderShop(<CheckoutScreen />);
    expect(await screen.findByText('Your items are not kept while you fill this in. You can order all the same.')).toBeTruthy();
    const pay = await screen.findByRole('button', { name: /^Pay £/ });
    await waitFor(() => expect(pay.hasAttribute('data-disabled')).toBe(false));
  });

  it('offers a store whose last pieces are kept for this shopper', async () => {
    const none = [sweater, belt].map(({ variantId }) => ({ variantId, deliveryMilli: 0, stores: [{ locationId: soho, availableMilli: 0 }, { locationId: leeds, availableMilli: 0 }] }));
    answer({ '/api/storefront/availability': () => ({ items: none }) });
    renderShop(<CheckoutScreen />);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: /London Soho/ }).disabled).toBe(false));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Leeds/ }).disabled).toBe(true);
  });
});
