/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PriceBookAnswer, ReturnableLine } from '@oneshelf/contracts';
import { gs1CheckDigit } from '@oneshelf/domain-barcodes';
import { IntlProvider } from 'use-intl';
import { de } from '../../i18n/messages-de';
import { en } from '../../i18n/messages-en';
import { Catalogue } from '../../local/catalogue';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { linesBelowCost } from '../by-hand/lines-below-cost';
import { lineOfScan } from '../return/line-of-scan';
import { clearCart, paidBasket, useCart } from './cart';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { sellCode } from './sell-code';
import { WeighDialog } from './weigh-dialog';
import { useWeighing, weigh } from './weighing';

// jsdom has none, and a dialog's overlay looks elements up by it.
Object.assign(globalThis, { CSS: { escape: String } });

const wheel = '019a0000-0000-7000-8000-0000000000c1';
const priceBook: PriceBookAnswer = {
  version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [{ bookId: 'b', name: 'Base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { [wheel]: 1200 } }],
  promotions: [], taxRates: [{ country: 'GB', taxClass: 'zero', name: 'VAT', rateBasisPoints: 0, validFrom: '2011-01-04T00:00:00.000Z', validTo: null }],
  variants: { [wheel]: { taxClass: 'zero', collectionIds: [] } },
};
const catalogue = new Catalogue({ revision: '1', variantIds: [wheel], skus: ['81030'], titles: ['Farmhouse cheese'], variantTitles: [''], departments: ['Food'], barcodes: ['09521234543213'], units: [''], usualGrams: [1200], costs: ['800 GBP'] });
const label = (payload: string): string => payload + gs1CheckDigit(payload);
const sold = () => useCart.getState().lines.map(({ quantityMilli, weightMilli }, index) => [quantityMilli, weightMilli, useCart.getState().quote?.lines[index]?.listMinor]);
const Weigher = () => { const weighing = useWeighing((state) => state.weighing); return weighing ? <WeighDialog weighing={weighing} /> : null; };

function show(locale: 'en' | 'de' = 'en') {
  render(<IntlProvider locale={locale} messages={locale === 'en' ? en : de} timeZone="UTC"><CartLines onExplain={jest.fn()} /><CartTotals /><Weigher /></IntlProvider>);
}

describe('selling pieces that are paid by what each weighs', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = jest.fn();
    tillState.setState({ bootstrap: aBootstrap(), priceBook, catalogue });
    act(() => { clearCart(); weigh(null); });
  });

  it('PRC-107 asks what the piece weighs, and sells one piece at that weight', () => {
    show();
    act(() => { sellCode('81030'); });
    expect(sold()).toEqual([]);
    expect(screen.getByText('One piece, paid by its weight. It usually weighs 1.200 kg.')).toBeTruthy();
    for (const key of ['1', 'Decimal separator', '2', '3', '4']) fireEvent.click(screen.getByRole('button', { name: key }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 1.234\u00a0kg, £14.81' }));
    expect(sold()).toEqual([[1000, 1234, 1481]]);
    expect(screen.getByText('£12.00/kg')).toBeTruthy();
    expect(screen.getByText('1 item')).toBeTruthy();
    expect(paidBasket()).toMatchObject({ basket: { lines: [{ quantityMilli: 1000, weightMilli: 1234 }] }, lineTexts: [{ sku: '81030' }] });
    expect(paidBasket()?.lineTexts[0]).not.toHaveProperty('unit');
  });

  it('a label with the weight, with the price or with a lot makes one piece, each on its own line', () => {
    show();
    act(() => { sellCode(label('218103000980')); });
    act(() => { sellCode(label('228103001481')); });
    act(() => { sellCode('(01)09521234543213(3103)001234(17)301231(10)B7'); });
    expect(sold()).toEqual([[1000, 980, 1176], [1000, 1234, 1481], [1000, 1234, 1481]]);
    expect(screen.getByText('3 items')).toBeTruthy();
    expect(paidBasket()?.traced).toMatchObject([{ lotCode: 'B7', expiresOn: '2030-12-31', quantityMilli: 1000 }]);
  });

  it('weighs a piece again, asks where a weight is unusual, and takes none that cannot be', () => {
    show('de');
    act(() => { sellCode(label('218103000980')); });
    fireEvent.click(screen.getByRole('button', { name: /^Farmhouse cheese: 0,980\u00a0kg/ }));
    fireEvent.click(screen.getByRole('button', { name: '9' }));
    expect(screen.getByText(/Ein Stück wiegt sonst 1,200 kg/)).toBeTruthy();
    for (const key of ['9', '9', '9']) fireEvent.click(screen.getByRole('button', { name: key }));
    expect(screen.getByRole('alert').textContent).toContain('1.000 kg');
    expect(sold()).toEqual([[1000, 980, 1176]]);
  });

  it('PRC-110 is sold below its cost where its weight costs more than is paid', () => {
    act(() => { sellCode(label('218103001234')); });
    const { quote } = useCart.getState();
    expect(quote && linesBelowCost(quote, catalogue)).toEqual([]);
    expect(quote && linesBelowCost({ ...quote, lines: quote.lines.map((line) => ({ ...line, totalMinor: 986 })) }, catalogue)).toHaveLength(1);
  });

  it('comes back by the label of the very piece, else the next that is not ticked', () => {
    const line = (orderLineId: string, weightMilli: number): ReturnableLine => ({
      orderLineId, variantId: wheel, sku: '81030', title: 'Farmhouse cheese', weightMilli, barcodes: ['09521234543213'], quantityMilli: 1000, fulfilledMilli: 1000, returnedMilli: 0, returnableMilli: 1000,
      taxRateBasisPoints: 0, listUnitMinor: 1200, serialNumbers: [], bySerial: false, units: [],
    });
    const lines = [line('a', 980), line('b', 1234)];
    const ticked = { a: { quantityMilli: 1000, reason: 'faulty', disposition: 'quarantine' } } as const;
    expect(lineOfScan(lines, label('218103001234'), {})?.orderLineId).toBe('b');
    expect([lineOfScan(lines, '81030', {})?.orderLineId, lineOfScan(lines, '81030', ticked)?.orderLineId, lineOfScan(lines, 'MUG', {})]).toEqual(['a', 'b', undefined]);
  });
});
