import { Injectable } from '@nestjs/common';
import { explodeDemand } from '@oneshelf/domain-inventory';
import { type Actor, recordAudit, type Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { CountRepository } from './count.repository';
import { usualThreshold } from './plan-count.use-case';

export interface AskCountInput {
  locationId: string;
  /** Products that a picker could not find there. */
  variantIds: string[];
  actor: Actor;
}

/** A pick that was refused opens a count of its products at the place; all of one place gather in one count (E-02). */
@Injectable()
export class AskCountUseCase {
  constructor(
    private readonly counts: CountRepository,
    private readonly recipes: BundleRecipes,
  ) {}

  async run(tx: Tx, { locationId, variantIds, actor }: AskCountInput): Promise<string> {
    // A bundle is not on a shelf: its components are counted.
    const recipes = await this.recipes.of(variantIds, tx);
    const wanted = [...new Set(explodeDemand(variantIds.map((variantId) => ({ variantId, quantityMilli: 0 })), recipes).map(({ variantId }) => variantId))];
    const made = await this.counts.create(tx, {
      locationId, title: '', source: 'short_pick', mode: 'live', recountUnitsMilli: usualThreshold.unitsMilli, recountValueMinor: usualThreshold.valueMinor, plannedBy: actor,
    });
    const countId = made ?? (await this.counts.openShortPickCount(tx, locationId));
    // Closed between the two statements: the next pick that fails opens the next one.
    if (countId === undefined) return this.run(tx, { locationId, variantIds, actor });
    await this.counts.addLines(tx, countId, { variantIds: wanted, planned: true });
    await recordAudit(tx, { actor, action: 'ask', subject: 'stock_count', subjectId: countId, locationId, after: { variantIds: wanted } });
    return countId;
  }
}
