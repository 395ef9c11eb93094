'use client';
import { useQuery } from '@tanstack/react-query';
import { commonZone } from '../../zoned-time';
import { directory } from './price-queries';

/** Name and store clock of a market; its code and UTC until the directory is there. */
export function useMarket(code: string): { name: string; timeZone: string; channelNames: ReadonlyMap<string, string>; placeNames: ReadonlyMap<string, string> } {
  const { data } = useQuery(directory);
  const places = data?.locations.filter((location) => location.marketCode === code) ?? [];
  return {
    name: data?.markets.find((market) => market.code === code)?.name ?? code,
    timeZone: commonZone(places.filter((place) => place.kind === 'store'), places[0]?.timeZone ?? 'UTC'),
    channelNames: new Map(data?.channels.map((channel) => [channel.code, channel.name])),
    placeNames: new Map(places.map((place) => [place.id, place.name])),
  };
}
