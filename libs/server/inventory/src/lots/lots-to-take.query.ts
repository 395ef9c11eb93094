import { Inject, Injectable } from '@nestjs/common';
import { chooseLots, type LotOnHand } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { dayAt } from './lot-day';

/** A line that somebody will pick. */
export interface LineToPick {
  id: string;
  variantId: string;
  locationId: string;
  channelCode: string;
  quantityMilli: number;
}

export interface LotToTake {
  code: string;
  expiresOn: string | null;
  quantityMilli: number;
}

interface ShelfLot extends LotOnHand {
  variantId: string;
  locationId: string;
}

/** Which lots a picker takes: first expired first of those that keep for the channel; lines share what is there in their order. */
@Injectable()
export class LotsToTakeQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** By line; a line of goods without lots has no entry. Statements: 1, and 1 more where there are lots. */
  async run(lines: readonly LineToPick[], now: Date): Promise<Map<string, LotToTake[]>> {
    if (lines.length === 0) return new Map();
    const lots = await this.shelf(lines);
    if (lots.length === 0) return new Map();
    const { locations } = await this.organisation.read();
    const rules = new Map((await this.database.selectFrom('lot_rule').selectAll().execute()).map((row) => [row.channel_code, row.days]));
    return new Map(lines.flatMap((line): [string, LotToTake[]][] => {
      const here = lots.filter((lot) => lot.variantId === line.variantId && lot.locationId === line.locationId);
      if (here.length === 0) return [];
      const { parts } = chooseLots(here, line.quantityMilli, { day: dayAt(locations.get(line.locationId)?.timeZone ?? 'UTC', now), minimumDays: rules.get(line.channelCode) ?? 0 });
      return [[line.id, parts.flatMap(({ lotId, quantityMilli }) => {
        const lot = here.find((one) => one.lotId === lotId);
        if (!lot) return [];
        lot.quantityMilli -= quantityMilli;
        return [{ code: lot.code, expiresOn: lot.expiresOn, quantityMilli }];
      })]];
    }));
  }

  private async shelf(lines: readonly LineToPick[]): Promise<ShelfLot[]> {
    const { rows } = await sql<ShelfLot>`
      SELECT at.lot_id AS "lotId", at.variant_id AS "variantId", at.location_id AS "locationId", lot.code, lot.expires_on AS "expiresOn", at.shelf_milli AS "quantityMilli"
      FROM (SELECT DISTINCT * FROM unnest(${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.locationId)}::uuid[]) AS p (variant_id, location_id)) place
      JOIN stock_lot_level at USING (variant_id, location_id) JOIN stock_lot lot ON lot.id = at.lot_id WHERE at.shelf_milli > 0`.execute(this.database);
    return rows;
  }
}
