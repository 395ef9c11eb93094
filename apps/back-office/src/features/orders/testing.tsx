import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { DirectoryAnswer, OrderDetail, OrderLineView, OrderPart } from '@oneshelf/contracts';
import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import type { Locale } from '../../i18n/locales';
import { de } from '../../i18n/messages-de';
import { formatLocales } from '../../i18n/locales';
import { en } from '../../i18n/messages-en';

// jsdom has no CSS.escape, which an overlay asks for when it closes.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

const id = (last: string) => `018f0000-0000-7000-8000-${last.padStart(12, '0')}`;
export const ids = { order: id('1'), sweater: id('11'), belt: id('12'), boots: id('13'), pickup: id('21'), parcel: id('22'), soho: id('31'), warehouse: id('32') };

/** Shows a screen of the office to a reader of English or German. */
export function renderOffice(screen: ReactElement, locale: Locale = 'en') {
  return render(
    <NextIntlClientProvider locale={formatLocales[locale]} messages={locale === 'en' ? en : de} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{screen}</QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

export const exampleDirectory: DirectoryAnswer = {
  markets: [{ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', taxInclusive: true, locale: 'en-GB' }],
  channels: [{ code: 'web-gb', name: 'Web UK', kind: 'web', marketCode: 'GB', fulfilledBy: 'merchant', bufferBasisPoints: 0 }],
  locations: [
    { id: ids.soho, code: 'SOHO', name: 'London Soho', kind: 'store', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: true },
    { id: ids.warehouse, code: 'LDS', name: 'Leeds warehouse', kind: 'warehouse', marketCode: 'GB', country: 'GB', timeZone: 'Europe/London', canShip: true, canPickup: false },
  ],
  registers: [],
};

const line = (line: number, more: Pick<OrderLineView, 'id' | 'sku' | 'title' | 'totalMinor'> & Partial<OrderLineView>): OrderLineView => ({ serialNumbers: [],
  line, variantId: id(`4${line}`), orderedMilli: 1000, cancelledMilli: 0, openMilli: 1000, fulfilledMilli: 0, returnedMilli: 0, listUnitMinor: more.totalMinor, discountMinor: 0, taxMinor: Math.round(more.totalMinor / 6), taxRateBasisPoints: 2000, ...more,
});

const part = (more: Pick<OrderPart, 'id' | 'kind' | 'status' | 'locationId' | 'locationName' | 'lines'> & Partial<OrderPart>): OrderPart => ({
  shelf: null, because: [], tracking: null, dueAt: '2026-11-21T17:00:00.000Z', readyAt: null, completedAt: null, ...more,
});
const partLine = (orderLine: OrderLineView) => ({ id: orderLine.id.replace('8000', '8001'), orderLineId: orderLine.id, sku: orderLine.sku, title: orderLine.title, quantityMilli: 1000, pickedMilli: 0, shortMilli: 0 });

const sweater = line(1, { id: ids.sweater, sku: 'SWE-10003', title: 'Merino sweater, Navy / M', totalMinor: 5950, fulfilledMilli: 1000, openMilli: 0 });
const belt = line(2, { id: ids.belt, sku: 'BEL-10231', title: 'Leather belt, Brown / 90', totalMinor: 2500, fulfilledMilli: 1000, openMilli: 0 });
const boots = line(3, { id: ids.boots, sku: 'BOO-10005', title: 'Suede boots, Rust / 42', totalMinor: 12890 });

function quotedLine({ line: position, variantId, totalMinor, taxMinor }: OrderLineView) {
  return {
    lineId: String(position), variantId, quantityMilli: 1000, listUnitMinor: totalMinor, listMinor: totalMinor, discountMinor: 0, totalMinor, taxMinor, taxClass: 'standard', taxRateBasisPoints: 2000,
    units: [{ unit: 1, quantityMilli: 1000, totalMinor, discountMinor: 0, taxMinor }],
    trace: { candidates: [{ bookId: 'b', name: 'UK list', amountMinor: totalMinor, won: true, because: 'only_book' }], promotions: [], tax: { name: 'VAT', rateBasisPoints: 2000, because: 'rate_of_class' } },
  };
}

/** Two pieces handed over in Soho, one parcel still in Leeds. */
export function exampleOrder(more: Partial<OrderDetail> = {}): OrderDetail {
  return {
    id: ids.order, number: '20418', channelCode: 'web-gb', channelName: 'Web UK', fulfilmentKind: 'pickup', status: 'placed', displayStatus: 'partly_fulfilled', externalId: null,
    pickupLocationId: ids.soho, soldAtLocationId: null, customer: { id: null, name: 'Priya Nair', email: 'priya@example.com' }, shippingAddress: null, currency: 'GBP',
    listMinor: 21340, discountMinor: 0, taxMinor: 3557, totalMinor: 21340, paidMinor: 8450, onHoldMinor: 12890, refundedMinor: 0, bookVersion: 'GB:3', placedAt: '2026-11-21T10:57:00.000Z',
    lines: [sweater, belt, boots],
    quote: { currency: 'GBP', taxInclusive: true, bookVersion: 'GB:3', engineVersion: '2', pricedAt: '2026-11-21T10:57:00.000Z', lines: [sweater, belt, boots].map(quotedLine), discounts: [], promotions: [], taxes: [], listMinor: 21340, discountMinor: 0, taxMinor: 3557, totalMinor: 21340 },
    discounts: [],
    parts: [
      part({ id: ids.pickup, kind: 'pickup', status: 'handed_over', locationId: ids.soho, locationName: 'London Soho', completedAt: '2026-11-21T14:31:00.000Z', lines: [partLine(sweater), partLine(belt)] }),
      part({ id: ids.parcel, kind: 'ship', status: 'picking', locationId: ids.warehouse, locationName: 'Leeds warehouse', lines: [partLine(boots)], because: ['LDS: fallback.'], routing: [{ locationId: ids.warehouse, code: 'LDS', verdict: 'chosen', because: 'nearest_with_all', distanceKm: 272 }] }),
    ],
    payments: [{ id: id('51'), kind: 'card_online', status: 'authorised', cardLabel: 'Visa ··1881', amountMinor: 21340, authorisedMinor: 21340, capturedMinor: 8450, refundedMinor: 0, failure: null, refunds: [] }],
    returns: [],
    timeline: [
      { id: id('62'), kind: 'handed_over', actor: 'Ana Reis', data: { quantityMilli: 2000, locationName: 'London Soho' }, occurredAt: '2026-11-21T14:31:00.000Z' },
      { id: id('61'), kind: 'ordered', actor: 'Priya Nair', data: { totalMinor: 21340 }, occurredAt: '2026-11-21T10:57:00.000Z' },
    ],
    actions: ['cancel', 'ship'],
    ...more,
  };
}
