import { Injectable } from '@nestjs/common';
import type { StockLevelsCsvQuery } from '@oneshelf/contracts';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { AvailabilityQuery } from '../availability/availability.query';
import { StockSheetQuery } from './stock-sheet.query';

const PAGE = 1000;

/** Levels as the lines of a file, a page of SKUs at a time, so that a large house does not fill the memory. */
@Injectable()
export class LevelsCsv {
  constructor(
    private readonly sheet: StockSheetQuery,
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async *lines(query: StockLevelsCsvQuery): AsyncGenerator<string> {
    yield 'sku,title,location,on_hand,available,as_of\n';
    const { locations } = await this.organisation.read();
    let cursor: string | undefined;
    do {
      // The instant before the read: what is sold between the two is then a move since.
      const page = await this.sheet.run({ ...query, number: 'on_hand', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      const rows = new Map(page.variantIds.map((id, index) => [id, index]));
      const levels = await this.availability.run({ variantIds: page.variantIds, locationIds: page.locationIds });
      levels.sort((a, b) => (rows.get(a.variantId) ?? 0) - (rows.get(b.variantId) ?? 0));
      yield levels.map((level) => {
        const row = rows.get(level.variantId) ?? 0;
        return [page.skus[row], page.titles[row], locations.get(level.locationId)?.code, level.onHandMilli / 1000, Math.max(0, level.sellableMilli) / 1000, page.asOf].map((cell) => csvCell(String(cell ?? ''))).join(',');
      }).map((line) => `${line}\n`).join('');
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

/** A cell that a spreadsheet would run as a formula is quoted as text. */
export const csvCell = (text: string): string => {
  const safe = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d/.test(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
