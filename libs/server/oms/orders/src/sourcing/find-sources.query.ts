import { Injectable } from '@nestjs/common';
import type { Result } from '@oneshelf/domain-kernel';
import { explodeDemand, type Recipe } from '@oneshelf/domain-inventory';
import { type CannotRoute, route, type RouteLine, type RoutePlan } from '@oneshelf/domain-routing';
import type { Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { type RoutingExclusion, RoutingExclusions } from './routing-exclusions.repository';

export interface SourcingRequest {
  channelCode: string;
  lines: RouteLine[];
  kind: 'pickup' | 'delivery';
  pickupLocationId: string | null;
  /** Where it goes; without coordinates the nearest in its country stands for it. */
  destination: { country: string; latitude?: number | undefined; longitude?: number | undefined } | null;
  /** What this order holds already counts as available to it. `recipe`: of a bundle, as it was ordered. */
  held?: { locationId: string; variantId: string; quantityMilli: number; recipe?: Recipe }[];
  /** Locations that are out of the question, e.g. the one that could not find the units. */
  without?: string[];
}

/** Which locations would serve these lines now, and why: the domain's routing over what is available this moment. */
@Injectable()
export class FindSources {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly exclusions: RoutingExclusions,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Leaves locations out of routing for products that they could not find, for a day. */
  exclude(tx: Tx, exclusions: RoutingExclusion[], reason: string): Promise<void> {
    return this.exclusions.add(tx, exclusions, reason);
  }

  async run(request: SourcingRequest): Promise<Result<RoutePlan, CannotRoute>> {
    const [lines, held] = await Promise.all([this.withRecipes(request.lines), this.withRecipes(request.held ?? [])]);
    const variantIds = [...new Set(lines.flatMap((line) => (line.recipe ?? [line]).map((one) => one.variantId)))];
    const [feeding, rows, excluded] = await Promise.all([
      this.organisation.locationsOfChannel(request.channelCode),
      this.availability.run({ variantIds, channelCode: request.channelCode, ...(request.kind === 'pickup' && request.pickupLocationId ? { locationIds: [request.pickupLocationId] } : {}) }),
      this.exclusions.current(),
    ]);
    const locations = feeding.filter((location) => !request.without?.includes(location.id));
    const destination = destinationOf(request, locations);
    return route({
      lines,
      kind: request.kind,
      ...(request.pickupLocationId ? { pickupLocationId: request.pickupLocationId } : {}),
      ...(destination ? { destination } : {}),
      locations: locations.map((location) => ({
        locationId: location.id, code: location.code, latitude: location.latitude, longitude: location.longitude, canShip: location.canShip, canPickup: location.canPickup,
        available: availableAt(location.id, rows, held),
        excluded: excluded.filter((one) => one.locationId === location.id).map((one) => one.variantId),
      })),
    });
  }

  /** A bundle can only come from where all its components are; one that was ordered already is what it was made of then. */
  private async withRecipes<Line extends { variantId: string; recipe?: Recipe }>(lines: readonly Line[]): Promise<Line[]> {
    const recipes = await this.recipes.of(lines.map((line) => line.variantId));
    return lines.map((line) => {
      const recipe = line.recipe ?? recipes.get(line.variantId);
      return recipe ? { ...line, recipe } : line;
    });
  }
}

function availableAt(locationId: string, rows: { variantId: string; locationId: string; sellableMilli: number }[], held: NonNullable<SourcingRequest['held']>): Record<string, number> {
  const available: Record<string, number> = {};
  for (const row of rows) if (row.locationId === locationId) available[row.variantId] = row.sellableMilli;
  const here = held.filter((one) => one.locationId === locationId);
  const made = new Map(here.flatMap(({ variantId, recipe }) => (recipe ? [[variantId, recipe] as const] : [])));
  for (const one of explodeDemand(here, made)) available[one.variantId] = (available[one.variantId] ?? 0) + one.quantityMilli;
  return available;
}

/** No coordinates: the middle of the country's own locations, so that they come before those abroad. */
function destinationOf({ destination }: SourcingRequest, locations: Location[]): { latitude: number; longitude: number } | null {
  if (!destination) return null;
  if (destination.latitude !== undefined && destination.longitude !== undefined) return { latitude: destination.latitude, longitude: destination.longitude };
  const near = locations.filter((location) => location.country === destination.country);
  if (near.length === 0) return null;
  const mean = (pick: (location: Location) => number): number => near.reduce((sum, location) => sum + pick(location), 0) / near.length;
  return { latitude: mean((location) => location.latitude), longitude: mean((location) => location.longitude) };
}
