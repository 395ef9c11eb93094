import { Injectable } from '@nestjs/common';
import type { PriceScopes } from '@oneshelf/contracts';
import { CustomerDirectory } from '@oneshelf/server-customers';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

@Injectable()
export class ReadPriceScopes {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly customers: CustomerDirectory,
  ) {}

  /** What a book of the market may name besides channels and stores. */
  async of(marketCode: string): Promise<PriceScopes> {
    const [locations, customerGroups] = await Promise.all([this.organisation.locations(), this.customers.groups()]);
    const here = locations.filter((location) => location.marketCode === marketCode);
    const named = (names: (string | null)[]): string[] => [...new Set(names.filter((name) => name !== null))].sort();
    return { customerGroups, priceZones: named(here.map((location) => location.priceZone)), regions: named(here.map((location) => location.region)) };
  }
}
