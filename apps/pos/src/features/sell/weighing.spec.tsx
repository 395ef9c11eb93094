/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { gs1CheckDigit } from '@oneshelf/domain-barcodes';
import { IntlProvider } from 'use-intl';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { clearCart, paidBasket, useCart } from './cart';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { sellCode } from './sell-code';
import { WeighDialog } from './weigh-dialog';
import { useWeighing, weigh } from './weighing';

// jsdom has none, and a dialog's overlay looks elements up by it.
Object.assign(globalThis, { CSS: { escape: String } });

const [cheese, mug, rope] = ['019a0000-0000-7000-8000-0000000000b1', '019a0000-0000-7000-8000-0000000000b2', '019a0000-0000-7000-8000-0000000000b3'];
const priceBook: PriceBookAnswer = {
  version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [{ bookId: 'b', name: 'Base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [cheese]: 2400, [mug]: 900, [rope]: 180 } }],
  promotions: [], taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, validFrom: '2011-01-04T00:00:00.000Z', validTo: null }],
  variants: Object.fromEntries([cheese, mug, rope].map((id) => [id, { taxClass: 'standard', collectionIds: [] }])),
};
const label = (payload: string): string => payload + gs1CheckDigit(payload);
const sold = () => useCart.getState().quote?.lines.map(({ variantId, quantityMilli, listMinor }) => [variantId, quantityMilli, listMinor]);
const Weigher = () => { const weighing = useWeighing((state) => state.weighing); return weighing ? <WeighDialog weighing={weighing} /> : null; };

function show() {
  render(<IntlProvider locale="en" messages={en} timeZone="UTC"><CartLines onExplain={jest.fn()} /><CartTotals /><Weigher /></IntlProvider>);
}

describe('selling by weight and measure', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = jest.fn();
    tillState.setState({
      bootstrap: aBootstrap(), priceBook,
      catalogue: new Catalogue({ revision: '1', variantIds: [cheese, mug, rope], skus: ['81027', 'MUG', 'ROPE'], titles: ['Cheese', 'Mug', 'Rope'], variantTitles: ['', '', ''], departments: ['Food', 'Home', 'Climb'], barcodes: ['09521234543213', '', ''], units: ['kg', '', 'm'] }),
    });
    act(() => { clearCart(); weigh(null); });
  });

  it('a label of a scale makes a line of its weight, each label its own line', () => {
    show();
    act(() => { sellCode(label('218102700412')); });
    act(() => { sellCode('(01)09521234543213(3103)000350'); });
    expect(sold()).toEqual([[cheese, 412, 989], [cheese, 350, 840]]);
    expect(screen.getByRole('button', { name: 'Cheese: 0.350\u00a0kg. Weigh again' })).toBeTruthy();
    expect(screen.getAllByText('£24.00/kg')).toHaveLength(2);
    expect(screen.getByText('2 items')).toBeTruthy();
    expect(paidBasket()?.lineTexts.map(({ unit }) => unit)).toEqual(['kg', 'kg']);
  });

  it('a label with a price is never charged above it', () => {
    show();
    act(() => { sellCode(label('228102700500')); });
    const [line] = useCart.getState().quote?.lines ?? [];
    expect(line?.listMinor).toBeLessThanOrEqual(500);
    expect(line?.quantityMilli).toBe(208);
  });

  it('asks for the length of what has no label, and takes it from the keypad', () => {
    show();
    act(() => { sellCode('ROPE'); });
    expect(sold()).toBeUndefined();
    for (const key of ['2', 'Decimal separator', '5']) fireEvent.click(screen.getByRole('button', { name: key }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 2.50\u00a0m, £4.50' }));
    expect(sold()).toEqual([[rope, 2500, 450]]);
    expect(useWeighing.getState().weighing).toBeNull();
  });

  it('weighs a line again, and takes nothing without a weight', () => {
    show();
    act(() => { sellCode(label('218102700412')); });
    fireEvent.click(screen.getByRole('button', { name: 'Cheese: 0.412\u00a0kg. Weigh again' }));
    for (const key of ['1', 'Decimal separator', '1']) fireEvent.click(screen.getByRole('button', { name: key }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 1.100\u00a0kg, £26.40' }));
    expect(sold()).toEqual([[cheese, 1100, 2640]]);
    act(() => weigh({ variantId: rope, lineId: null }));
    expect(screen.getByRole('button', { name: 'Length in metres' }).hasAttribute('disabled')).toBe(true);
  });

  it('what is counted is counted, whatever its label says of weight', () => {
    show();
    act(() => { sellCode('MUG'); });
    expect(sold()).toEqual([[mug, 1000, 900]]);
  });
});
