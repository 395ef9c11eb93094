import { Injectable } from '@nestjs/common';
import { LedgerFacts } from '@oneshelf/server-inventory';

export interface PoolStock {
  onHandMilli: number;
  sellableMilli: number;
  physicalMilli: number;
}

/** What lies in the places of a pool: by the levels that everybody reads, and by the movements that explain them. */
@Injectable()
export class PoolStockQuery {
  constructor(private readonly ledger: LedgerFacts) {}

  /** Every asked variant has an entry. */
  async run(variantIds: string[], locationIds: string[]): Promise<Map<string, PoolStock>> {
    const pools = new Map(variantIds.map((id) => [id, { onHandMilli: 0, sellableMilli: 0, physicalMilli: 0 }]));
    for (const place of await this.ledger.atPlaces(variantIds, locationIds)) {
      const pool = pools.get(place.variantId);
      if (!pool) continue;
      pool.onHandMilli += place.onHandMilli;
      pool.sellableMilli += place.sellableMilli;
      pool.physicalMilli += place.physicalMilli;
    }
    return pools;
  }
}
