import { Inject, Injectable } from '@nestjs/common';
import type { PriceFloorList, PriceFloorQuery } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceFloorRepository } from './price-floor.repository';

/** The market's own floors by SKU. */
@Injectable()
export class ListPriceFloorsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly floors: PriceFloorRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(marketCode: string, { q, take }: PriceFloorQuery): Promise<Result<PriceFloorList, { kind: 'unknown_market'; message: string }>> {
    const market = (await this.organisation.read()).markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const floors = await this.floors.of(this.database, marketCode);
    const variants = await this.variants.byIds([...floors.keys()]);
    const sought = (q ?? '').toLowerCase();
    const items = [...floors]
      .map(([variantId, amountMinor]) => ({ variantId, sku: variants.get(variantId)?.sku ?? '', title: variants.get(variantId)?.title ?? '', amountMinor }))
      .filter(({ sku, title }) => sku.toLowerCase().includes(sought) || title.toLowerCase().includes(sought))
      .sort((a, b) => Number(a.sku === '') - Number(b.sku === '') || (a.sku < b.sku ? -1 : 1));
    return ok({ currency: market.currency, items: items.slice(0, take), total: items.length });
  }
}
