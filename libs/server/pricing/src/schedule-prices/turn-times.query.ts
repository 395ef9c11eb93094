import { Injectable } from '@nestjs/common';
import { instantOfLocalTime } from '@oneshelf/domain-kernel';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** When prices turn. */
export interface TurnTime {
  /** The moment; of a local time, when the last clock of the market shows it. */
  at: Date;
  /** A time on the clock of each store, and the market's clock for who has none; null: one moment for all. */
  local: { time: string; timeZone: string } | null;
}

@Injectable()
export class TurnTimesQuery {
  constructor(private readonly organisation: OrganisationDirectory) {}

  /** An instant, or a time without an offset, which is read on each store's clock; seconds are left out. */
  async of(marketCode: string, text: string): Promise<TurnTime> {
    if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return { at: new Date(text), local: null };
    const time = text.slice(0, 16);
    const zones = await this.zonesOf(marketCode);
    return { at: new Date(Math.max(...zones.map((zone) => instantOfLocalTime(time, zone)))), local: { time, timeZone: zones[0] ?? 'UTC' } };
  }

  /** The clocks of a market, that of the most places first: it is the market's, for who sells without a place. */
  private async zonesOf(marketCode: string): Promise<string[]> {
    const counts = new Map<string, number>();
    for (const place of await this.organisation.locations()) if (place.marketCode === marketCode) counts.set(place.timeZone, (counts.get(place.timeZone) ?? 0) + 1);
    return counts.size === 0 ? ['UTC'] : [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([zone]) => zone);
  }
}
