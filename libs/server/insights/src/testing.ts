import { newId, system } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';

export const tester = system('tester');
export const DAY = '2026-11-21';
export const at = (time: string): string => `${DAY}T${time}:00.000Z`;

export interface Chain {
  soho: string;
  leeds: string;
  register: string;
  jacket: string;
  socks: string;
}

/** A market of two stores, a web shop and an Amazon channel that sells from Soho's stock with a buffer of 10 %. */
export async function openChain({ database }: Pick<TestDatabase, 'database'>): Promise<Chain> {
  const [soho, leeds, register, product, jacket, socks] = [newId(), newId(), newId(), newId(), newId(), newId()] as [string, string, string, string, string, string];
  await database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  const channel = (code: string, kind: string, buffer = 0) => ({ code, name: code.toUpperCase(), kind, market_code: 'GB', fulfilled_by: 'merchant', buffer_basis_points: buffer });
  await database.insertInto('channel').values([channel('pos-gb', 'pos'), channel('web-gb', 'web'), channel('amazon-gb', 'marketplace', 1000)]).execute();
  const place = (id: string, name: string) => ({
    id, code: name.toUpperCase(), name, kind: 'store', market_code: 'GB', channel_code: 'pos-gb', country: 'GB', time_zone: 'Europe/London', business_day_starts_at: '04:00',
    address: JSON.stringify({ lines: ['1 High Street'], city: name, postalCode: 'AB1 2CD' }), latitude: 51.5, longitude: -0.1, can_ship: true, can_pickup: true,
  });
  await database.insertInto('location').values([place(soho, 'Soho'), place(leeds, 'Leeds')]).execute();
  await database.insertInto('register').values({ id: register, location_id: soho, number: 1, name: 'Till 1' }).execute();
  await database.insertInto('channel_location').values({ channel_code: 'amazon-gb', location_id: soho }).execute();
  await database.insertInto('product').values({ id: product, handle: 'ridge', title: 'Ridge jacket', tax_class: 'standard', department: 'Outerwear', status: 'active', option_names: [] }).execute();
  const variant = (id: string, sku: string, position: number) => ({ id, product_id: product, sku, title: sku, position, status: 'active', option_values: [] });
  await database.insertInto('variant').values([variant(jacket, 'JACKET', 1), variant(socks, 'SOCKS', 2)]).execute();
  return { soho, leeds, register, jacket, socks };
}
