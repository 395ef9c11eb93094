import { Injectable } from '@nestjs/common';
import type { SalePayload } from '@oneshelf/contracts';
import type { Tx } from '@oneshelf/platform';
import { CustomerDirectory } from '@oneshelf/server-customers';
import type { Discrepancy } from '../till-sale.repository';

export interface BuyerOfSale {
  id: string;
  name: string;
  email: string | null;
}

/** Who bought, as the server knows her. A till that was offline may have given the prices of a group that she has left. */
@Injectable()
export class SaleBuyer {
  constructor(private readonly customers: CustomerDirectory) {}

  async run(tx: Tx, { basket }: Pick<SalePayload, 'basket'>): Promise<{ buyer: BuyerOfSale | null; found: Discrepancy[] }> {
    const { customerId, customerGroups = [] } = basket.buyer ?? {};
    if (customerId === undefined) return { buyer: null, found: customerGroups.length === 0 ? [] : [{ kind: 'buyer', details: { because: 'groups_without_customer', groups: customerGroups } }] };
    const known = await this.customers.byId(customerId, tx);
    if (!known) return { buyer: null, found: [{ kind: 'buyer', details: { because: 'unknown_customer', customerId } }] };
    const strange = customerGroups.filter((group) => !known.groups.includes(group));
    return { buyer: { id: known.id, name: known.name, email: known.email }, found: strange.length === 0 ? [] : [{ kind: 'buyer', details: { because: 'not_in_group', customerId, customerName: known.name, groups: strange } }] };
  }
}
