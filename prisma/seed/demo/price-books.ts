import type { Insertable } from 'kysely';
import type { price, price_book } from '../../generated/database';
import { seedChance, seedId } from '../seed-id';
import { demoProducts, type DemoVariant } from './catalogue';
import { fixedStock } from './fixed-stock';
import { demoStores } from './places';

const soho = demoStores.find((place) => place.code === 'SOHO')?.id ?? null;
const book = (code: string, facts: Omit<Insertable<price_book>, 'id' | 'code'>) => ({ id: seedId(`price-book:${code}`), code, channel_code: null, location_id: null, priority: 0, ...facts });

export const demoPriceBooks = [
  book('gb-list', { name: 'List UK', market_code: 'GB', currency: 'GBP' }),
  book('de-list', { name: 'List Germany', market_code: 'DE', currency: 'EUR' }),
  book('gb-web', { name: 'Web UK', market_code: 'GB', currency: 'GBP', channel_code: 'web-gb', priority: 10 }),
  book('soho-pop-up', { name: 'Soho pop-up', market_code: 'GB', currency: 'GBP', location_id: soho, priority: 20 }),
];

const popUp = new Set(['enamel-mug', 'fieldhouse-flask', 'wisp-packable-daypack', 'lambswool-scarf', 'canvas-market-tote']);
const toHalfPound = (amount: number) => Math.round(amount / 50) * 50;

/** Prices of each book: both lists are complete, the two others hold only what is cheaper there. */
export function demoPrices(): Insertable<price>[] {
  const rows: Insertable<price>[] = [];
  const put = (code: string, variant: DemoVariant, amountMinor: number) =>
    rows.push({ book_id: seedId(`price-book:${code}`), variant_id: variant.id, from_release: 1, amount_minor: amountMinor });

  for (const product of demoProducts) {
    // Stories count on one price in all of GB for the variants that they name.
    const isFixed = product.variants.some((variant) => fixedStock[variant.sku] !== undefined);
    const isCheaperOnline = !isFixed && seedChance(`web:${product.handle}`) < 0.14;
    for (const variant of product.variants) {
      put('gb-list', variant, variant.gbpMinor);
      put('de-list', variant, variant.eurMinor);
      if (isCheaperOnline) put('gb-web', variant, toHalfPound(variant.gbpMinor * 0.92));
      if (popUp.has(product.handle)) put('soho-pop-up', variant, toHalfPound(variant.gbpMinor * 0.85));
    }
  }
  return rows;
}
