'use client';
import { useMemo } from 'react';
import { marketZone, useDirectory } from '../../directory';

/** Name and store clock of a market; its code and UTC until the directory is there. */
export function useMarket(code: string): { name: string; timeZone: string; channelNames: ReadonlyMap<string, string>; placeNames: ReadonlyMap<string, string> } {
  const known = useDirectory();
  // The same object while the directory is the same: what is worked out of it is not worked out with every render.
  return useMemo(() => ({
    name: known?.markets.find((market) => market.code === code)?.name ?? code,
    timeZone: marketZone(known, code),
    channelNames: new Map(known?.channels.map((channel) => [channel.code, channel.name])),
    placeNames: new Map(known?.locations.flatMap((place) => (place.marketCode === code ? [[place.id, place.name] as const] : []))),
  }), [known, code]);
}
