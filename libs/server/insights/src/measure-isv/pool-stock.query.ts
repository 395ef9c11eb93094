import { Injectable } from '@nestjs/common';
import { AvailabilityQuery, LedgerFacts } from '@oneshelf/server-inventory';

export interface PoolStock {
  onHandMilli: number;
  sellableMilli: number;
  physicalMilli: number;
}

/** What lies in the places of a pool: by the levels that everybody reads, and by the movements that explain them. */
@Injectable()
export class PoolStockQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly ledger: LedgerFacts,
  ) {}

  /** Every asked variant has an entry. */
  async run(variantIds: string[], locationIds: string[]): Promise<Map<string, PoolStock>> {
    const [levels, physical] = await Promise.all([this.availability.run({ variantIds, locationIds }), this.ledger.onHand(variantIds, locationIds)]);
    const pools = new Map(variantIds.map((id) => [id, { onHandMilli: 0, sellableMilli: 0, physicalMilli: physical.get(id) ?? 0 }]));
    for (const level of levels) {
      const pool = pools.get(level.variantId);
      if (!pool) continue;
      pool.onHandMilli += level.onHandMilli;
      pool.sellableMilli += level.sellableMilli;
    }
    return pools;
  }
}
