import { Injectable } from '@nestjs/common';
import { isBelowCost } from '@oneshelf/domain-pricing';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { PriceBookRepository } from '../price-book.repository';

/** A price that may go live. */
export interface CheckedPrice {
  bookName: string;
  variantId: string;
  amountMinor: number | null;
}

export interface PriceBelowCost {
  bookName: string;
  variantId: string;
  sku: string;
  title: string;
  amountMinor: number;
  costMinor: number;
}

@Injectable()
export class BelowCostQuery {
  constructor(
    private readonly variants: VariantDirectory,
    private readonly books: PriceBookRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Those of a publish: of its changes, and of what formulas make of them. Only what is below is looked up by name. */
  async ofPublish(marketCode: string, changes: readonly CheckedPrice[], { at, facts }: { at: Date; facts: DerivationFacts }): Promise<PriceBelowCost[]> {
    const below = changes.filter((change) => isBelow(change, facts));
    return below.length === 0 ? [] : this.run(marketCode, below, at);
  }

  /** Those of the changes that would sell below cost at that time (PRC-14). Without a cost in the market's currency nothing is said. */
  async run(marketCode: string, changes: readonly CheckedPrice[], at: Date): Promise<PriceBelowCost[]> {
    const [market, taxRates, variants] = await Promise.all([
      this.organisation.market(marketCode),
      this.books.taxRates(),
      this.variants.byIds([...new Set(changes.map((change) => change.variantId))]),
    ]);
    const rateOf = (taxClass: string) => chooseTaxRate(taxRates, { country: market.country, taxClass, at: at.toISOString() })?.rateBasisPoints ?? 0;
    return changes.flatMap(({ bookName, variantId, amountMinor }) => {
      const variant = variants.get(variantId);
      if (!variant || variant.costMinor === null || amountMinor === null) return [];
      if (variant.costCurrency !== null && variant.costCurrency !== market.currency) return [];
      const price = { priceMinor: amountMinor, costMinor: variant.costMinor, taxRateBasisPoints: rateOf(variant.taxClass), taxInclusive: market.taxInclusive };
      return isBelowCost(price) ? [{ bookName, variantId, sku: variant.sku, title: variant.title, amountMinor, costMinor: variant.costMinor }] : [];
    });
  }
}

/** The tax of the facts is what prices contain: 0 where they contain none. */
export function isBelow({ variantId, amountMinor }: Pick<CheckedPrice, 'variantId' | 'amountMinor'>, facts: DerivationFacts): boolean {
  const { costMinor = null, taxRateBasisPoints = 0 } = facts.get(variantId) ?? {};
  return costMinor !== null && amountMinor !== null && isBelowCost({ priceMinor: amountMinor, costMinor, taxRateBasisPoints, taxInclusive: true });
}
