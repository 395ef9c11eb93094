/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { LookedUpCode, PriceBookAnswer, TillCustomer } from '@oneshelf/contracts';
import { IntlProvider } from 'use-intl';
import { listenToInput } from '../../hardware/input-queue';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { amongKept } from '../../local/customers';
import { online } from '../../local/online';
import { connection, database } from '../../local/runtime';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { addToCart, clearCart, paidBasket, restoreCart, setCustomer, setQuantity, useCart } from '../sell/cart';
import { CartCoupons } from '../sell/cart-coupons';
import { MissNotice } from '../sell/miss-notice';
import { sellCode, useMiss } from '../sell/sell-code';
import { CustomerButton } from './customer-button';
import { CustomerSheet } from './customer-sheet';

// jsdom has no CSS object; an overlay asks it for a name.
Object.assign(globalThis, { CSS: { escape: (text: string) => text, supports: () => false } });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const flask = '019a0000-0000-7000-8000-0000000000a1';
const [members, single] = ['019a0000-0000-7000-8000-0000000000b1', '019a0000-0000-7000-8000-0000000000b2'];
const always = { channelCodes: [], conditions: [], priority: 0, startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2100-01-01T00:00:00.000Z' };
const scope = { channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1 };
const book: PriceBookAnswer = {
  version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [{ ...scope, bookId: 'b', name: 'Base', prices: { [flask]: 2000 } }, { ...scope, bookId: members, name: 'Members', customerGroup: 'Members', prices: { [flask]: 1800 } }],
  promotions: [{ ...always, promotionId: single, name: 'Birthday', lane: 'basket', coupon: { codes: [] }, reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } } }],
  taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, validFrom: '2011-01-04T00:00:00.000Z', validTo: null }],
  variants: { [flask]: { taxClass: 'standard', collectionIds: [] } },
};
const mina: TillCustomer = { id: '019a0000-0000-7000-8000-0000000000c1', name: 'Mina Pátel', email: 'mina@mail.example', phone: '+447700900114', memberCode: 'M1001', groups: ['Members'] };
const usage = { promotionId: single, uses: 0, spentMinor: 0 };
const coupon = (used: NonNullable<LookedUpCode['coupon']>['used'] = null): LookedUpCode => ({ kind: 'coupon', customer: null, coupon: { code: 'A-B2', promotionId: single, promotionName: 'Birthday', usage, used } });

const show = (children: React.ReactNode) => render(<IntlProvider locale="en" messages={en} timeZone="UTC">{children}</IntlProvider>);
let stop = (): void => undefined;

beforeEach(async () => {
  stop = listenToInput('scan', () => undefined);
  await database.customers.clear();
  tillState.setState({ bootstrap: aBootstrap(), priceBook: book, catalogue: new Catalogue({ revision: '1', variantIds: [flask], skus: ['FLA'], titles: ['Flask'], variantTitles: [''], departments: ['Kitchen'], barcodes: [''] }) });
  connection.setState({ state: 'connected' });
  act(() => { clearCart(); addToCart(flask); useMiss.setState({ miss: null }); });
});
afterEach(() => { jest.restoreAllMocks(); stop(); });

