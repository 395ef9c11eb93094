'use client';
import { marketZone, useDirectory } from '../../directory';

/** Markets and channels by name, and the clock of a market's stores. */
export function useMarkets() {
  const known = useDirectory();
  return {
    markets: known?.markets ?? [],
    channels: known?.channels ?? [],
    marketName: (code: string) => known?.markets.find((market) => market.code === code)?.name ?? code,
    channelName: (code: string) => known?.channels.find((channel) => channel.code === code)?.name ?? code,
    currencyOf: (code: string) => known?.markets.find((market) => market.code === code)?.currency ?? 'GBP',
    timeZone: (market: string) => marketZone(known, market),
  };
}
