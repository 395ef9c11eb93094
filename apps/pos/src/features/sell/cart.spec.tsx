/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { IntlProvider } from 'use-intl';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { keepDraft, readDraft } from '../../local/drafts';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { addToCart, clearCart, paidBasket, reprice, setQuantity, useCart } from './cart';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { sellCode, useMiss } from './sell-code';

const [sweater, belt, unpriced] = ['019a0000-0000-7000-8000-0000000000a1', '019a0000-0000-7000-8000-0000000000a2', '019a0000-0000-7000-8000-0000000000a3'];

const priceBook = (version: string, sweaterMinor: number): PriceBookAnswer => ({
  version, marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [{ bookId: 'b', name: 'Base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [sweater]: sweaterMinor, [belt]: 2500 } }],
  promotions: [{
    promotionId: 'p', name: 'Autumn knit, 10% off', lane: 'item', priority: 0, channelCodes: [], conditions: [], startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2100-01-01T00:00:00.000Z',
    reward: { kind: 'lines', per: 'unit', on: { collectionIds: ['knit'] }, discount: { percentBasisPoints: 1000 } },
  }],
  taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, validFrom: '2011-01-04T00:00:00.000Z', validTo: null }],
  variants: { [sweater]: { taxClass: 'standard', collectionIds: ['knit'] }, [belt]: { taxClass: 'standard', collectionIds: [] }, [unpriced]: { taxClass: 'standard', collectionIds: [] } },
});

function show() {
  const onExplain = jest.fn();
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><CartLines onExplain={onExplain} /><CartTotals /></IntlProvider>);
  return { onExplain };
}

