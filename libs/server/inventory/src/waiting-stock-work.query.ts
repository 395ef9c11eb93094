import { Injectable } from '@nestjs/common';
import { CorrectionsQuery } from './corrections/corrections.query';
import { CountsQuery } from './counts/counts.query';
import { TransfersQuery } from './transfers/transfers.query';

/** Work on stock that waits for a person, for the list of today. */
@Injectable()
export class WaitingStockWork {
  constructor(
    private readonly transfers: TransfersQuery,
    private readonly counts: CountsQuery,
    private readonly corrections: CorrectionsQuery,
  ) {}

  async run(limit: number) {
    const [differences, counts, corrections] = await Promise.all([this.transfers.unseenDifferences(limit), this.counts.waiting(limit), this.corrections.waiting(limit)]);
    return { differences, counts, corrections };
  }
}
