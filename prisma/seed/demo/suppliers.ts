import type { Insertable } from 'kysely';
import type { supplier, supplier_product } from '../../generated/database';
import { seedChance, seedId } from '../seed-id';
import { demoProducts, type DemoVariant } from './catalogue';

interface SupplierFacts {
  code: string;
  name: string;
  currency: 'GBP' | 'EUR';
  locale: 'en' | 'de';
  contact: string;
  email: string;
  phone: string;
  address: string;
  leadTimeDays: number;
  minimumOrderMinor: number;
  departments: string[];
  /** Pieces. */
  pack: number;
}

const facts: SupplierFacts[] = [
  { code: 'PENNINE', name: 'Pennine Knitting Mill', currency: 'GBP', locale: 'en', contact: 'Moira Sykes', email: 'orders@pennine-knitting.example', phone: '+44 1484 496 0123', address: '4 Mill Lane, Holmfirth HD9 2DN', leadTimeDays: 10, minimumOrderMinor: 25_000, departments: ['Knitwear', 'Accessories'], pack: 6 },
  { code: 'ALPENFADEN', name: 'Alpenfaden GmbH', currency: 'EUR', locale: 'de', contact: 'Korbinian Mayr', email: 'bestellung@alpenfaden.example', phone: '+49 89 900 123 45', address: 'Isarweg 12, 82481 Mittenwald', leadTimeDays: 21, minimumOrderMinor: 100_000, departments: ['Outerwear', 'Base layers'], pack: 4 },
  { code: 'HARBOUR', name: 'Harbour Outfitters', currency: 'GBP', locale: 'en', contact: 'Tamsin Pascoe', email: 'trade@harbour-outfitters.example', phone: '+44 1326 496 0456', address: '1 Quay Street, Falmouth TR11 3HJ', leadTimeDays: 7, minimumOrderMinor: 0, departments: ['Footwear', 'Packs', 'Tents and sleeping', 'Camp kitchen'], pack: 1 },
];

/** What one euro is in pounds, in millionths, on the day when the demo's orders were made. */
export const EURO_RATE_MILLIONTHS = 854_310;

export const supplierId = (code: string): string => seedId(`supplier:${code}`);

export const demoSuppliers: Insertable<supplier>[] = facts.map((each) => ({
  id: supplierId(each.code), code: each.code, name: each.name, currency: each.currency, locale: each.locale, contact: each.contact, email: each.email, phone: each.phone, address: each.address,
  lead_time_days: each.leadTimeDays, minimum_order_minor: each.minimumOrderMinor,
}));

/** What a piece costs there: the catalogue's cost, in their currency. */
export const unitCostMinor = (variant: DemoVariant, currency: string): number => (currency === 'EUR' ? Math.round((variant.costGbpMinor * 1_000_000) / EURO_RATE_MILLIONTHS) : variant.costGbpMinor);

export const packOf = (code: string): number => (facts.find((each) => each.code === code)?.pack ?? 1) * 1000;

/** Each supplier sells what its departments have; some products only from a few packs on. */
export const demoSupplierProducts: Insertable<supplier_product>[] = facts.flatMap((each) =>
  demoProducts.filter((product) => each.departments.includes(product.department)).flatMap((product) => product.variants.map((variant) => ({
    supplier_id: supplierId(each.code), variant_id: variant.id, supplier_code: `${each.code.slice(0, 2)}${variant.sku.replace('-', '')}`, unit_cost_minor: unitCostMinor(variant, each.currency),
    pack_milli: each.pack * 1000, minimum_milli: seedChance(`minimum:${variant.sku}`) < 0.1 ? each.pack * 2000 : 0,
  }))),
);
