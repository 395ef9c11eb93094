'use client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { apiQuery } from './api';
import { commonZone } from './zoned-time';

/** Markets, channels and locations: they change rarely, so a screen asks once in five minutes. */
export const directory = queryOptions({ ...apiQuery('/api/directory'), staleTime: 300_000 });

export const useDirectory = (): DirectoryAnswer | undefined => useQuery(directory).data;

/** The zone of a location; without one, the clock of the channel's market; undefined while neither is known. */
export function zoneOf(known: DirectoryAnswer | undefined, place: { locationId?: string | null; channelCode?: string }): string | undefined {
  const own = known?.locations.find((location) => location.id === place.locationId);
  if (own !== undefined) return own.timeZone;
  const market = known?.channels.find((channel) => channel.code === place.channelCode)?.marketCode;
  return market === undefined ? undefined : marketZone(known, market);
}

/** The clock of a market's stores, or of its other places where it has none. UTC until the directory is there. */
export function marketZone(known: DirectoryAnswer | undefined, market: string): string {
  const places = known?.locations.filter((location) => location.marketCode === market) ?? [];
  return commonZone(places.filter((place) => place.kind === 'store'), places[0]?.timeZone ?? 'UTC');
}
