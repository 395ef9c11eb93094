import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { StockValuationQuery, type ValuationAsk } from './stock-valuation.query';
import type { ValuedLevel } from './valuation-csv';

/** Each product at each location with its worth by both methods, in the words of a file. */
@Injectable()
export class ValuedLevels {
  constructor(
    private readonly valuation: StockValuationQuery,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(ask: Pick<ValuationAsk, 'at' | 'locationIds'>): Promise<ValuedLevel[]> {
    const levels = await this.valuation.levels(ask);
    const variants = await this.variants.byIds([...new Set(levels.map((level) => level.variant_id))]);
    const { locations, markets } = await this.organisation.read();
    return levels.map((level) => {
      const [location, variant] = [locations.get(level.location_id), variants.get(level.variant_id)];
      return {
        location: location?.code ?? '', department: variant?.department ?? '', sku: variant?.sku ?? level.variant_id, title: [variant?.title, variant?.variantTitle].filter(Boolean).join(' '),
        quantityMilli: level.quantity, currency: markets.get(location?.marketCode ?? '')?.currency ?? '', averageMinor: level.average, fifoMinor: level.fifo,
      };
    });
  }
}
