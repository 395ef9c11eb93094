import type { Insertable } from 'kysely';
import type { price, price_book } from '../../generated/database';
import { seedChance, seedId } from '../seed-id';
import { demoProducts, demoSets, type DemoVariant } from './catalogue';
import { CONTRACT_CUSTOMER } from './customers';
import { fixedStock } from './fixed-stock';
import { demoStores } from './places';

const soho = demoStores.find((place) => place.code === 'SOHO')?.id ?? null;
const book = (code: string, facts: Omit<Insertable<price_book>, 'id' | 'code'>) => ({
  id: seedId(`price-book:${code}`), code, channel_code: null, location_id: null, customer_id: null, customer_group: null, price_zone: null, base_book_id: null, formula: null, priority: 0, ...facts,
});

const outletFormula = { percentBasisPoints: -1000, surchargeMinor: 0, ending: { endsInMinor: 99, stepMinor: 100 }, minMarginBasisPoints: null, maxMarginBasisPoints: null };

export const demoPriceBooks = [
  book('gb-list', { name: 'List UK', market_code: 'GB', currency: 'GBP' }),
  book('de-list', { name: 'List Germany', market_code: 'DE', currency: 'EUR' }),
  book('gb-web', { name: 'Web UK', market_code: 'GB', currency: 'GBP', channel_code: 'web-gb', priority: 10 }),
  book('gb-members', { name: 'Members UK', market_code: 'GB', currency: 'GBP', customer_group: 'Members' }),
  book('gb-annor', { name: 'Contract Annor climbing school', market_code: 'GB', currency: 'GBP', customer_id: seedId(`customer:${CONTRACT_CUSTOMER.email}`) }),
  book('gb-outlet', { name: 'Outlet UK', market_code: 'GB', currency: 'GBP', price_zone: 'Outlet', base_book_id: seedId('price-book:gb-list'), formula: outletFormula }),
  book('soho-pop-up', { name: 'Soho pop-up', market_code: 'GB', currency: 'GBP', location_id: soho, priority: 20 }),
];

const popUp = new Set(['enamel-mug', 'fieldhouse-flask', 'wisp-packable-daypack', 'lambswool-scarf', 'canvas-market-tote']);
const bySix = new Set(['enamel-mug', 'enamel-bowl', 'enamel-plate']);
const forMembers = new Set(['hand-coffee-grinder', 'hearth-cook-set', 'titanium-solo-pot', 'fieldhouse-flask', 'cool-bag']);
const onContract = new Set(['enamel-mug', 'fieldhouse-flask', 'titanium-solo-pot', 'dry-bag', 'air-pillow']);
const toHalfPound = (amount: number) => Math.round(amount / 50) * 50;

const sixPrice = (amount: number) => toHalfPound(amount * 0.9);
/** What outletFormula makes of a price: ten percent less, then the nearest .99, ties up. */
function outletPrice(amount: number): number {
  const less = Math.floor((amount * 9 + 5) / 10);
  const below = Math.floor((less - 99) / 100) * 100 + 99;
  return below >= 0 && less - below < below + 100 - less ? below : below + 100;
}

/** Prices of each book: both lists are complete, the outlet's are derived, the others hold only what is cheaper there. */
export function demoPrices(): Insertable<price>[] {
  const rows: Insertable<price>[] = [];
  const put = (code: string, { id }: DemoVariant, price: number | Pick<Insertable<price>, 'amount_minor' | 'from_milli' | 'is_derived'>) =>
    rows.push({ book_id: seedId(`price-book:${code}`), variant_id: id, from_milli: 0, from_release: 1, is_derived: false, ...(typeof price === 'number' ? { amount_minor: price } : price) });

  for (const product of [...demoProducts, ...demoSets]) {
    // Stories count on one price in all of GB for the variants that they name.
    const isFixed = product.variants.some((variant) => fixedStock[variant.sku] !== undefined);
    const isCheaperOnline = !isFixed && seedChance(`web:${product.handle}`) < 0.14;
    for (const variant of product.variants) {
      put('gb-list', variant, variant.gbpMinor);
      put('de-list', variant, variant.eurMinor);
      put('gb-outlet', variant, { amount_minor: outletPrice(variant.gbpMinor), is_derived: true });
      if (bySix.has(product.handle)) {
        put('gb-list', variant, { amount_minor: sixPrice(variant.gbpMinor), from_milli: 6000 });
        put('gb-outlet', variant, { amount_minor: outletPrice(sixPrice(variant.gbpMinor)), from_milli: 6000, is_derived: true });
      }
      if (forMembers.has(product.handle)) put('gb-members', variant, toHalfPound(variant.gbpMinor * 0.9));
      if (onContract.has(product.handle)) put('gb-annor', variant, toHalfPound(variant.gbpMinor * 0.8));
      if (isCheaperOnline) put('gb-web', variant, toHalfPound(variant.gbpMinor * 0.92));
      if (popUp.has(product.handle)) put('soho-pop-up', variant, toHalfPound(variant.gbpMinor * 0.85));
    }
  }
  return rows;
}
