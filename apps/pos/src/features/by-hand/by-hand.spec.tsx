/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { pbkdf2Sync, webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { IntlProvider } from 'use-intl';
import { listenToInput } from '../../hardware/input-queue';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { commitSale } from '../../local/commit-sale';
import { aBootstrap, aPaidSale, aTill } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { useView } from '../../shell/view';
import { addToCart, clearCart, paidBasket, restoreCart, setQuantity, useCart } from '../sell/cart';
import { CartTotals } from '../sell/cart-totals';
import { breachesOf } from './hand-check';
import { HandDialog } from './hand-dialog';
import type { HandTask } from './hand-draft';

const [mug, belt] = ['019a0000-0000-7000-8000-0000000000a1', '019a0000-0000-7000-8000-0000000000a2'];
const book: PriceBookAnswer = {
  version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, promotions: [],
  books: [{ bookId: 'b', name: 'Base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [mug]: 2000, [belt]: 5000 } }],
  taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, validFrom: '2011-01-04T00:00:00.000Z', validTo: null }],
  variants: { [mug]: { taxClass: 'standard', collectionIds: [] }, [belt]: { taxClass: 'standard', collectionIds: [] } },
};
const person = (id: string, name: string, { pin, role }: { pin: string; role: string }) => ({ id, name, roles: [role], pinSalt: '0a', pinHash: pbkdf2Sync(pin, Buffer.from('0a', 'hex'), 1000, 32, 'sha256').toString('hex') });
const [sam, ana] = [person('019a0000-0000-7000-8000-00000000c001', 'Sam Lowe', { pin: '2222', role: 'associate' }), person('019a0000-0000-7000-8000-00000000c002', 'Ana Reis', { pin: '1111', role: 'store_manager' })];
const bootstrap = {
  ...aBootstrap(), staff: [ana, sam],
  handLimits: [{ role: 'associate', discountBasisPoints: 1000, priceBasisPoints: null }, { role: 'store_manager', discountBasisPoints: 3000, priceBasisPoints: 5000 }],
};

const press = (name: string | RegExp): void => { fireEvent.click(screen.getByRole('button', { name })); };
const choose = (name: string): void => { fireEvent.click(screen.getByRole('radio', { name })); };
const type = (keys: string): void => { for (const key of keys) press(key === '.' ? 'Decimal separator' : key); };

// jsdom has no CSS object; an overlay asks it for a name.
Object.assign(globalThis, { CSS: { escape: (text: string) => text, supports: () => false } });

// Nor has it a crypto that derives keys.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, { TextEncoder });

// A busy machine must fail no test: what passes waits for none of this.
jest.setTimeout(60_000);
const patient = { timeout: 30_000 };

let stop = (): void => undefined;
function open(task: HandTask, person = sam): jest.Mock {
  const onClose = jest.fn();
  useView.setState({ staff: { id: person.id, name: person.name, roles: person.roles } });
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><CartTotals /><HandDialog task={task} onClose={onClose} /></IntlProvider>);
  return onClose;
}
const lineOfMug = (): string => useCart.getState().lines.find(({ variantId }) => variantId === mug)?.lineId ?? '';
const saleOff = { kind: 'discount', lineId: null } as const;

