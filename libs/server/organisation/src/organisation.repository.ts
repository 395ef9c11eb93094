import { Inject, Injectable } from '@nestjs/common';
import { cashRounding } from '@oneshelf/domain-kernel';
import { type Database, DATABASE } from '@oneshelf/platform';
import type { DB } from '@oneshelf/database-types';
import type { Selectable } from 'kysely';
import type { Channel, ChannelPoolSettings, ChannelShippingMethod, Directory, Location, Market, Register } from './directory';

@Injectable()
export class OrganisationRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async load(): Promise<Directory> {
    const [markets, channels, links, locations, registers, methods] = await Promise.all([
      this.database.selectFrom('market').selectAll().orderBy('position').execute(),
      this.database.selectFrom('channel').selectAll().execute(),
      this.database.selectFrom('channel_location').selectAll().orderBy('priority').orderBy('location_id').execute(),
      this.database.selectFrom('location').selectAll().where('active', '=', true).orderBy('code').execute(),
      this.database.selectFrom('register').selectAll().orderBy('number').execute(),
      this.database.selectFrom('shipping_method').selectAll().orderBy('position').orderBy('code').execute(),
    ]);
    const channelLocations = new Map<string, string[]>();
    for (const link of links) channelLocations.set(link.channel_code, [...(channelLocations.get(link.channel_code) ?? []), link.location_id]);
    return {
      markets: new Map(markets.map((row): [string, Market] => [row.code, { code: row.code, name: row.name, country: row.country, currency: row.currency, taxInclusive: row.tax_inclusive, locale: row.locale, cashStepMinor: row.cash_step_minor ?? cashRounding(row.currency), unitPriceRule: row.unit_price_rule as Market['unitPriceRule'] }])),
      channels: new Map(channels.map((row): [string, Channel] => [row.code, toChannel(row, methods.filter((method) => method.channel_code === row.code))])),
      locations: new Map(locations.map((row): [string, Location] => [row.id, toLocation(row)])),
      registers: new Map(registers.map((row): [string, Register] => [row.id, { id: row.id, locationId: row.location_id, number: row.number, name: row.name, terminalReaderId: row.terminal_reader_id }])),
      channelLocations,
      pools: new Map(channels.map((row): [string, ChannelPoolSettings] => [row.code, toPool(row, links.filter((link) => link.channel_code === row.code))])),
    };
  }

  /** One channel's pool as it is at this moment, for who tells others numbers by it; undefined: no such channel. */
  async pool(channelCode: string): Promise<ChannelPoolSettings | undefined> {
    const [channel, feeds] = await Promise.all([
      this.database.selectFrom('channel').selectAll().where('code', '=', channelCode).executeTakeFirst(),
      this.database.selectFrom('channel_location').selectAll().where('channel_code', '=', channelCode).orderBy('priority').orderBy('location_id').execute(),
    ]);
    return channel ? toPool(channel, feeds) : undefined;
  }
}

const toChannel = (row: Selectable<DB['channel']>, methods: Selectable<DB['shipping_method']>[]): Channel => ({
  code: row.code,
  name: row.name,
  kind: row.kind as Channel['kind'],
  marketCode: row.market_code,
  fulfilledBy: row.fulfilled_by as Channel['fulfilledBy'],
  bufferBasisPoints: row.buffer_basis_points,
  tax: { paysAtDestination: row.pays_tax_at_destination, priceAbroad: row.price_abroad as Channel['tax']['priceAbroad'] },
  holds: { secondsAnonymous: row.hold_seconds_anonymous, secondsKnown: row.hold_seconds_known, extensions: row.hold_extensions },
  orderMode: row.order_mode as Channel['orderMode'],
  shippingMethods: methods.map((method) => ({
    methodId: method.code, names: method.names as ChannelShippingMethod['names'], feeMinor: method.fee_minor, countries: method.countries,
    ...(method.min_items_minor === null ? {} : { minItemsMinor: method.min_items_minor }), ...(method.max_items_minor === null ? {} : { maxItemsMinor: method.max_items_minor }),
    ...(method.tax_class === null ? {} : { taxClass: method.tax_class }),
  })),
});

const toPool = (row: Selectable<DB['channel']>, feeds: Selectable<DB['channel_location']>[]): ChannelPoolSettings => ({
  channelCode: row.code,
  bufferKind: row.buffer_kind as ChannelPoolSettings['bufferKind'],
  bufferBasisPoints: row.buffer_basis_points,
  bufferUnits: row.buffer_units,
  targetBasisPoints: row.buffer_target_basis_points,
  latencySeconds: row.latency_seconds,
  reopenAtUnits: row.reopen_at_units,
  feeds: feeds.map((feed) => ({ locationId: feed.location_id, shareBasisPoints: feed.share_basis_points })),
  version: row.pool_version,
});

interface LocationRow {
  id: string; code: string; name: string; kind: string; market_code: string; channel_code: string | null; country: string; time_zone: string;
  business_day_starts_at: string; address: unknown; latitude: number; longitude: number; can_ship: boolean; can_pickup: boolean;
  price_zone: string | null; region: string | null;
}

const toLocation = (row: LocationRow): Location => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind as Location['kind'],
  marketCode: row.market_code,
  channelCode: row.channel_code,
  country: row.country,
  timeZone: row.time_zone,
  businessDayStartsAt: row.business_day_starts_at,
  address: row.address as Location['address'],
  latitude: row.latitude,
  longitude: row.longitude,
  canShip: row.can_ship,
  canPickup: row.can_pickup,
  priceZone: row.price_zone,
  region: row.region,
});
