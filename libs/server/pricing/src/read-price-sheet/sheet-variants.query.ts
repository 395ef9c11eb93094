import { Injectable } from '@nestjs/common';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type Market, OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';

/** The rows of a sheet, and the market that they are in. */
@Injectable()
export class SheetVariantsQuery {
  constructor(
    private readonly taxes: PriceBookRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async market(code: string): Promise<Market | undefined> {
    return (await this.organisation.read()).markets.get(code);
  }

  /** Everything that is sold, and of the changed products those that are not sold any more. */
  async of(changedIds: Iterable<string>): Promise<VariantFacts[]> {
    const active = await this.variants.active();
    const known = new Set(active.map((variant) => variant.id));
    return [...active, ...(await this.variants.byIds([...new Set(changedIds)].filter((id) => !known.has(id)))).values()];
  }

  /** Basis points by tax class. */
  async rates(market: Market, variants: readonly VariantFacts[], now: Date): Promise<Map<string, number>> {
    const taxRates = await this.taxes.taxRates();
    const classes = new Set(variants.map((variant) => variant.taxClass));
    return new Map([...classes].map((taxClass) => [taxClass, chooseTaxRate(taxRates, { country: market.country, taxClass, at: now.toISOString() })?.rateBasisPoints ?? 0]));
  }
}
