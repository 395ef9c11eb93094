import { Injectable } from '@nestjs/common';
import { isBelowCost, isBelowMap } from '@oneshelf/domain-pricing';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { PriceBookRepository } from '../price-book.repository';
import { ReferencePriceRepository } from '../reference-prices/reference-price.repository';

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
  costMinor: number | null;
  isLoss: boolean;
  /** The maker's limit, where the price is below it. */
  mapMinor: number | null;
}

@Injectable()
export class BelowCostQuery {
  constructor(
    private readonly variants: VariantDirectory,
    private readonly books: PriceBookRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly references: ReferencePriceRepository,
  ) {}

  /** Those of a publish: of its changes, and of what formulas make of them. Only what is too low is looked up by name. */
  async ofPublish(marketCode: string, changes: readonly CheckedPrice[], { at, facts }: { at: Date; facts: DerivationFacts }): Promise<PriceBelowCost[]> {
    const limits = await this.references.limits(marketCode);
    const low = changes.filter((change) => isBelow(change, facts) || (change.amountMinor !== null && change.amountMinor < (limits.get(change.variantId) ?? 0)));
    return low.length === 0 ? [] : this.run(marketCode, low, at);
  }

  /** Those of the changes that would sell below cost at that time (PRC-14), or below the maker's limit (PRC-95). Without a cost in the market's currency nothing is said of it. */
  async run(marketCode: string, changes: readonly CheckedPrice[], at: Date): Promise<PriceBelowCost[]> {
    const [market, taxRates, variants, limits] = await Promise.all([
      this.organisation.market(marketCode),
      this.books.taxRates(),
      this.variants.byIds([...new Set(changes.map((change) => change.variantId))]),
      this.references.limits(marketCode),
    ]);
    const rateOf = (taxClass: string) => chooseTaxRate(taxRates, { country: market.country, taxClass, at: at.toISOString() })?.rateBasisPoints ?? 0;
    return changes.flatMap(({ bookName, variantId, amountMinor }) => {
      const variant = variants.get(variantId);
      if (!variant || amountMinor === null) return [];
      const costMinor = variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null;
      const isLoss = costMinor !== null && isBelowCost({ priceMinor: amountMinor, costMinor, taxRateBasisPoints: rateOf(variant.taxClass), taxInclusive: market.taxInclusive });
      const limit = limits.get(variantId);
      const mapMinor = limit !== undefined && isBelowMap(amountMinor, [limit]) ? limit : null;
      return isLoss || mapMinor !== null ? [{ bookName, variantId, sku: variant.sku, title: variant.title, amountMinor, costMinor, isLoss, mapMinor }] : [];
    });
  }
}

/** The tax of the facts is what prices contain: 0 where they contain none. */
export function isBelow({ variantId, amountMinor }: Pick<CheckedPrice, 'variantId' | 'amountMinor'>, facts: DerivationFacts): boolean {
  const { costMinor = null, taxRateBasisPoints = 0 } = facts.get(variantId) ?? {};
  return costMinor !== null && amountMinor !== null && isBelowCost({ priceMinor: amountMinor, costMinor, taxRateBasisPoints, taxInclusive: true });
}
