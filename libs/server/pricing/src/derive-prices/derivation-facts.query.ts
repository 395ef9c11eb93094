import { Injectable } from '@nestjs/common';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';
import type { MarketPrices } from './derive-market';

export type DerivationFacts = MarketPrices['facts'];

@Injectable()
export class DerivationFactsQuery {
  constructor(
    private readonly taxes: PriceBookRepository,
    private readonly facts: VariantPricingFacts,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Costs in the market's currency, and the tax that its prices contain. */
  async of(marketCode: string, at: Date): Promise<DerivationFacts> {
    const [market, taxRates, costs] = await Promise.all([this.organisation.market(marketCode), this.taxes.taxRates(), this.facts.costs()]);
    const rates = new Map<string, number>();
    const rateOf = (taxClass: string): number => {
      const known = rates.get(taxClass);
      if (known !== undefined) return known;
      const rate = market.taxInclusive ? (chooseTaxRate(taxRates, { country: market.country, taxClass, at: at.toISOString() })?.rateBasisPoints ?? 0) : 0;
      rates.set(taxClass, rate);
      return rate;
    };
    const facts = new Map<string, { costMinor: number | null; taxRateBasisPoints: number }>();
    for (const [id, { taxClass, costMinor, costCurrency }] of costs) facts.set(id, { costMinor: costCurrency === null || costCurrency === market.currency ? costMinor : null, taxRateBasisPoints: rateOf(taxClass) });
    return facts;
  }
}
