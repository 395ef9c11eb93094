import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { BasketInput } from '@oneshelf/domain-pricing';
import { parseVatNumber, postcodeForm, type TaxedBuyer, type TaxPlace, webSaleTax } from '@oneshelf/domain-tax';
import type { Channel, Location, Market } from '@oneshelf/server-organisation';

/** As much of an address as price and tax go by; a quote may be asked before the street is known. */
export interface Destination {
  country: string;
  region?: string | undefined;
  postcode?: string | undefined;
}

export interface SaleTermsInput {
  channel: Channel;
  market: Market;
  pickup: Location | undefined;
  destination: Destination | undefined;
  vatNumber: string | undefined;
  at: Date;
}

export type SaleTermsRefusal =
  | { kind: 'malformed_postcode'; postcode: string; country: string; example: string; message: string }
  | { kind: 'malformed_vat_number'; vatNumber: string; message: string };

/** Where an order is taxed and for whom, as the engine takes it; what cannot be an address or a VAT number is refused. */
export function saleTerms({ channel, market, pickup, destination, vatNumber, at }: SaleTermsInput): Result<Pick<BasketInput, 'taxCountry' | 'tax'>, SaleTermsRefusal> {
  if (destination?.postcode !== undefined) {
    const { country, postcode } = destination;
    const form = postcodeForm(country, postcode);
    if (!form.fits) return refuse({ kind: 'malformed_postcode', postcode, country, example: form.example, message: `${postcode} is no postcode of ${country}: one looks like ${form.example}. Nothing was ordered; mend the address.` });
  }
  const buyer = buyerOf(vatNumber);
  if (!buyer.ok) return buyer;
  const { taxCountry, terms } = webSaleTax({
    home: market.country, ...channel.tax, at: at.toISOString(),
    ...(pickup ? { pickupAt: { country: pickup.country } } : {}), ...(destination ? { destination: placeOf(destination) } : {}), ...(buyer.value ? { buyer: buyer.value } : {}),
  });
  return ok({ taxCountry, ...(terms ? { tax: terms } : {}) });
}

/** By its form alone: whether the number exists, its country has to say. The order keeps it, so that it can be asked. */
function buyerOf(vatNumber: string | undefined): Result<TaxedBuyer | undefined, SaleTermsRefusal> {
  if (vatNumber === undefined) return ok(undefined);
  const parsed = parseVatNumber(vatNumber);
  if (!parsed) return refuse({ kind: 'malformed_vat_number', vatNumber, message: `${vatNumber} is no VAT number of a member of the union: one looks like ATU12345678. Nothing was ordered; mend it, or leave it out to pay with tax.` });
  return ok({ vatNumber: { ...parsed, isConfirmed: true } });
}

const placeOf = ({ country, region, postcode }: Destination): TaxPlace => ({ country, ...(region === undefined ? {} : { region }), ...(postcode === undefined ? {} : { postcode }) });
