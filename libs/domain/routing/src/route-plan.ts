import type { Recipe } from '@oneshelf/domain-inventory';

export interface RouteLine {
  lineId: string;
  variantId: string;
  quantityMilli: number;
  /** Of a bundle: what it is made of. Each location is then asked for its components, and sends whole bundles only. */
  recipe?: Recipe;
}

export interface RouteLocation {
  locationId: string;
  code: string;
  latitude: number;
  longitude: number;
  canShip: boolean;
  canPickup: boolean;
  /** What may be promised there, thousandths by variant id. */
  available: Readonly<Record<string, number>>;
  /** Variants that it could not find lately: as if it had none. */
  excluded?: readonly string[];
}

export interface RouteRequest {
  lines: readonly RouteLine[];
  kind: 'pickup' | 'delivery';
  /** Of a pickup. */
  pickupLocationId?: string;
  /** Of a delivery; without it every distance is null and codes decide. */
  destination?: { latitude: number; longitude: number };
  locations: readonly RouteLocation[];
}

export type RouteReason =
  | 'pickup_store' | 'nearest_with_all' | 'fewest_splits' | 'most_of_the_rest'
  | 'cannot_ship' | 'cannot_pickup' | 'not_the_pickup_store' | 'has_nothing' | 'has_only_part' | 'farther' | 'not_needed' | 'could_not_find';

export interface RouteVerdict {
  locationId: string;
  code: string;
  verdict: 'chosen' | 'rejected';
  because: RouteReason;
  distanceKm: number | null;
}

export interface RoutePart {
  locationId: string;
  lines: RouteLine[];
  distanceKm: number | null;
}

export interface RoutePlan {
  /** Nearest first. Their lines sum to the lines asked for. */
  parts: RoutePart[];
  /** Every location: the chosen first, then by distance and code. */
  trace: RouteVerdict[];
  because: RouteReason;
}

export interface CannotRoute {
  kind: 'cannot_route';
  /** What no permitted set of locations has, by variant id. */
  missing: { variantId: string; quantityMilli: number }[];
}
