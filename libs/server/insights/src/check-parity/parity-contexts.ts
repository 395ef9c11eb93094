import type { ParityContext } from '@oneshelf/contracts';
import type { PriceBook, ShelfContext } from '@oneshelf/domain-pricing';
import type { Channel, Directory, Location, Market } from '@oneshelf/server-organisation';

/** A context as it is named, and as the engine takes it. */
export interface PricedContext {
  named: ParityContext;
  shelf: ShelfContext;
}

/** Customer groups that a book or a promotion of the market names: any other group sees what a stranger sees. */
export function groupsOf({ books, promotions }: PriceBook): string[] {
  const named = [...books.flatMap(({ customerGroup, alsoCustomerGroups = [] }) => [...(customerGroup === undefined ? [] : [customerGroup]), ...alsoCustomerGroups]), ...promotions.flatMap(({ customerGroups = [] }) => customerGroups)];
  return [...new Set(named)].sort();
}

/** Every channel of the market at each of its stores, for strangers and each group; marketplaces know no groups. */
export function contextsOf(market: Market, directory: Directory, { groups, at }: { groups: readonly string[]; at: string }): PricedContext[] {
  const channels = [...directory.channels.values()].filter((channel) => channel.marketCode === market.code).sort((a, b) => (a.code < b.code ? -1 : 1));
  return channels.flatMap((channel) =>
    placesOf(channel, directory).flatMap((location) =>
      [null, ...(channel.kind === 'marketplace' ? [] : groups)].map((group) => ({ named: nameOf(channel, location, group), shelf: shelfOf(market, { channel, location, group, at }) }))));
}

/** The stores that sell through a till channel; elsewhere no store sells. */
function placesOf(channel: Channel, { locations }: Directory): (Location | null)[] {
  if (channel.kind !== 'pos') return [null];
  return [...locations.values()].filter((location) => location.channelCode === channel.code).sort((a, b) => (a.code < b.code ? -1 : 1));
}

const nameOf = ({ code, kind }: Channel, location: Location | null, customerGroup: string | null): ParityContext => ({
  id: [code, location?.code ?? '', customerGroup ?? ''].join('|'), channelCode: code, kind, locationId: location?.id ?? null, customerGroup,
});

function shelfOf(market: Market, { channel, location, group, at }: { channel: Channel; location: Location | null; group: string | null; at: string }): ShelfContext {
  return {
    ...plainContext(market, at), channelCode: channel.code, locationId: location?.id ?? null,
    ...(group === null ? {} : { buyer: { customerGroups: [group] } }),
    ...(location ? { taxCountry: location.country, timeZone: location.timeZone } : {}),
    ...(location?.priceZone == null ? {} : { priceZone: location.priceZone }), ...(location?.region == null ? {} : { region: location.region }),
  };
}

/** The market's own price: what no scope but the market's, and no promotion of one channel, makes. */
export const plainContext = (market: Market, at: string): ShelfContext => ({
  marketCode: market.code, channelCode: '', locationId: null, currency: market.currency, pricedAt: at, taxCountry: market.country,
});
