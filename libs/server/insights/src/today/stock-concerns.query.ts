import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { LedgerFacts } from '@oneshelf/server-inventory';
import { StockBreachRepository } from '@oneshelf/server-inventory/watch';
import { ChannelConcerns } from './channel-concerns.query';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';
import { StockWorkConcerns } from './stock-work-concerns.query';

/** What is odd about stock itself (levels that nothing explains, movements that wait for their month), and work on it that waits. */
@Injectable()
export class StockConcerns {
  constructor(
    private readonly ledger: LedgerFacts,
    private readonly breaches: StockBreachRepository,
    private readonly variants: VariantDirectory,
    private readonly work: StockWorkConcerns,
    private readonly channels: ChannelConcerns,
  ) {}

  async run(now: Date, placeName: PlaceName): Promise<Concern[]> {
    const [unexplained, isv, work, outside] = await Promise.all([this.unexplained(placeName), this.channels.run(now), this.work.run(placeName), this.outsideTheirMonth()]);
    return [unexplained, ...isv, ...work, outside];
  }

  /** What marketplaces are told of these products stands still until somebody looks. */
  private async unexplained(placeName: PlaceName): Promise<Concern> {
    const { count, first } = await this.breaches.open(SHOWN_ROWS);
    const known = await this.variants.byIds([...new Set(first.map((breach) => breach.variant_id))]);
    const rows = first.map((breach) => {
      const variant = known.get(breach.variant_id);
      return row({ id: breach.id, subject: variant ? `${variant.sku} ${variant.title}` : breach.variant_id, place: placeName(breach.location_id), reason: breach.rule, at: breach.found_at.toISOString(), href: '/stock/watch' });
    });
    return { kind: 'stock_breaches', count, href: '/stock/watch', rows };
  }

  private async outsideTheirMonth(): Promise<Concern> {
    const { count, oldestAt } = await this.ledger.outsideTheirMonth();
    return { kind: 'ledger_months', count, href: '/stuck-work', rows: count === 0 ? [] : [row({ id: 'stock_movement_default', subject: 'stock_movement_default', count, at: oldestAt?.toISOString() ?? null })] };
  }
}
