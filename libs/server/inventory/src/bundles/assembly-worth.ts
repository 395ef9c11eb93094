import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { CostStockUseCase } from '../cost-stock/cost-stock.use-case';

export interface PackedKit {
  assemblyId: string;
  /** The kit. */
  variantId: string;
  locationId: string;
  componentIds: readonly string[];
  /** Of the kit within its operation. */
  entry: number;
}

/** A packed kit is worth what its components were worth, to the minor unit. */
@Injectable()
export class AssemblyWorth {
  constructor(private readonly costs: CostStockUseCase) {}

  /** Reckons the components, which have just left, and gives what they took along to the kit. */
  async keep(tx: Tx, { assemblyId, variantId, locationId, componentIds, entry }: PackedKit): Promise<void> {
    await this.costs.run(tx, componentIds);
    await sql`
      INSERT INTO stock_receipt_value (operation_id, entry, variant_id, location_id, value_minor)
      SELECT ${assemblyId}::uuid, ${entry}::int4, ${variantId}::uuid, ${locationId}::uuid, greatest(0, -coalesce(sum(average_minor + average_expensed_minor), 0))::int8
      FROM stock_cost_entry WHERE cause_kind = 'assembly' AND cause_id = ${assemblyId} AND variant_id = ANY(${[...componentIds]}::uuid[])`.execute(tx);
  }
}
