import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { SeenRequest } from '@oneshelf/api-client/testing';
import type { StorefrontHold, StorefrontQuote } from '@oneshelf/contracts';
import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { en } from '../../i18n/messages-en';
import type { BasketLine } from './basket';
import { ShopProvider } from './shop-context';

export const sweater: BasketLine = { variantId: '018f0000-0000-7000-8000-000000000001', quantityMilli: 2000, handle: 'merino-sweater', title: 'Merino sweater', variantTitle: 'Navy / M' };
export const belt: BasketLine = { variantId: '018f0000-0000-7000-8000-000000000002', quantityMilli: 1000, handle: 'leather-belt', title: 'Leather belt', variantTitle: '' };
export const soho = '018f0000-0000-7000-8000-0000000000aa';
export const leeds = '018f0000-0000-7000-8000-0000000000bb';
export const orderId = '018f0000-0000-7000-8000-0000000000cc';

/** Keeps this basket in the browser, as an earlier visit would have. */
export const keepBasket = (...lines: BasketLine[]): void => window.localStorage.setItem('oneshelf.basket.GB', JSON.stringify(lines));
export const keptBasket = (): unknown => JSON.parse(window.localStorage.getItem('oneshelf.basket.GB') ?? '[]');

/** Shows a screen of the British shop. */
export function renderShop(screen: ReactElement) {
  return render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ShopProvider keys={{ GB: 'pk_gb', DE: 'pk_de' }}>{screen}</ShopProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

/** 25.00 for each piece, less 5.00 when two or more are bought. */
export function quoteOf(lines: readonly { variantId: string; quantityMilli: number }[], unitMinor = 2500): StorefrontQuote {
  const priced = lines.map(({ variantId, quantityMilli }) => {
    const listMinor = (unitMinor * quantityMilli) / 1000;
    const discountMinor = quantityMilli > 1000 ? 500 : 0;
    return { variantId, quantityMilli, listUnitMinor: unitMinor, listMinor, discountMinor, taxMinor: Math.round((listMinor - discountMinor) / 6), totalMinor: listMinor - discountMinor, availableMilli: 5000, promised: null };
  });
  const sum = (pick: (line: (typeof priced)[number]) => number) => priced.reduce((total, line) => total + pick(line), 0);
  const [listMinor, discountMinor, taxMinor, totalMinor] = [sum((line) => line.listMinor), sum((line) => line.discountMinor), sum((line) => line.taxMinor), sum((line) => line.totalMinor)];
  return {
    currency: 'GBP', taxInclusive: true, bookVersion: 'GB:1', lines: priced, coupons: [],
    discounts: discountMinor > 0 ? [{ promotionId: 'p-1', name: 'Autumn knit', amountMinor: discountMinor }] : [],
    taxes: [{ country: 'GB', name: 'VAT', rateBasisPoints: 2000, netMinor: totalMinor - taxMinor, taxMinor, grossMinor: totalMinor }],
    untaxedBecause: null, shipping: null, shippingOptions: [],
    listMinor, discountMinor, taxMinor, totalMinor,
  };
}

export const hold = { holdId: '018f0000-0000-7000-8000-0000000000dd', token: 'secret' };

/** Everything is kept in Soho for ten minutes, or as much of each as is said. */
export function holdOf(lines: readonly { variantId: string; quantityMilli: number }[], { keptMilli, seconds = 600 }: { keptMilli?: number; seconds?: number } = {}): StorefrontHold {
  const kept = lines.map(({ variantId, quantityMilli }) => ({ variantId, requestedMilli: quantityMilli, keptMilli: Math.min(quantityMilli, keptMilli ?? quantityMilli) }));
  const isNone = kept.every((line) => line.keptMilli === 0);
  return { ...(isNone ? { holdId: null, token: null, expiresAt: null } : { ...hold, expiresAt: new Date(Date.now() + seconds * 1000).toISOString() }), extensionsLeft: 1, lines: kept.map((line) => ({ ...line, keptAt: line.keptMilli === 0 ? [] : [{ locationId: soho, quantityMilli: line.keptMilli }] })) };
}

export type Answer = (request: SeenRequest) => unknown;

/** A storefront that answers by the start of the path; a thrown answer is a refusal. */
export function storefront(answers: Record<string, Answer>): (path: string, request?: SeenRequest) => Promise<unknown> {
  return (path, request = {}) => {
    const [, answer] = Object.entries(answers).find(([start]) => path.startsWith(start)) ?? [];
    if (answer === undefined) return Promise.reject(new ApiProblem({ status: 404, code: 'not_found' }));
    try {
      return Promise.resolve(answer(request));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  };
}

/** London Soho has everything; Leeds lacks the sweater. */
export const ordinaryAnswers: Record<string, Answer> = {
  '/api/storefront/stores': () => ({ items: [{ locationId: leeds, name: 'Leeds', address: {}, latitude: 0, longitude: 0 }, { locationId: soho, name: 'London Soho', address: {}, latitude: 0, longitude: 0 }] }),
  '/api/storefront/availability': () => ({
    items: [
      { variantId: sweater.variantId, deliveryMilli: 9000, stores: [{ locationId: soho, availableMilli: 3000 }, { locationId: leeds, availableMilli: 1000 }] },
      { variantId: belt.variantId, deliveryMilli: 9000, stores: [{ locationId: soho, availableMilli: 1000 }, { locationId: leeds, availableMilli: 1000 }] },
    ],
  }),
  '/api/storefront/shipping-methods': () => ({
    country: 'GB', currency: 'GBP',
    items: [{ methodId: 'standard', names: { en: 'Standard', de: 'Standard' }, feeMinor: 395, countries: ['GB'], minItemsMinor: null, maxItemsMinor: 7499 }, { methodId: 'free', names: { en: 'Free', de: 'Kostenlos' }, feeMinor: 0, countries: ['GB'], minItemsMinor: 7500, maxItemsMinor: null }, { methodId: 'abroad', names: { en: 'Abroad', de: 'Ausland' }, feeMinor: 1495, countries: ['FR'], minItemsMinor: null, maxItemsMinor: null }],
  }),
  '/api/storefront/holds': ({ body }) => holdOf((body as { lines: { variantId: string; quantityMilli: number }[] }).lines),
  '/api/storefront/quote': ({ body }) => quoteOf((body as { lines: { variantId: string; quantityMilli: number }[] }).lines),
};
