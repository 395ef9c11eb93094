import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { CostRepository, type UncostedChange } from './cost.repository';
import { carriedKey, type CostFacts, foldCosts } from './fold-costs';

/** As many variants as one transaction reckons; a rush of them goes in turns. */
const CHUNK = 200;

/**
 * Reckons what goods are worth from their movements, soon after them: a sale waits for nothing (ADR 34). The worth is a
 * fold of facts, so it may be late and is never wrong.
 */
@Injectable()
export class CostStockUseCase {
  constructor(
    private readonly repository: CostRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
    private readonly transactions: Transactions,
  ) {}

  /** Folds all that moved of these variants and was not folded. Twice changes nothing. */
  async run(tx: Tx, variantIds: readonly string[]): Promise<void> {
    const ids = [...new Set(variantIds)];
    for (let start = 0; start < ids.length; start += CHUNK) await this.fold(tx, ids.slice(start, start + CHUNK));
  }

  /** What no event told of: data that were there before, an import. Answers how many variants it took; zero: all is reckoned. */
  async sweep(limit = CHUNK): Promise<number> {
    return this.transactions.write(async (tx) => {
      const waiting = await this.repository.waiting(tx, limit);
      await this.run(tx, waiting);
      return waiting.length;
    });
  }

  /** Sweeps until nothing waits. */
  async sweepAll(): Promise<void> {
    for (;;) if ((await this.sweep()) === 0) return;
  }

  private async fold(tx: Tx, variantIds: string[]): Promise<void> {
    await this.repository.lock(tx, variantIds);
    const levels = await this.repository.levels(tx, variantIds);
    const changes = await this.repository.uncosted(tx, variantIds);
    const entries = foldCosts(levels, changes, await this.factsOf(tx, changes));
    await this.repository.write(tx, levels, entries);
  }

  private async factsOf(tx: Tx, changes: readonly UncostedChange[]): Promise<CostFacts> {
    const unpriced = changes.filter((change) => change.valueMinor === null && change.unitCostMinor === null).map((change) => change.variantId);
    const variants = await this.variants.byIds([...new Set(unpriced)]);
    const { locations, markets } = await this.organisation.read();
    const currencyOf = (locationId: string): string | undefined => markets.get(locations.get(locationId)?.marketCode ?? '')?.currency;
    const carried = await this.repository.carried(tx, [...new Set(changes.filter((change) => change.fromBucket === 'transit').map((change) => change.causeId))]);
    return {
      listCostOf: (variantId, locationId) => {
        const variant = variants.get(variantId);
        return variant && variant.costCurrency === currencyOf(locationId) ? variant.stockCostMinor : null;
      },
      carried: new Map(carried.map((worth) => [carriedKey(worth), worth])),
      isOneCurrency: (one, other) => currencyOf(one) === currencyOf(other),
    };
  }
}
