/** @jest-environment jsdom */
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { BasketScreen } from './basket-screen';
import { belt, keepBasket, keptBasket, ordinaryAnswers, quoteOf, renderShop, storefront, sweater } from './testing';

jest.mock('next/navigation', () => ({ useRouter: () => ({ push: jest.fn() }), useSearchParams: () => new URLSearchParams() }));
const fetchMock = mockNetwork();
type Lines = { lines: { variantId: string; quantityMilli: number }[] };

describe('BasketScreen', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    window.localStorage.clear();
    keepBasket(sweater, belt);
    fetchMock.mockImplementation(storefront(ordinaryAnswers));
  });

  it('shows what the basket costs now, with its discount and tax', async () => {
    renderShop(<BasketScreen />);
    expect(await screen.findByText('Autumn knit')).toBeTruthy();
    expect(screen.getByText('Total').parentElement?.textContent).toBe('Total£70.00');
    expect(screen.getByText('incl. 20% VAT, United Kingdom').parentElement?.textContent).toBe('incl. 20% VAT, United Kingdom£11.67');
  });

  it('changes quantities and takes lines out, in the browser’s store', async () => {
    renderShop(<BasketScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'One more of Leather belt' }));
    expect(keptBasket()).toEqual([sweater, { ...belt, quantityMilli: 2000 }]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Merino sweater, Navy / M' }));
    expect(keptBasket()).toEqual([{ ...belt, quantityMilli: 2000 }]);
  });

  it('says when fewer are left and takes them on request', async () => {
    fetchMock.mockImplementation(storefront({ ...ordinaryAnswers, '/api/storefront/quote': ({ body }) => {
      const quote = quoteOf((body as Lines).lines);
      return { ...quote, lines: quote.lines.map((line) => ({ ...line, availableMilli: 1000 })) };
    } }));
    renderShop(<BasketScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Take 1' }));
    await waitFor(() => expect(keptBasket()).toEqual([{ ...sweater, quantityMilli: 1000 }, belt]));
  });

  it('says of what comes later when, and asks nobody to take less', async () => {
    fetchMock.mockImplementation(storefront({ ...ordinaryAnswers, '/api/storefront/quote': ({ body }) => {
      const quote = quoteOf((body as Lines).lines);
      return { ...quote, lines: quote.lines.map((line) => ({ ...line, availableMilli: 0, promised: line.variantId === belt.variantId ? { kind: 'backorder', expectedOn: '2099-12-04', quantityMilli: 1000 } : null })) };
    } }));
    renderShop(<BasketScreen />);
    expect(await screen.findByText('1 of it later. Available from 4 December 2099.')).toBeTruthy();
    expect(screen.getAllByText('This is sold out.')).toHaveLength(1);
  });

  it('names what is not sold any more and lets it be taken out', async () => {
    fetchMock.mockImplementation(storefront({ ...ordinaryAnswers, '/api/storefront/quote': ({ body }) => {
      const { lines } = body as Lines;
      if (lines.some((line) => line.variantId === belt.variantId)) throw new ApiProblem({ status: 422, code: 'no_price', details: { variantId: belt.variantId } });
      return quoteOf(lines);
    } }));
    renderShop(<BasketScreen />);
    expect((await screen.findByRole('alert')).textContent).toContain('Leather belt is not sold any more.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove Leather belt' }).at(-1)!);
    expect(await screen.findByText('Total')).toBeTruthy();
    expect(keptBasket()).toEqual([sweater]);
  });

  it('is empty for a store that somebody else wrote', () => {
    window.localStorage.setItem('oneshelf.basket.GB', '{"broken":');
    renderShop(<BasketScreen />);
    expect(screen.getByRole('heading', { name: 'Your basket is empty' })).toBeTruthy();
  });
});
