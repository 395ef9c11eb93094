import type { PlaceOrderRequest, StorefrontQuote } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { call } from '../kit/call';
import type { Lab } from '../kit/lab';

export interface Basket {
  request: PlaceOrderRequest;
  quote: StorefrontQuote;
}

const BASKETS = 64;
const PLENTY_MILLI = 1_000_000_000;
const LINES = [1000, 2000, 1000];

export const shopHeaders = { 'x-oneshelf-key': demo.apiKeys.webGb.key };

/** Baskets of three different articles, one of them in the promotion, all quoted by the product; the warehouse has plenty. */
export async function makeBaskets(lab: Lab, apiUrl: string): Promise<Basket[]> {
  const { rows } = await lab.pool.query<{ id: string; promoted: boolean }>(
    `SELECT v.id, EXISTS (SELECT FROM collection_product c JOIN promotion m ON m.id = $1 AND m.definition #> '{reward,on,collectionIds}' ? c.collection_id::text WHERE c.product_id = v.product_id) AS promoted
     FROM variant v JOIN product p ON p.id = v.product_id WHERE v.status = 'active' AND p.status = 'active' ORDER BY v.id`,
    [demo.promotions.autumnKnitGb],
  );
  await lab.pool.query(
    `INSERT INTO stock_level (variant_id, location_id, sellable_milli) SELECT unnest($1::uuid[]), $2, $3 ON CONFLICT (variant_id, location_id) DO UPDATE SET sellable_milli = excluded.sellable_milli`,
    [rows.map((row) => row.id), demo.warehouse.id, PLENTY_MILLI],
  );
  const [promoted, others] = [rows.filter((row) => row.promoted), rows.filter((row) => !row.promoted)];
  const variants = (index: number): string[] => [promoted[index % promoted.length], others[(2 * index) % others.length], others[(2 * index + 1) % others.length]].map((row) => row?.id ?? '');
  return Promise.all(Array.from({ length: BASKETS }, (_, index) => makeBasket(apiUrl, variants(index))));
}

async function makeBasket(apiUrl: string, variantIds: string[]): Promise<Basket> {
  const lines = variantIds.map((variantId, index) => ({ variantId, quantityMilli: LINES[index] ?? 1000 }));
  const address = { line1: '4 Mill Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' };
  const fulfilment = { kind: 'delivery' as const, address };
  const quote = await call<StorefrontQuote>({ method: 'POST', url: `${apiUrl}/api/storefront/quote`, headers: shopHeaders, body: { lines, fulfilment } });
  const request: PlaceOrderRequest = { lines, fulfilment, customer: { name: 'Bea Bench', email: 'bea@example.com' }, expectedTotalMinor: quote.totalMinor, paymentMethodId: 'pm_card_visa' };
  return { request, quote };
}
