import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { DeviceRepository } from '@oneshelf/server-identity';
import { sql } from 'kysely';

export interface TillFact {
  registerId: string;
  locationId: string;
  lastSeenAt: string | null;
}

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 14;

/** Tills that may keep something to themselves. */
@Injectable()
export class TillHealth {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly devices: DeviceRepository,
  ) {}

  /**
   * Tills with holes in the numbers of their operations of the last fourteen days: what is missing was made and has not
   * arrived. Numbers count up within an epoch; a new enrolment begins a new one.
   */
  async withGaps(now: Date): Promise<(TillFact & { missing: number })[]> {
    const { rows } = await sql<{ device_id: string; missing: number }>`
      SELECT device_id, sum(missing)::int8 AS missing FROM (
        SELECT device_id, max(sequence) - min(sequence) + 1 - count(DISTINCT sequence) AS missing FROM device_operation
        WHERE received_at > ${new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS)} GROUP BY device_id, epoch) epochs
      WHERE missing > 0 GROUP BY 1`.execute(this.database);
    if (rows.length === 0) return [];
    const missingOf = new Map(rows.map((row) => [row.device_id, row.missing]));
    return (await this.devices.list()).flatMap((device) => (missingOf.has(device.id) ? [{ ...toFact(device), missing: missingOf.get(device.id) ?? 0 }] : []));
  }

  /** Enrolled tills that nobody has heard of since then. */
  async silentSince(since: Date): Promise<TillFact[]> {
    return (await this.devices.list())
      .filter((device) => device.enrolled_at !== null && device.revoked_at === null && (device.last_seen_at ?? device.enrolled_at) < since)
      .map(toFact);
  }
}

const toFact = (device: { register_id: string; location_id: string; last_seen_at: Date | null }): TillFact => ({
  registerId: device.register_id, locationId: device.location_id, lastSeenAt: device.last_seen_at?.toISOString() ?? null,
});