describe('a customer of the sale', () => {
  it('is found by the server, sets her prices and stands in the sale, its draft and its payment', async () => {
    jest.spyOn(online, 'findCustomers').mockResolvedValue({ items: [mina], hasMore: false });
    show(<><CustomerButton onPress={() => undefined} /><CustomerSheet onClose={() => undefined} /></>);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'min' } });
    fireEvent.click(await screen.findByRole('button', { name: /Mina Pátel/ }));
    expect(useCart.getState()).toMatchObject({ customer: { id: mina.id, groups: ['Members'] }, quote: { totalMinor: 1800 } });
    expect(paidBasket()).toMatchObject({ basket: { buyer: { customerId: mina.id, customerGroups: ['Members'] } }, customer: { name: mina.name } });
    const kept = useCart.getState();
    act(() => { clearCart(); restoreCart({ lines: kept.lines, customer: kept.customer }); });
    expect(useCart.getState().quote?.totalMinor).toBe(1800);
    act(() => { setQuantity(useCart.getState().lines[0]?.lineId ?? '', 0); });
    expect(useCart.getState()).toMatchObject({ lines: [], customer: { id: mina.id } });
    act(() => { addToCart(flask); });
    expect(useCart.getState().quote?.totalMinor).toBe(1800);
    act(() => { setCustomer(null); });
    expect(useCart.getState().quote?.totalMinor).toBe(2000);
  });

  it('is found without a network among those of the last sales, and nobody else', async () => {
    connection.setState({ state: 'offline' });
    await database.customers.put({ ...mina, usedAt: '2026-11-20T10:00:00.000Z' });
    show(<CustomerSheet onClose={() => undefined} />);
    expect(screen.getByText(/only customers whom this till knows/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: /Mina Pátel/ })).toBeTruthy();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Kofi' } });
    expect(await screen.findByText('This till knows nobody for “Kofi”.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a customer' })).toHaveProperty('disabled', true);
    const all = [{ ...mina, usedAt: '' }];
    expect(['patel', 'm-1001', '07700 900', 'mina@', 'x'].map((words) => amongKept(all, words).length)).toEqual([1, 1, 1, 1, 0]);
  });

  it('is added with a name and an address; what fails says so and the sale goes on', async () => {
    const add = jest.spyOn(online, 'addCustomer').mockRejectedValueOnce(new Error('gone')).mockImplementation(({ id, name }) => Promise.resolve({ isNew: true, customer: { ...mina, id, name, groups: [] } }));
    jest.spyOn(online, 'findCustomers').mockResolvedValue({ items: [], hasMore: false });
    show(<CustomerSheet onClose={() => undefined} />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Jo Winter' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add a customer' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'E-mail' }), { target: { value: 'jo@' } });
    expect(screen.getByText('This is no e-mail address.')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'E-mail' }), { target: { value: 'jo@mail.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add and use' }));
    expect(await screen.findByText(/The customer was not added/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add and use' }));
    await waitFor(() => expect(useCart.getState().customer?.name).toBe('Jo Winter'));
    // The same id both times: a lost answer makes no second customer.
    expect(new Set(add.mock.calls.map(([{ id }]) => id)).size).toBe(1);
  });
});

describe('a code that the till does not know', () => {
  it('that is free for one sale is taken with what was used of it', async () => {
    jest.spyOn(online, 'lookUpCode').mockResolvedValue(coupon());
    show(<><MissNotice /><CartCoupons /></>);
    act(() => sellCode('a-b2'));
    expect(screen.getByText('Checking code a-b2 …')).toBeTruthy();
    expect(await screen.findByText('Code A-B2 is used')).toBeTruthy();
    expect(paidBasket()).toMatchObject({ basket: { buyer: { coupons: [{ code: 'A-B2', promotionId: single }] }, promotionUsage: [usage] }, quote: { totalMinor: 1500 } });
  });

  it('that is gone says when and where, and is not taken', async () => {
    jest.spyOn(online, 'lookUpCode').mockResolvedValue(coupon({ at: '2026-11-20T10:00:00.000Z', orderNumber: 'LEEDS-1-2026-000007', place: 'Leeds' }));
    show(<MissNotice />);
    act(() => sellCode('a-b2'));
    expect(await screen.findByText(/Code A-B2 was used on 20 Nov 2026, 10:00: Leeds, LEEDS-1-2026-000007\./)).toBeTruthy();
    expect(useCart.getState().coupons).toEqual([]);
  });

  it('is refused in words without a network, and says so when the server does not answer', async () => {
    const ask = jest.spyOn(online, 'lookUpCode').mockRejectedValue(new Error('gone'));
    show(<MissNotice />);
    act(() => sellCode('a-b2'));
    expect(await screen.findByText(/can only be checked with a connection/)).toBeTruthy();
    act(() => connection.setState({ state: 'offline' }));
    act(() => sellCode('c-d3'));
    expect(screen.getByText('No product has barcode c-d3.')).toBeTruthy();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(useCart.getState().coupons).toEqual([]);
  });

  it('may be a member’s card', async () => {
    jest.spyOn(online, 'lookUpCode').mockResolvedValue({ kind: 'customer', coupon: null, customer: mina });
    act(() => sellCode('M1001'));
    await waitFor(() => expect(useCart.getState()).toMatchObject({ customer: { name: mina.name }, quote: { totalMinor: 1800 } }));
  });
});
