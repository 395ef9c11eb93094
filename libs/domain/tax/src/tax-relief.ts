import { instantMs } from '@oneshelf/domain-kernel';
import { isInVatUnion } from './vat-union';
import type { TaxPlace } from './tax-place';

/** A buyer's paper that frees from tax: what for, where and from when until when. */
export interface ExemptionCertificate {
  certificateId: string;
  /** Such as resale, charity, diplomatic: printed with the tax. */
  reason: string;
  /** ISO instants; from inclusive, to exclusive. */
  validFrom: string;
  validTo: string | null;
  /** Empty: everywhere. */
  places: readonly { country: string; region?: string }[];
  /** Absent: goods of every class. */
  taxClasses?: readonly string[];
}

export interface TaxedBuyer {
  certificates?: readonly ExemptionCertificate[];
  /** A business's VAT number; `isConfirmed` once its country has confirmed it. */
  vatNumber?: { country: string; number: string; isConfirmed: boolean };
}

/** Why no tax is charged; kept with the document. */
export type TaxRelief =
  | { kind: 'exempt'; certificateId: string; reason: string }
  | { kind: 'reverse_charge'; vatNumber: string }
  | { kind: 'export' };

/** The certificate that frees a class of goods at a place and time (TAX-16). Of several the one that runs out last. */
export function exemptionFor(buyer: TaxedBuyer, wanted: { place: TaxPlace; taxClass: string; at: string }): TaxRelief | undefined {
  const at = instantMs(wanted.at);
  const endOf = ({ validTo }: ExemptionCertificate): number => (validTo === null ? Infinity : instantMs(validTo));
  const [best] = (buyer.certificates ?? [])
    .filter((certificate) => instantMs(certificate.validFrom) <= at && at < endOf(certificate))
    .filter(({ places }) => places.length === 0 || places.some(({ country, region }) => country === wanted.place.country && (region === undefined || region === wanted.place.region)))
    .filter(({ taxClasses }) => taxClasses === undefined || taxClasses.includes(wanted.taxClass))
    .sort((a, b) => endOf(b) - endOf(a) || (a.certificateId < b.certificateId ? -1 : 1));
  return best && { kind: 'exempt', certificateId: best.certificateId, reason: best.reason };
}

/**
 * The buyer accounts for the tax (TAX-17): a business with a confirmed VAT number of another member of the union, and the
 * goods go to another member than they come from. The supplier charges nothing and says so on the document.
 */
export function reverseChargeFor(buyer: TaxedBuyer, sale: { from: TaxPlace; to: TaxPlace; at: string }): TaxRelief | undefined {
  const vat = buyer.vatNumber;
  if (vat?.isConfirmed !== true || vat.country === sale.from.country || sale.from.country === sale.to.country) return undefined;
  if (![vat.country, sale.from.country, sale.to.country].every((country) => isInVatUnion(country, sale.at))) return undefined;
  return { kind: 'reverse_charge', vatNumber: `${vat.country === 'GR' ? 'EL' : vat.country}${vat.number}` };
}
