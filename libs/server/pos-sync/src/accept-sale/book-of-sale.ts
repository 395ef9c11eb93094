import { Injectable } from '@nestjs/common';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { LoadPriceBook, ReleaseRepository } from '@oneshelf/server-pricing';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** Finds the price book that a till quoted with, by its version ("GB:12"). */
@Injectable()
export class BookOfSale {
  constructor(
    private readonly loadPriceBook: LoadPriceBook,
    private readonly releases: ReleaseRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Null where no such release was ever made. */
  async find(version: string): Promise<PriceBook | null> {
    const [, marketCode = '', release = ''] = /^([A-Z]{2}):(\d{1,9})$/.exec(version) ?? [];
    const { markets } = await this.organisation.read();
    if (!markets.has(marketCode)) return null;
    const number = Number(release);
    if (number < 1 || number > (await this.releases.current(marketCode))) return null;
    return this.loadPriceBook.run(marketCode, number);
  }
}
