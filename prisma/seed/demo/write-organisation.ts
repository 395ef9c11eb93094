import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { demoChannels } from './channels';
import { demoShippingMethods } from './shipping-methods';
import { demoStores, demoWarehouse, type DemoPlace } from './places';

// Which places feed which channel. What Amazon keeps itself (FBA) is a pool apart and has no place of ours.
const feeds: Record<string, (place: DemoPlace) => boolean> = {
  'store-gb': (place) => place.kind === 'store' && place.marketCode === 'GB',
  'store-de': (place) => place.kind === 'store' && place.marketCode === 'DE',
  'web-gb': (place) => place.marketCode === 'GB',
  'web-de': (place) => place.marketCode === 'DE',
  'amazon-gb': (place) => place.marketCode === 'GB',
};

export async function writeOrganisation(tx: Kysely<DB>): Promise<void> {
  const places = [...demoStores, demoWarehouse];
  await insertRows(tx, 'channel', demoChannels);
  await insertRows(tx, 'shipping_method', demoShippingMethods);
  await insertRows(tx, 'location', places.map((place) => ({
    id: place.id,
    code: place.code,
    name: place.name,
    kind: place.kind,
    market_code: place.marketCode,
    channel_code: place.channelCode,
    country: place.marketCode,
    time_zone: place.timeZone,
    business_day_starts_at: '04:00',
    address: { lines: [place.address.line1], city: place.address.city, postalCode: place.address.postalCode },
    latitude: place.latitude,
    longitude: place.longitude,
    // What a place offers to web and marketplace buyers it must be able to send.
    can_ship: true,
    can_pickup: place.kind === 'store',
    active: true,
    price_zone: place.priceZone ?? null,
    region: place.region ?? null,
  })));
  await insertRows(tx, 'register', places.flatMap((place) => place.registers.map((register) => ({
    id: register.id,
    location_id: place.id,
    number: register.number,
    name: register.name,
    terminal_reader_id: register.terminalReaderId,
  }))));
  await insertRows(tx, 'channel_location', Object.entries(feeds).flatMap(([channelCode, isFedBy]) =>
    places.filter(isFedBy).map((place) => ({ channel_code: channelCode, location_id: place.id })),
  ));
}
