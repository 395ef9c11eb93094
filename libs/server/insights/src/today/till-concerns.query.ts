import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { OpenDiscrepancies, TillHealth } from '@oneshelf/server-pos-sync';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';

const HOUR_MS = 3_600_000;
const SILENT_HOURS = 24;
/** Discrepancies are answered on the page itself, so more of them are shown. */
const SHOWN_DISCREPANCIES = 20;

/** What tills said otherwise, did not send, or do not say at all. */
@Injectable()
export class TillConcerns {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly discrepancies: OpenDiscrepancies,
    private readonly health: TillHealth,
  ) {}

  async run(now: Date, placeName: PlaceName): Promise<Concern[]> {
    const { registers } = await this.organisation.read();
    const registerName = (id: string) => registers.get(id)?.name ?? id;
    const [open, gaps, silent] = await Promise.all([this.discrepancies.run(SHOWN_DISCREPANCIES), this.health.withGaps(now), this.health.silentSince(new Date(now.getTime() - SILENT_HOURS * HOUR_MS))]);
    return [
      {
        kind: 'sale_discrepancies', count: open.count, href: null,
        rows: open.first.map((found) => row({ id: found.id, subject: found.receiptNumber ?? found.saleId, place: placeName(found.locationId), reason: found.kind, at: found.createdAt, href: `/orders/${found.saleId}` })),
      },
      {
        kind: 'till_gaps', count: gaps.length, href: '/tills',
        rows: gaps.slice(0, SHOWN_ROWS).map((till) => row({ id: till.registerId, subject: registerName(till.registerId), place: placeName(till.locationId), count: till.missing, at: till.lastSeenAt, href: '/tills' })),
      },
      {
        kind: 'silent_tills', count: silent.length, href: '/tills',
        rows: silent.slice(0, SHOWN_ROWS).map((till) => row({ id: till.registerId, subject: registerName(till.registerId), place: placeName(till.locationId), at: till.lastSeenAt, href: '/tills' })),
      },
    ];
  }
}
