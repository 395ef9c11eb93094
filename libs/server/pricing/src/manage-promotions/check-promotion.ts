import { Injectable } from '@nestjs/common';
import type { PromotionDefinition } from '@oneshelf/contracts';
import { CollectionDirectory, VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

export type CheckPromotionRefusal =
  | { kind: 'unknown_market'; message: string }
  | { kind: 'unknown_collection'; message: string }
  | { kind: 'unknown_product'; message: string }
  | { kind: 'unknown_location'; message: string }
  | { kind: 'unknown_channel'; channelCode: string; message: string };

/** Whether everything that a promotion names is there, in its market. */
@Injectable()
export class CheckPromotion {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly collections: CollectionDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  /** Null: nothing is missing. */
  async run(marketCode: string, definition: PromotionDefinition): Promise<CheckPromotionRefusal | null> {
    const { markets, channels } = await this.organisation.read();
    if (!markets.has(marketCode)) return { kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` };
    const foreign = definition.channelCodes.find((code) => channels.get(code)?.marketCode !== marketCode);
    if (foreign !== undefined) return { kind: 'unknown_channel', channelCode: foreign, message: `${foreign} is not a channel of market ${marketCode}. Nothing was saved.` };
    const [locations, collections, variants, products] = await Promise.all([
      this.organisation.locations(), this.collections.all(), this.variants.byIds(uuids(named(definition, ['variantIds', 'exceptVariantIds']))), this.variants.titlesOfProducts(uuids(named(definition, ['productIds', 'exceptProductIds']))),
    ]);
    const here = new Set(locations.filter((location) => location.marketCode === marketCode).map(({ id }) => id));
    if ((definition.locationIds ?? []).some((id) => !here.has(id))) return { kind: 'unknown_location', message: `A store that is named is not in market ${marketCode}. Nothing was saved.` };
    const known = new Set(collections.map((collection) => collection.id));
    if (named(definition, ['collectionIds', 'exceptCollectionIds']).some((id) => !known.has(id))) return { kind: 'unknown_collection', message: 'A collection that is named is not there any more. Choose another. Nothing was saved.' };
    const isLost = named(definition, ['variantIds', 'exceptVariantIds']).some((id) => !variants.has(id)) || named(definition, ['productIds', 'exceptProductIds']).some((id) => !products.has(id));
    return isLost ? { kind: 'unknown_product', message: 'A product that is named is not there any more. Choose another. Nothing was saved.' } : null;
  }
}

/** Every id under these keys, in whatever part of a definition. */
export function named(part: unknown, keys: readonly string[]): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => (keys.includes(key) && Array.isArray(value) ? value.filter((id) => typeof id === 'string') : named(value, keys)));
}

/** Those that can be asked for; anything else is nobody's id. */
export const uuids = (ids: readonly string[]): string[] => [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)))];