describe('the cart', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = jest.fn();
    tillState.setState({
      bootstrap: aBootstrap(), priceBook: priceBook('GB:1', 5000),
      catalogue: new Catalogue({ revision: '1', variantIds: [sweater, belt], skus: ['SWE', 'BEL'], titles: ['Sweater', 'Belt'], variantTitles: ['M', ''], departments: ['Knitwear', 'Accessories'], barcodes: ['', ''] }),
    });
    act(() => clearCart());
  });

  it('puts a second scan of a product on its line, and marks the newest', () => {
    show();
    act(() => { addToCart(sweater); addToCart(belt); addToCart(sweater); });
    expect(screen.getAllByRole('listitem').map((line) => line.dataset.newest)).toEqual(['true', undefined]);
    expect(useCart.getState().lines.map(({ variantId, quantityMilli }) => [variantId, quantityMilli])).toEqual([[sweater, 2000], [belt, 1000]]);
  });

  it('shows items, promotion and total as the engine has them', () => {
    show();
    act(() => { addToCart(sweater); addToCart(sweater); addToCart(belt); });
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['£125.00', '−£10.00', '£115.00']);
    expect(screen.getByText('Autumn knit, 10% off')).toBeTruthy();
    expect(paidBasket()?.quote.totalMinor).toBe(11_500);
    expect(paidBasket()?.lineTexts.map(({ sku, title }) => [sku, title])).toEqual([['SWE', 'Sweater, M'], ['BEL', 'Belt']]);
  });

  it('steps a quantity, and takes the line out at zero', () => {
    const { onExplain } = show();
    act(() => { addToCart(sweater); });
    fireEvent.click(screen.getByRole('button', { name: 'One more Sweater' }));
    expect(useCart.getState().quote?.listMinor).toBe(10_000);
    fireEvent.click(screen.getByRole('button', { name: 'Sweater: why this price' }));
    expect(onExplain).toHaveBeenCalledWith(useCart.getState().lines[0]?.lineId);
    act(() => { setQuantity(useCart.getState().lines[0]?.lineId ?? '', 0); });
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    expect(paidBasket()).toBeNull();
  });

  it('shows what a bundle is made of beneath its line, and pays with that recipe whatever the catalogue says next', () => {
    const columns = { variantIds: [sweater, belt], skus: ['SWE', 'BEL'], titles: ['Sweater', 'Belt'], variantTitles: ['M', ''], departments: ['Knitwear', 'Accessories'], barcodes: ['', ''] };
    const recipe = (quantityMilli: number) => [{ bundleId: sweater, components: [{ variantId: unpriced, quantityMilli, title: 'Button', unit: 'piece' as const }] }];
    tillState.setState({ catalogue: new Catalogue({ ...columns, revision: '2', recipes: recipe(6000) }) });
    show();
    act(() => { addToCart(sweater); addToCart(belt); addToCart(sweater); });
    expect(screen.getAllByRole('list', { name: 'Made of' }).map(({ textContent }) => textContent)).toEqual(['12 Button']);
    const paid = paidBasket();
    act(() => tillState.setState({ catalogue: new Catalogue({ ...columns, revision: '3', recipes: recipe(1000) }) }));
    expect(screen.getByRole('list', { name: 'Made of' }).textContent).toBe('2 Button');
    expect(paid?.recipes).toEqual([{ bundleId: sweater, components: [{ variantId: unpriced, quantityMilli: 6000 }] }]);
  });

  it('refuses what has no price and changes nothing', () => {
    addToCart(belt);
    const before = useCart.getState();
    expect(addToCart(unpriced)).toBe('no_price');
    expect(addToCart('019a0000-0000-7000-8000-0000000000ff')).toBe('unknown_variant');
    expect(useCart.getState()).toBe(before);
  });

  it('prices the open sale again when another book is live, and says when it cannot', () => {
    addToCart(sweater);
    tillState.setState({ priceBook: priceBook('GB:2', 6000) });
    reprice();
    expect(useCart.getState().quote).toMatchObject({ bookVersion: 'GB:2', totalMinor: 5400 });
    tillState.setState({ priceBook: { ...priceBook('GB:3', 6000), books: [] } });
    reprice();
    expect(useCart.getState()).toMatchObject({ quote: null, refusal: 'no_price' });
    expect(useCart.getState().lines).toHaveLength(1);
  });

  it('prices the open sale again when prices turn, and leaves the kept money of an open payment alone', async () => {
    const turning = priceBook('GB:1', 5000);
    tillState.setState({ priceBook: { ...turning, books: turning.books.map((book) => ({ ...book, coming: [{ turnId: 't', from: '2000-01-01T00:00', prices: { [belt]: 2000 } }] })) } });
    addToCart(belt);
    const paid = paidBasket();
    const { saleId, lines } = useCart.getState();
    expect(paid?.quote.totalMinor).toBe(2000);
    const pay = paid && { paid, tenders: [{ paymentId: 'p', kind: 'cash' as const, amountMinor: 500, tenderedMinor: 500, cardLabel: null }], card: null };
    await keepDraft({ saleId, lines, pay });
    tillState.setState({ priceBook: turning });
    reprice();
    expect(useCart.getState().quote?.totalMinor).toBe(2500);
    expect(await readDraft()).toEqual({ saleId, lines, pay });
  });

  it('begins a new sale id with an empty cart', () => {
    addToCart(belt);
    const { saleId } = useCart.getState();
    clearCart();
    expect(useCart.getState().lines).toEqual([]);
    expect(useCart.getState().saleId).not.toBe(saleId);
  });

  it('takes a scanned code of a promotion, says what it did, and keeps it for the payment until it is removed', () => {
    const book = priceBook('GB:1', 5000);
    const welcome: (typeof book.promotions)[number] = {
      promotionId: 'w', name: 'Welcome', lane: 'basket', priority: 0, channelCodes: [], startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2100-01-01T00:00:00.000Z',
      coupon: { codes: ['WELCOME5'] }, conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 6000, of: 'list' }], reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } },
    };
    tillState.setState({ priceBook: { ...book, promotions: [welcome] } });
    show();
    act(() => { sellCode('welcome-5'); sellCode('nothing'); });
    expect(useMiss.getState().miss).toEqual({ kind: 'unknown_code', code: 'nothing', isUnasked: true });
    expect(screen.getByText('Code welcome-5')).toBeTruthy();
    act(() => { addToCart(sweater); });
    expect(screen.getByText('Code welcome-5 takes nothing off this sale')).toBeTruthy();
    act(() => { addToCart(belt); });
    expect(screen.getByText('Code welcome-5 is used')).toBeTruthy();
    expect(paidBasket()).toMatchObject({ basket: { buyer: { coupons: [{ code: 'welcome-5' }] } }, quote: { totalMinor: 7000 } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove code welcome-5' }));
    expect(paidBasket()?.quote.totalMinor).toBe(7500);
    expect(paidBasket()?.basket.buyer).toBeUndefined();
  });
});
