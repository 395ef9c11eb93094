export interface Market {
  code: string;
  name: string;
  country: string;
  currency: string;
  taxInclusive: boolean;
  locale: string;
  /** What is paid in cash is a multiple of it: CHF 5, GBP 1; a market may say another. */
  cashStepMinor: number;
  /** Per which quantity the price of a unit is shown. */
  unitPriceRule: 'whole' | 'hundred_when_small';
}

export interface Channel {
  code: string;
  name: string;
  kind: 'pos' | 'web' | 'marketplace';
  marketCode: string;
  /** Who sends the goods: 'marketplace' (FBA) is a pool of stock apart. */
  fulfilledBy: 'merchant' | 'marketplace';
  /** Share of the stock that the channel never sees: 500 is 5 %. */
  bufferBasisPoints: number;
  /** Pays the tax of the destination within the union; what becomes of a price with tax where another rate applies. */
  tax: { paysAtDestination: boolean; priceAbroad: 'gross_stays' | 'net_stays' };
  /** How long a checkout keeps its units, in seconds, how often it may be made longer, and what becomes of an order of which not all is there. */
  holds: { secondsAnonymous: number; secondsKnown: number; extensions: number };
  orderMode: 'all' | 'part' | 'split';
  /** In the order in which they are offered. None: what is sent costs nothing and goes anywhere. */
  shippingMethods: ChannelShippingMethod[];
}

/** What a channel may see of the shelf: of which places how much, and what is withheld. */
export interface ChannelPoolSettings {
  channelCode: string;
  bufferKind: 'percent' | 'units' | 'tuned';
  bufferBasisPoints: number;
  /** Withheld by `units`; the least that is withheld by `tuned`. */
  bufferUnits: number;
  /** How often an oversale may happen, by `tuned`: 100 is 1 %. */
  targetBasisPoints: number;
  /** From our number to what shoppers there see. */
  latencySeconds: number;
  /** After it showed none, the channel opens again with at least so many. */
  reopenAtUnits: number;
  /** In the order in which they are offered. */
  feeds: { locationId: string; shareBasisPoints: number }[];
  /** Raised with each change, so that two people do not overwrite each other. */
  version: number;
}

export interface ChannelShippingMethod {
  methodId: string;
  names: { en: string; de: string };
  feeMinor: number;
  countries: string[];
  /** What the goods cost, after promotions and with tax. */
  minItemsMinor?: number;
  maxItemsMinor?: number;
  /** Absent: taxed as the goods are. */
  taxClass?: string;
}

export interface Location {
  id: string;
  code: string;
  name: string;
  kind: 'store' | 'warehouse' | 'marketplace';
  marketCode: string;
  /** The till channel of a store. */
  channelCode: string | null;
  country: string;
  timeZone: string;
  /** 'HH:MM' in its own zone: sales before it belong to the day before. */
  businessDayStartsAt: string;
  address: { lines: string[]; city: string; postalCode: string };
  latitude: number;
  longitude: number;
  canShip: boolean;
  canPickup: boolean;
  /** Places that share prices, and the part of the country; null: none. */
  priceZone: string | null;
  region: string | null;
}

export interface Register {
  id: string;
  locationId: string;
  number: number;
  name: string;
  terminalReaderId: string | null;
}

/** All of it at one moment. It is small and rarely changes. */
export interface Directory {
  markets: Map<string, Market>;
  channels: Map<string, Channel>;
  locations: Map<string, Location>;
  registers: Map<string, Register>;
  /** Location ids by channel code, in the order in which they are offered. */
  channelLocations: Map<string, string[]>;
  /** What each channel may see of the shelf, by channel code. */
  pools: Map<string, ChannelPoolSettings>;
}