describe('by hand', () => {
  beforeEach(() => {
    stop = listenToInput('scan', () => undefined);
    Element.prototype.scrollIntoView = jest.fn();
    localStorage.clear();
    tillState.setState({
      bootstrap, priceBook: book,
      catalogue: new Catalogue({ revision: '1', variantIds: [mug, belt], skus: ['MUG', 'BEL'], titles: ['Enamel Mug', 'Belt'], variantTitles: ['', ''], departments: ['Kitchen', 'Accessories'], barcodes: ['', ''], costs: ['1500 GBP', '2000 EUR'] }),
    });
    act(() => { clearCart(); addToCart(mug); addToCart(belt); });
  });
  afterEach(() => stop());

  it('takes ten percent off the sale with a reason, within an associate’s limit', () => {
    const onClose = open(saleOff);
    type('10');
    expect(screen.getByRole('button', { name: 'Take it off' })).toHaveProperty('disabled', true);
    choose('Goodwill');
    press('Take it off');
    expect(onClose).toHaveBeenCalled();
    expect(useCart.getState().quote).toMatchObject({ totalMinor: 6300, manualDiscounts: [{ reason: 'Goodwill', by: 'Sam Lowe', amountMinor: 700 }] });
    expect(screen.getByText('Goodwill (by hand)')).toBeTruthy();
  });

  it('asks a manager for more, whose PIN is checked here; a wrong one changes nothing and is counted', async () => {
    open({ kind: 'discount', lineId: lineOfMug() });
    type('15');
    choose('Damaged');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'lid' } });
    expect(screen.getByText(/£3.00 by hand is beyond the limit of £2.00/)).toBeTruthy();
    press('Ask a manager');
    type('9999');
    await screen.findByText('This PIN is not right. Try again.', {}, patient);
    expect(useCart.getState().acts).toEqual([]);
    type('1111');
    await waitFor(() => expect(useCart.getState().acts).toMatchObject([{ givenBy: { name: 'Sam Lowe' }, approvedBy: { name: 'Ana Reis' }, reason: 'damaged', text: 'Damaged: lid' }]), patient);
    expect(useCart.getState().quote?.totalMinor).toBe(6700);
  });

  it('offers nobody where nobody may, and a price by hand only to who sets prices', () => {
    open(saleOff);
    type('40');
    choose('Goodwill');
    press('Ask a manager');
    expect(screen.getByText(/Nobody at this store may approve this/)).toBeTruthy();
    press('Back');
    expect(useCart.getState().acts).toEqual([]);
  });

  it('warns of a price below cost, which counts the tax, and still sets it', () => {
    const onClose = open({ kind: 'price', lineId: lineOfMug() }, ana);
    type('17.99');
    choose('Price match');
    expect(screen.getByText(/Below cost: Enamel Mug/)).toBeTruthy();
    press('Delete last digit');
    press('Delete last digit');
    press('Delete last digit');
    press('Delete last digit');
    press('8');
    press('Set this price');
    expect(onClose).toHaveBeenCalled();
    // 18.00 with 20 % tax is 15.00 net, what it costs.
    expect(useCart.getState().acts).toMatchObject([{ unitMinor: 1800, isBelowCost: false, approvedBy: null }]);
    expect(useCart.getState().quote?.totalMinor).toBe(6800);
  });

  it('a damaged piece keeps its price and the next one costs what it costs; what is taken out takes its discount with it', () => {
    open({ kind: 'price', lineId: lineOfMug() }, ana);
    type('15');
    choose('Damaged');
    press('Set this price');
    act(() => { addToCart(mug); });
    expect(useCart.getState().quote?.lines.map(({ listUnitMinor }) => listUnitMinor)).toEqual([1500, 5000, 2000]);
    act(() => { setQuantity(lineOfMug(), 0); });
    expect(useCart.getState().acts).toEqual([]);
  });

  it('sees what is beyond the limit after a change, and keeps all of it through hold and reload', () => {
    open(saleOff);
    press('7');
    choose('Goodwill');
    choose('Amount');
    press('7');
    press('Take it off');
    const { quote, acts, lines } = useCart.getState();
    expect([quote?.totalMinor, breachesOf(quote!, acts, bootstrap)]).toEqual([6300, []]);
    act(() => { setQuantity(lines[1]?.lineId ?? '', 0); });
    expect(breachesOf(useCart.getState().quote!, useCart.getState().acts, bootstrap)).toMatchObject([{ takenMinor: 700, allowedMinor: 200 }]);
    const kept = { ...useCart.getState() };
    act(() => { clearCart(); restoreCart({ lines: kept.lines, acts: kept.acts, coupons: ['OLD-FORM'] }); });
    expect(useCart.getState()).toMatchObject({ acts: kept.acts, coupons: [{ code: 'OLD-FORM' }], quote: { totalMinor: 1300 } });
  });

  it('the sale carries who did it, who approved it and why', async () => {
    open(saleOff);
    type('10');
    choose('Goodwill');
    press('Take it off');
    const paid = paidBasket()!;
    const { payload } = await commitSale(await aTill(), aPaidSale({ paid, tenders: [{ paymentId: '019a0000-0000-7000-8000-00000000b001', kind: 'cash', amountMinor: 6300, tenderedMinor: 6300, cardLabel: null }] }));
    expect(payload).toMatchObject({ roundingMinor: 0, changeMinor: 0, basket: { manualDiscounts: [{ discount: { percentBasisPoints: 1000 }, reason: 'Goodwill', by: 'Sam Lowe' }] } });
    expect(payload.handActs).toEqual([{ target: { kind: 'discount', discountId: expect.any(String) as string }, givenBy: { id: sam.id, name: 'Sam Lowe' }, approvedBy: null, reason: 'goodwill', note: '', isBelowCost: false, at: expect.any(String) as string }]);
  });
});
