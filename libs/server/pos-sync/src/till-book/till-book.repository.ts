import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type DeviceActor } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface HeldBook {
  registerId: string;
  locationId: string;
  bookVersion: string;
  reportedAt: Date;
}

/** Which price book each till holds, by its own word. */
@Injectable()
export class TillBookRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The latest word counts: a till that was set back holds the older book again. */
  async report({ registerId, locationId }: Pick<DeviceActor, 'registerId' | 'locationId'>, bookVersion: string, now: Date): Promise<void> {
    await sql`
      INSERT INTO till_book (register_id, location_id, book_version, reported_at) VALUES (${registerId}, ${locationId}, ${bookVersion}, ${now})
      ON CONFLICT (register_id) DO UPDATE SET location_id = excluded.location_id, book_version = excluded.book_version, reported_at = excluded.reported_at
      WHERE till_book.reported_at <= excluded.reported_at`.execute(this.database);
  }

  async ofLocations(locationIds: string[]): Promise<HeldBook[]> {
    if (locationIds.length === 0) return [];
    const rows = await this.database.selectFrom('till_book').selectAll().where('location_id', 'in', locationIds).orderBy('register_id').execute();
    return rows.map((row) => ({ registerId: row.register_id, locationId: row.location_id, bookVersion: row.book_version, reportedAt: row.reported_at }));
  }
}
