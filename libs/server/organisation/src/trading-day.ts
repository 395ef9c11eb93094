import { Injectable } from '@nestjs/common';
import { businessDate } from '@oneshelf/domain-kernel';
import type { Location } from './directory';
import { OrganisationDirectory } from './organisation-directory';

/** Which day something counts for: the location's business date, or that of the market's first location. */
@Injectable()
export class TradingDay {
  constructor(private readonly organisation: OrganisationDirectory) {}

  /** YYYY-MM-DD */
  async of(at: Date, where: { locationId: string | null; marketCode: string }): Promise<string> {
    const clock = await this.clockOf(where);
    return businessDate(at.toISOString(), clock?.timeZone ?? 'UTC', clock?.businessDayStartsAt ?? '00:00');
  }

  /** Such as 'Europe/London'. */
  async zoneOf(where: { locationId: string | null; marketCode: string }): Promise<string> {
    return (await this.clockOf(where))?.timeZone ?? 'UTC';
  }

  private async clockOf(where: { locationId: string | null; marketCode: string }): Promise<Location | undefined> {
    const { locations } = await this.organisation.read();
    const first = [...locations.values()].filter((location) => location.marketCode === where.marketCode).sort((a, b) => (a.code < b.code ? -1 : 1))[0];
    return (where.locationId ? locations.get(where.locationId) : undefined) ?? first;
  }
}
