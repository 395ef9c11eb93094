import { Injectable } from '@nestjs/common';
import type { PriceClashes } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReviewedDrafts } from '../predict-draft/reviewed-drafts';
import { ClashRepository } from './clash.repository';

/** Nobody chooses among more at once: the rest comes when these are settled. */
const MOST = 1000;

@Injectable()
export class ListClashesQuery {
  constructor(
    private readonly drafts: ReviewedDrafts,
    private readonly clashes: ClashRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Clashes of the market's open drafts if they went live at that time, with names. */
  async run(marketCode: string, at: Date): Promise<Result<PriceClashes, { kind: 'unknown_market'; message: string }>> {
    const market = (await this.organisation.read()).markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const all = await this.clashes.find((await this.drafts.open(marketCode)).map((draft) => draft.versionId), at);
    const found = all.slice(0, MOST);
    const variants = await this.variants.byIds([...new Set(found.map((clash) => clash.variantId))]);
    return ok({
      currency: market.currency,
      count: all.length,
      items: found.map(({ byNumber, byName, byAt, isScheduled, ...clash }) => {
        const variant = variants.get(clash.variantId);
        return {
          ...clash, sku: variant?.sku ?? '', title: variant ? (variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title) : '',
          by: byNumber === null || byName === null || byAt === null ? null : { number: byNumber, name: byName, at: byAt.toISOString(), isScheduled },
        };
      }),
    });
  }
}
