import { Injectable } from '@nestjs/common';
import type { TillStock, TillStockElsewhere } from '@oneshelf/contracts';
import { greatCircleKm } from '@oneshelf/domain-kernel';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { BinPlaces } from '@oneshelf/server-inventory/work';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

@Injectable()
export class TillStockQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly bins: BinPlaces,
  ) {}

  async here(locationId: string, now: Date): Promise<TillStock> {
    const [rows, homes] = await Promise.all([this.availability.atLocation(locationId), this.bins.homes(locationId)]);
    return { readAt: now.toISOString(), variantIds: rows.map((row) => row.variantId), sellableMilli: rows.map((row) => row.sellableMilli), ...(homes.size > 0 ? { bins: rows.map((row) => homes.get(row.variantId)?.code ?? '') } : {}) };
  }

  /** The nearest places of the same market first. */
  async elsewhere(locationId: string, variantId: string): Promise<TillStockElsewhere> {
    const [here, locations] = await Promise.all([this.organisation.location(locationId), this.organisation.locations()]);
    const others = locations.filter((other) => other.id !== locationId && other.marketCode === here.marketCode && other.kind !== 'marketplace');
    const rows = await this.availability.run({ variantIds: [variantId], locationIds: others.map((other) => other.id) });
    const items = others.map((other) => ({
      locationId: other.id,
      locationName: other.name,
      distanceKm: Math.round(greatCircleKm(here, other)),
      sellableMilli: Math.max(0, rows.find((row) => row.locationId === other.id)?.sellableMilli ?? 0),
    }));
    return { items: items.sort((a, b) => a.distanceKm - b.distanceKm) };
  }
}
