import type { Insertable } from 'kysely';
import type { channel } from '../../generated/database';

// The seller is the simulator's; the marketplace is the one that Amazon publishes for amazon.co.uk.
const AMAZON_ACCOUNT = { sellerId: 'A2FIELDHOUSEDEMO', marketplaceId: 'A1F83G8C2ARO7P' };

interface ChannelFacts {
  code: string;
  name: string;
  kind: 'pos' | 'web' | 'marketplace';
  market: 'GB' | 'DE';
  fulfilledBy?: 'marketplace';
  buffer?: number;
  /** Uses the union's One Stop Shop. */
  paysAtDestination?: true;
}

const facts: ChannelFacts[] = [
  { code: 'store-gb', name: 'Stores UK', kind: 'pos', market: 'GB' },
  { code: 'store-de', name: 'Stores Germany', kind: 'pos', market: 'DE' },
  { code: 'web-gb', name: 'Web UK', kind: 'web', market: 'GB' },
  { code: 'web-de', name: 'Web Germany', kind: 'web', market: 'DE', paysAtDestination: true },
  { code: 'amazon-gb', name: 'Amazon UK', kind: 'marketplace', market: 'GB', buffer: 1000 },
  { code: 'amazon-gb-fba', name: 'Amazon UK (FBA)', kind: 'marketplace', market: 'GB', fulfilledBy: 'marketplace' },
];

export const demoChannels = facts.map((channel) => ({
  code: channel.code,
  name: channel.name,
  kind: channel.kind,
  market_code: channel.market,
  fulfilled_by: channel.fulfilledBy ?? 'merchant',
  buffer_basis_points: channel.buffer ?? 0,
  pays_tax_at_destination: channel.paysAtDestination ?? false,
  price_abroad: 'gross_stays',
  external_account: channel.kind === 'marketplace' ? AMAZON_ACCOUNT : null,
})) satisfies Insertable<channel>[];
