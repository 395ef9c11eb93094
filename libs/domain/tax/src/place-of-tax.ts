import { isInVatUnion } from './vat-union';
import type { TaxPlace } from './tax-place';

/** How the goods reach the buyer, and what the seller has chosen. */
export interface SaleTerms {
  /** `store`: carried out of the store. `pickup`: ordered elsewhere, fetched there. `delivery`: brought to the buyer. */
  handover: 'store' | 'pickup' | 'delivery';
  /** The store of the sale or of the pickup. */
  store?: TaxPlace;
  shipFrom?: TaxPlace;
  destination?: TaxPlace;
  seller: SellerTax;
  /** The tax date, ISO. */
  at: string;
}

export interface SellerTax {
  country: string;
  /** Uses the union's One Stop Shop, or is above its threshold for distance sales: the destination's tax applies. */
  paysAtDestination?: boolean;
  /** Countries outside its own territory where it is registered and charges their tax. */
  registeredIn?: readonly string[];
  /** States that tax sales within them where the goods come from. */
  originStates?: readonly string[];
}

export type PlaceReason = 'store' | 'pickup_store' | 'destination' | 'destination_union' | 'origin_below_threshold' | 'origin_state' | 'export';

/** Where the sale is taxed, and why. An export is taxed nowhere by this seller. */
export interface PlaceOfTax {
  place: TaxPlace;
  because: PlaceReason;
}

/** The place whose tax applies (TAX-15); undefined where the terms do not name the place that decides. */
export function placeOfTax(terms: SaleTerms): PlaceOfTax | undefined {
  const { handover, store, destination, shipFrom, seller, at } = terms;
  if (handover !== 'delivery') return store && { place: store, because: handover === 'store' ? 'store' : 'pickup_store' };
  if (!destination) return undefined;
  const origin = shipFrom ?? { country: seller.country };
  if (destination.country === origin.country) return withinCountry(origin, destination, seller);
  if (seller.registeredIn?.includes(destination.country) === true) return { place: destination, because: 'destination' };
  if (!isInVatUnion(origin.country, at) || !isInVatUnion(destination.country, at)) return { place: destination, because: 'export' };
  return seller.paysAtDestination === true ? { place: destination, because: 'destination_union' } : { place: origin, because: 'origin_below_threshold' };
}

function withinCountry(origin: TaxPlace, destination: TaxPlace, { originStates }: SellerTax): PlaceOfTax {
  const isOriginState = origin.region !== undefined && origin.region === destination.region && originStates?.includes(origin.region) === true;
  return isOriginState ? { place: origin, because: 'origin_state' } : { place: destination, because: 'destination' };
}
