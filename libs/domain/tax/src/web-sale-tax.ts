import { placeOfTax, type PlaceReason } from './place-of-tax';
import type { TaxPlace } from './tax-place';
import type { TaxedBuyer } from './tax-relief';

export interface WebSale {
  /** The seller's own country: prices contain its tax, and its goods come from there. */
  home: string;
  /** The tax of the destination within the union; else the seller's own. */
  paysAtDestination: boolean;
  /** What becomes of a price with tax where another member's rate applies. */
  priceAbroad: 'net_stays' | 'gross_stays';
  /** Where it is collected, or where it goes. */
  pickupAt?: TaxPlace;
  destination?: TaxPlace;
  buyer?: TaxedBuyer;
  /** The tax date, ISO. */
  at: string;
}

export interface WebSaleTax {
  /** Whose tax applies. An export names the country it goes to and has none. */
  taxCountry: string;
  /** Absent: the one rate of the country, as in a store. */
  terms?: {
    place?: Pick<TaxPlace, 'region' | 'postcode'>;
    because: PlaceReason;
    from: TaxPlace;
    to: TaxPlace;
    buyer?: TaxedBuyer;
    home: { place: TaxPlace; policy: 'net_stays' | 'gross_stays' };
  };
}

/** Where an order of a web shop is taxed, as the engine takes it (TAX-30 to TAX-32). While nobody has said where it goes: at home. */
export function webSaleTax({ home, paysAtDestination, priceAbroad, pickupAt, destination, buyer, at }: WebSale): WebSaleTax {
  if (pickupAt || !destination) return { taxCountry: pickupAt?.country ?? home };
  const from: TaxPlace = { country: home };
  const decided = placeOfTax({ handover: 'delivery', shipFrom: from, destination, seller: { country: home, paysAtDestination }, at });
  const { place, because } = decided ?? { place: from, because: 'origin_below_threshold' as const };
  const { region, postcode } = place;
  const narrowed = { ...(region === undefined ? {} : { region }), ...(postcode === undefined ? {} : { postcode }) };
  return {
    taxCountry: place.country,
    terms: {
      ...(Object.keys(narrowed).length > 0 ? { place: narrowed } : {}), because, from, to: destination, ...(buyer ? { buyer } : {}),
      // Nobody pays a tax that is not charged: what leaves the territory costs the net price, whatever the shop does within the union.
      home: { place: from, policy: because === 'export' ? 'net_stays' : priceAbroad },
    },
  };
}
