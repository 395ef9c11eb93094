'use client';
import { useQuery } from '@tanstack/react-query';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { apiFetch } from '../../api';
import { commonZone } from '../../zoned-time';

/** Markets and channels by name, and the clock of a market's stores. */
export function useMarkets() {
  const { data } = useQuery({ queryKey: ['directory'], queryFn: ({ signal }) => apiFetch<DirectoryAnswer>('/api/directory', { signal }), staleTime: 300_000 });
  return {
    markets: data?.markets ?? [],
    channels: data?.channels ?? [],
    marketName: (code: string) => data?.markets.find((market) => market.code === code)?.name ?? code,
    channelName: (code: string) => data?.channels.find((channel) => channel.code === code)?.name ?? code,
    currencyOf: (code: string) => data?.markets.find((market) => market.code === code)?.currency ?? 'GBP',
    timeZone: (market: string) => {
      const places = data?.locations.filter((location) => location.marketCode === market) ?? [];
      return commonZone(places.filter((place) => place.kind === 'store'), places[0]?.timeZone ?? 'UTC');
    },
  };
}
