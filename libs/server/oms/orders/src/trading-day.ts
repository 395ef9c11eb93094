import { Injectable } from '@nestjs/common';
import { businessDate } from '@oneshelf/domain-kernel';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** Which day something counts for: the location's business date, or that of the market's first location. */
@Injectable()
export class TradingDay {
  constructor(private readonly organisation: OrganisationDirectory) {}

  /** YYYY-MM-DD */
  async of(at: Date, where: { locationId: string | null; marketCode: string }): Promise<string> {
    const { locations } = await this.organisation.read();
    const first = [...locations.values()].filter((location) => location.marketCode === where.marketCode).sort((a, b) => (a.code < b.code ? -1 : 1))[0];
    const clock = (where.locationId ? locations.get(where.locationId) : undefined) ?? first;
    return businessDate(at.toISOString(), clock?.timeZone ?? 'UTC', clock?.businessDayStartsAt ?? '00:00');
  }
}
