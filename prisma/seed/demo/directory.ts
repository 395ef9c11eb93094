import { seedId } from '../seed-id';
import { demoProducts } from './catalogue';
import { fixedStock } from './fixed-stock';
import { demoStores, demoWarehouse, type DemoPlace } from './places';
import { DEMO_PASSWORD, demoStaff, type DemoPerson } from './staff';

function store(code: string): DemoPlace {
  const found = demoStores.find((place) => place.code === code);
  if (found === undefined) throw new Error(`There is no demo store ${code}.`);
  return found;
}

function staff(name: string): DemoPerson {
  const found = demoStaff.find((person) => person.name === name);
  if (found === undefined) throw new Error(`Nobody in the demo is called ${name}.`);
  return found;
}

function variant(sku: string) {
  const product = demoProducts.find((candidate) => candidate.variants.some((each) => each.sku === sku));
  const found = product?.variants.find((each) => each.sku === sku);
  if (product === undefined || found === undefined) throw new Error(`There is no demo variant ${sku}.`);
  return { ...found, productId: product.id, productTitle: product.title, unitsByPlace: fixedStock[sku] ?? {} };
}

/** The well-known names of the demo chain: what the launcher prints, the documents tell and tests use. */
export const demo = {
  name: 'Fieldhouse',
  password: DEMO_PASSWORD,
  stores: {
    soho: store('SOHO'), leeds: store('LEEDS'), manchester: store('MANC'), bristol: store('BRIS'), edinburgh: store('EDIN'), york: store('YORK'),
    keswick: store('KESW'), cardiff: store('CARD'), berlin: store('BERL'), hamburg: store('HAMB'), munich: store('MUNC'), cologne: store('KOLN'),
  },
  warehouse: demoWarehouse,
  channels: { storeGb: 'store-gb', storeDe: 'store-de', webGb: 'web-gb', webDe: 'web-de', amazonGb: 'amazon-gb', amazonGbFba: 'amazon-gb-fba' },
  /** Office sign-ins and the people that a tour meets; `allStaff` has the rest. Tills take the PIN. */
  staff: {
    admin: staff('Robin Ashby'), merchandiser: staff('Ines Duarte'), operations: staff('Marcus Bell'), finance: staff('Hannah Vogt'),
    sohoManager: staff('Ana Reis'), sohoAssociate: staff('Sam Lowe'), leedsManager: staff('Gareth Pike'), berlinManager: staff('Jana Köster'),
  },
  allStaff: demoStaff,
  apiKeys: {
    webGb: { id: seedId('api-key:web-gb'), key: 'pk_demo_web_gb', name: 'Shop page UK', channelCode: 'web-gb' },
    webDe: { id: seedId('api-key:web-de'), key: 'pk_demo_web_de', name: 'Shop page Germany', channelCode: 'web-de' },
  },
  books: { gbList: seedId('price-book:gb-list'), deList: seedId('price-book:de-list'), gbWeb: seedId('price-book:gb-web'), sohoPopUp: seedId('price-book:soho-pop-up') },
  promotions: { autumnKnitGb: seedId('promotion:autumn-knit:GB'), autumnKnitDe: seedId('promotion:autumn-knit:DE') },
  /** Variants whose opening stock is fixed (`unitsByPlace`, by location code; elsewhere none), for stories and pictures. */
  variants: {
    /** Merino Crew Sweater, Navy / M. In the promotion; on many shelves. */
    sweater: variant('SWE-10003'),
    /** Suede Hill Boots, Rust / 42. Only the warehouse has them. */
    boots: variant('BOO-34005'),
    /** Ribbed Watch Cap, Rust. One, at Soho. */
    lastOne: variant('HAT-66003'),
    /** Rove 20 Backpack, Petrol. Two at Leeds, more at Manchester and in the warehouse. */
    shortPick: variant('BAC-42001'),
    /** A Year on the Fell. Nowhere yet: it is preordered, out three weeks after the seeding, at most 40 at once. */
    preorder: variant('BOK-82301'),
    /** Beeswax Block. At Soho, Leeds and York; each block is paid by its weight, and 68601 is its number on labels of a scale. */
    weighed: variant('WAX-68601'),
  },
  /** Variants whose units are told apart; their stock is not fixed. */
  traced: {
    /** Ember Windproof Stove, by serial number. Pieces at Soho and Leeds, nowhere else. */
    stove: variant('STO-58801'),
    /** Boot Wax, by lot. */
    wax: variant('LAM-68401'),
  },
};
