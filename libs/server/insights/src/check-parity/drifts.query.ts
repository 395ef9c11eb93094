import { Injectable } from '@nestjs/common';
import { MarketplaceDriftQuery } from './marketplace-drift.query';
import type { FoundDrifts, LiveSheet } from './parity-sheet';
import { ReceiptDriftQuery } from './receipt-drift.query';
import { TillDriftQuery } from './till-drift.query';

/** Everywhere where another price is asked, or was sold at, than the live book says. */
@Injectable()
export class DriftsQuery {
  constructor(
    private readonly tills: TillDriftQuery,
    private readonly marketplaces: MarketplaceDriftQuery,
    private readonly receipts: ReceiptDriftQuery,
  ) {}

  async run(sheet: LiveSheet): Promise<FoundDrifts> {
    const [tills, marketplaces, receipts] = await Promise.all([this.tills.run(sheet), this.marketplaces.run(sheet), this.receipts.run(sheet)]);
    return { places: [...tills.places, ...marketplaces.places], drifts: [...tills.drifts, ...marketplaces.drifts, ...receipts] };
  }
}
