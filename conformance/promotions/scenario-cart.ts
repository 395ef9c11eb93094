import type { BasketInput, PriceBook, TaxRate } from '@oneshelf/domain-pricing';
import type { Promotion } from '@oneshelf/domain-promotions';
import { basisPointsOf, minorOf, onlyKnown } from './amounts';
import { before, now, stacking } from './arrange';
import { cartPromotions, catalogPromotions, type CatalogPromotion, type ScenarioPromotion } from './scenario-promotions';

interface Price {
  price: string | number | null;
  minimumPrice?: string | number;
  taxCategory?: string;
  taxons?: string[];
}

export interface Setup {
  channels: { name: string; country: string }[];
  currency: string;
  customer?: { group?: string; loggedIn?: boolean; previousOrders?: number; email?: string };
  products: Record<string, Price & { variants?: Record<string, Price> }>;
  promotions?: ScenarioPromotion[];
  catalogPromotions?: CatalogPromotion[];
  shippingMethods?: Record<string, { fee: string | number; perUnit?: boolean; zone?: string | null; taxCategory?: string }>;
  taxRates?: { name: string; ratePercent: string | number; category: string; zone: string | null; includedInPrice: boolean }[];
  taxons?: string[];
  zones?: { name: string; countries: string[] }[];
}

/** The cart at one step. */
export interface Cart {
  products: Map<string, number>;
  coupon?: string | undefined;
  country?: string | undefined;
  method?: string | undefined;
}

const untaxed = 'none';
const countryOf = ({ channels }: Setup, { country }: Cart): string => country ?? channels[0]?.country ?? '';

/** A product's own facts, or those of its first variant. */
function factsOf(product: Setup['products'][string] | undefined): Price {
  const variant = Object.values(product?.variants ?? {})[0];
  return { ...(product ?? { price: 0 }), ...variant };
}

export function bookFor(setup: Setup, cart: Cart): PriceBook {
  onlyKnown(setup, ['channels', 'currency', 'customer', 'products', 'promotions', 'catalogPromotions', 'shippingMethods', 'taxRates', 'taxons', 'zones']);
  const facts = Object.entries(setup.products).map(([name, product]) => [name, factsOf(product)] as const);
  return {
    version: 'case', marketCode: 'XX', currency: setup.currency, lanes: stacking,
    taxInclusive: (setup.taxRates ?? []).some(({ includedInPrice }) => includedInPrice),
    books: [{
      bookId: 'base', name: 'base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1,
      prices: Object.fromEntries(facts.map(([name, { price }]) => [name, minorOf(price ?? 0, setup.currency)])),
    }],
    promotions: promotionsFor(setup),
    taxRates: ratesFor(setup, cart),
    variants: Object.fromEntries(facts.map(([name, { taxCategory, taxons, minimumPrice }]) => [name, {
      taxClass: taxCategory ?? untaxed, collectionIds: taxons ?? [], productId: name, ...(minimumPrice === undefined ? {} : { floorUnitMinor: minorOf(minimumPrice, setup.currency) }),
    }])),
  };
}

function promotionsFor({ promotions = [], catalogPromotions: ofCatalog = [], currency }: Setup): Promotion[] {
  const alone = promotions.length === 1 && ofCatalog.length === 0;
  return [...catalogPromotions(ofCatalog, currency), ...promotions.flatMap((promotion, index) => cartPromotions(promotion, index, { currency, alone }))];
}

/** The rates of the cart's country; a class that its zones do not tax has none. */
function ratesFor(setup: Setup, cart: Cart): TaxRate[] {
  const country = countryOf(setup, cart);
  const zones = setup.zones ?? [];
  const inZone = (zone: string | null): boolean => zone === null || zones.some(({ name, countries }) => name === zone && countries.includes(country)) || (/rest of the world/i.test(zone) && !zones.some(({ countries }) => countries.includes(country)));
  const ofCountry = (setup.taxRates ?? []).filter(({ zone }) => inZone(zone));
  const classes = new Set([untaxed, ...Object.values(setup.products).map((product) => factsOf(product).taxCategory ?? untaxed), ...Object.values(setup.shippingMethods ?? {}).map(({ taxCategory }) => taxCategory ?? untaxed)]);
  return [...classes].map((taxClass) => {
    const rate = ofCountry.find(({ category }) => category === taxClass);
    return { country, taxClass, name: rate?.name ?? untaxed, rateBasisPoints: rate ? basisPointsOf(rate.ratePercent) : 0, validFrom: before, validTo: null };
  });
}

export function inputFor(setup: Setup, cart: Cart): BasketInput {
  const bought = [...cart.products];
  const usedUp = promotionsFor(setup).filter(({ limits }) => limits !== undefined);
  return {
    marketCode: 'XX', channelCode: 'web', locationId: null, currency: setup.currency, pricedAt: now, taxCountry: countryOf(setup, cart),
    lines: bought.map(([name, quantity]) => ({ lineId: name, variantId: name, quantityMilli: quantity * 1000 })),
    shipping: shippingFor(setup, cart),
    buyer: {
      ordersBefore: setup.customer?.previousOrders ?? 0, country: countryOf(setup, cart), customerGroups: setup.customer?.group === undefined ? [] : [setup.customer.group],
      coupons: cart.coupon === undefined ? [] : [{ code: cart.coupon }],
    },
    promotionUsage: usedUp.map(({ promotionId }) => ({ promotionId, uses: 1, spentMinor: 0 })),
  };
}

/** The method that was chosen, else the first there is; an empty cart ships nothing. */
function shippingFor({ shippingMethods = {}, currency }: Setup, { products, method }: Cart): NonNullable<BasketInput['shipping']> {
  const pieces = [...products.values()].reduce((sum, quantity) => sum + quantity, 0);
  const name = method !== undefined && Object.hasOwn(shippingMethods, method) ? method : method === undefined ? Object.keys(shippingMethods)[0] : undefined;
  const chosen = name === undefined ? undefined : shippingMethods[name];
  if (!chosen || name === undefined || pieces === 0) return [];
  return [{ chargeId: 'shipping', methodId: name, amountMinor: minorOf(chosen.fee, currency) * (chosen.perUnit ? pieces : 1), taxClass: chosen.taxCategory ?? untaxed }];
}
