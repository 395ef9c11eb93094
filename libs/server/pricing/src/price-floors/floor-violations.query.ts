import { Injectable } from '@nestjs/common';
import type { FloorViolations } from '@oneshelf/contracts';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { DerivePrices } from '../derive-prices/derive-prices.use-case';
import { ReviewedDrafts } from '../predict-draft/reviewed-drafts';
import { VersionRepository } from '../version.repository';
import { PriceFloorRepository } from './price-floor.repository';

/** As many as a person reads before going back to the sheet. */
const SHOWN = 500;

@Injectable()
export class FloorViolationsQuery {
  constructor(
    private readonly drafts: ReviewedDrafts,
    private readonly versions: VersionRepository,
    private readonly derive: DerivePrices,
    private readonly floors: PriceFloorRepository,
    private readonly variants: VariantDirectory,
  ) {}

  /** Of the market's open drafts and what is derived from them. */
  async run(marketCode: string, now: Date): Promise<FloorViolations> {
    const drafts = await this.drafts.open(marketCode);
    if (drafts.length === 0) return { items: [] };
    const changes = await this.versions.changes(drafts.map((draft) => draft.versionId));
    const below = (await this.floors.below(marketCode, [...changes, ...(await this.derive.preview(marketCode, changes, { at: now })).changes])).slice(0, SHOWN);
    const variants = await this.variants.byIds([...new Set(below.map((price) => price.variantId))]);
    return { items: below.map((price) => ({ ...price, sku: variants.get(price.variantId)?.sku ?? '', title: variants.get(price.variantId)?.title ?? '' })) };
  }
}
