import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { StockBreachRepository } from '@oneshelf/server-inventory/watch';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';

/** Levels that nothing explains: what marketplaces are told of these products stands still until somebody looks. */
@Injectable()
export class StockBreachConcern {
  constructor(
    private readonly breaches: StockBreachRepository,
    private readonly variants: VariantDirectory,
  ) {}

  async run(placeName: PlaceName): Promise<Concern> {
    const { count, first } = await this.breaches.open(SHOWN_ROWS);
    const known = await this.variants.byIds([...new Set(first.map((breach) => breach.variant_id))]);
    const rows = first.map((breach) => {
      const variant = known.get(breach.variant_id);
      return row({ id: breach.id, subject: variant ? `${variant.sku} ${variant.title}` : breach.variant_id, place: placeName(breach.location_id), reason: breach.rule, at: breach.found_at.toISOString(), href: '/stock/watch' });
    });
    return { kind: 'stock_breaches', count, href: '/stock/watch', rows };
  }
}
