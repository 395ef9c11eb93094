import { Injectable } from '@nestjs/common';
import { LedgerFacts } from '@oneshelf/server-inventory';
import { type Concern, row } from './concern';

/** What is odd about the stock ledger itself. */
@Injectable()
export class StockConcerns {
  constructor(private readonly ledger: LedgerFacts) {}

  async run(): Promise<Concern[]> {
    const { count, oldestAt } = await this.ledger.outsideTheirMonth();
    return [{ kind: 'ledger_months', count, href: '/stuck-work', rows: count === 0 ? [] : [row({ id: 'stock_movement_default', subject: 'stock_movement_default', count, at: oldestAt?.toISOString() ?? null })] }];
  }
}
