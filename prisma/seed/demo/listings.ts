import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { listing, marketplace_stock } from '../../generated/database';
import { seedChance, seedId } from '../seed-id';
import { demoProducts, type DemoProduct, type DemoVariant } from './catalogue';
import { fixedStock } from './fixed-stock';

interface Listed {
  product: DemoProduct;
  variant: DemoVariant;
}

/** Whole products in a mixed but fixed order, until there are about so many variants. Those that stories name come first. */
function listedVariants(candidates: DemoProduct[], about: number, name: string): Listed[] {
  const isFixed = (product: DemoProduct) => product.variants.some((variant) => fixedStock[variant.sku] !== undefined);
  const rank = (product: DemoProduct) => (isFixed(product) ? 0 : 1) + seedChance(`${name}:${product.handle}`);
  const listed: Listed[] = [];
  for (const product of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    if (listed.length >= about) break;
    listed.push(...product.variants.map((variant) => ({ product, variant })));
  }
  return listed;
}

/** Shaped like the ids of Amazon's catalogue, and made of the SKU. */
function catalogueIdOf(sku: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(`asin:${sku}`).digest('hex').slice(0, 14)}`).toString(36);
  return `B0${digits.toUpperCase().padStart(8, '0').slice(-8)}`;
}

const merchantFulfilled = listedVariants(demoProducts.filter((product) => product.listingType !== 'BOOK' && product.listingType !== 'MAP' && product.listingType !== 'RAW_MATERIALS' && product.listingType !== 'LOOSE'), 300, 'listed');
const amazonFulfilled = listedVariants(demoProducts.filter((product) => product.department === 'Camp kitchen'), 40, 'fba');

/**
 * Our offers on Amazon. Those that we send start with a wish that nobody pushed yet (wanted 1, pushed 0), so that the
 * opening stock gets there too; those that Amazon sends have no quantity of ours.
 */
export function demoListings(): Insertable<listing>[] {
  const row = ({ product, variant }: Listed, channelCode: string) => ({
    id: seedId(`listing:${channelCode}:${variant.sku}`),
    channel_code: channelCode,
    variant_id: variant.id,
    external_product_id: catalogueIdOf(variant.sku),
    product_type: product.listingType,
  });
  return [
    ...merchantFulfilled.map((listed) => ({
      ...row(listed, 'amazon-gb'),
      external_sku: listed.variant.sku,
      fulfilment_attributes: { fulfillment_channel_code: 'DEFAULT', lead_time_to_ship_max_days: 2 },
      wanted_version: 1,
    })),
    // One seller may not use one SKU for two offers.
    ...amazonFulfilled.map((listed) => ({
      ...row(listed, 'amazon-gb-fba'),
      external_sku: `${listed.variant.sku}-FBA`,
      fulfilment_attributes: { fulfillment_channel_code: 'AMAZON_EU' },
      wanted_version: 0,
    })),
  ];
}

/** What Amazon said it keeps for us when it was last asked. */
export function demoMarketplaceStock(readAt: Date): Insertable<marketplace_stock>[] {
  return amazonFulfilled.map(({ variant }) => {
    const upTo = (most: number, of: string) => Math.floor(seedChance(`fba:${of}:${variant.sku}`) * (most + 1));
    return {
      channel_code: 'amazon-gb-fba',
      variant_id: variant.id,
      fulfillable: upTo(60, 'fulfillable'),
      inbound: upTo(24, 'inbound'),
      reserved: upTo(5, 'reserved'),
      unfulfillable: upTo(2, 'unfulfillable'),
      read_at: readAt,
    };
  });
}
