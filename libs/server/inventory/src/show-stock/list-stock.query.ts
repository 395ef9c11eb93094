import { Injectable } from '@nestjs/common';
import type { StockListAnswer, StockListQuery } from '@oneshelf/contracts';
import { FindVariantsQuery } from '@oneshelf/server-catalog';
import { AvailabilityQuery } from '../availability/availability.query';
import { shownNumbers, totalOf } from './stock-numbers';

/** A page of products by SKU with their stock, in two statements. */
@Injectable()
export class ListStockQuery {
  constructor(
    private readonly variants: FindVariantsQuery,
    private readonly availability: AvailabilityQuery,
  ) {}

  async run({ search, locationId, cursor, limit }: StockListQuery): Promise<StockListAnswer> {
    const found = await this.variants.run({ search, afterSku: cursor, limit: limit + 1 });
    const page = found.slice(0, limit);
    const levels = await this.availability.run({ variantIds: page.map((variant) => variant.id), locationIds: locationId ? [locationId] : undefined });
    return {
      items: page.map(({ id, ...variant }) => {
        const locations = levels.filter((level) => level.variantId === id).map((level) => ({ locationId: level.locationId, ...shownNumbers(level) }));
        return { variantId: id, ...variant, ...totalOf(locations), locations };
      }),
      nextCursor: found.length > limit ? (page.at(-1)?.sku ?? null) : null,
    };
  }
}
