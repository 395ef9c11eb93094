import { Injectable } from '@nestjs/common';
import { isBelowCost, isBelowMap } from '@oneshelf/domain-pricing';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
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
