import type { PromotionOutcome } from '@oneshelf/domain-promotions';
import type { DocumentTax, TaxableLine } from '@oneshelf/domain-tax';
import type { ShippingInput } from './basket-input';
import type { TaxRate } from './price-book';
import type { QuoteShipping } from './quote';

/** A shipping charge whose tax rate is known. */
export interface PricedCharge extends ShippingInput {
  rate: TaxRate;
}

// A line may be called as a charge is; in the tax document each has a name of its own.
const taxLineId = (chargeId: string): string => `shipping ${chargeId}`;

export const taxableCharges = (charges: readonly PricedCharge[], { discountMinorByCharge }: PromotionOutcome): TaxableLine[] =>
  charges.map(({ chargeId, amountMinor, rate }) => ({
    lineId: taxLineId(chargeId), country: rate.country, taxClass: rate.taxClass, rateBasisPoints: rate.rateBasisPoints,
    amountMinor: amountMinor - (discountMinorByCharge.get(chargeId) ?? 0),
  }));

/** Shipping charges after their promotions, with their tax (PRC-41). */
export function quoteShipping(charges: readonly PricedCharge[], { deals, tax, taxInclusive }: { deals: PromotionOutcome; tax: DocumentTax; taxInclusive: boolean }): QuoteShipping[] {
  return charges.map(({ chargeId, methodId, amountMinor, rate }) => {
    const discountMinor = deals.discountMinorByCharge.get(chargeId) ?? 0;
    const taxMinor = tax.taxMinorByLine.get(taxLineId(chargeId)) ?? 0;
    return {
      chargeId, methodId, listMinor: amountMinor, discountMinor, totalMinor: amountMinor - discountMinor + (taxInclusive ? 0 : taxMinor), taxMinor,
      taxClass: rate.taxClass, taxRateBasisPoints: rate.rateBasisPoints,
      promotions: deals.traceByCharge.get(chargeId) ?? [],
    };
  });
}
