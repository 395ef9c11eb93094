import { Injectable } from '@nestjs/common';
import { WaitingStockWork } from '@oneshelf/server-inventory/work';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';

/** Work on stock that waits for a person: differences of transfers, counts to do or to review, corrections to agree to. */
@Injectable()
export class StockWorkConcerns {
  constructor(private readonly work: WaitingStockWork) {}

  async run(placeName: PlaceName): Promise<Concern[]> {
    const { differences, counts, corrections } = await this.work.run(SHOWN_ROWS);
    return [
      {
        kind: 'transfer_differences', count: differences.count, href: '/stock/transfers?status=difference',
        rows: differences.first.map((transfer) => row({ id: transfer.id, subject: transfer.number, place: placeName(transfer.toLocationId), reason: transfer.missingMilli > 0 ? 'units_missing' : 'units_too_many', at: transfer.at.toISOString(), href: `/stock/transfers/${transfer.id}` })),
      },
      {
        kind: 'waiting_counts', count: counts.count, href: '/stock/counts',
        rows: counts.first.map((count) => row({ id: count.id, subject: count.number, place: placeName(count.locationId), reason: count.status === 'review' ? 'count_to_review' : 'count_to_do', at: count.at.toISOString(), href: `/stock/counts/${count.id}` })),
      },
      {
        kind: 'waiting_corrections', count: corrections.count, href: '/stock/corrections?status=waiting',
        rows: corrections.first.map((correction) => row({ id: correction.id, subject: correction.requestedBy, reason: 'second_person', at: correction.at.toISOString(), href: '/stock/corrections?status=waiting' })),
      },
    ];
  }
}
