import { Injectable } from '@nestjs/common';
import type { IsvVariant } from '@oneshelf/contracts';
import { mainCause } from '@oneshelf/domain-marketplace';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { PushFacts } from '@oneshelf/server-marketplace';
import { IsvSampleRepository } from '../sample-isv/isv-sample.repository';
import { type MeasuredListing, PoolReader } from '../sample-isv/pool-reader.query';
import { IsvCourseQuery } from './isv-course.query';
import { titleOf } from './title-of';

const PUSHES = 10;
const SAMPLES = 100;
type Channel = IsvVariant['channels'][number];

/** One product number by number: what each channel shows of it now, what is there, why, and how it went. */
@Injectable()
export class ExplainVariantQuery {
  constructor(
    private readonly pools: PoolReader,
    private readonly samples: IsvSampleRepository,
    private readonly course: IsvCourseQuery,
    private readonly pushes: PushFacts,
    private readonly variants: VariantDirectory,
  ) {}

  /** Null: there is no such product. */
  async run(variantId: string, channelCode: string | undefined, at: Date): Promise<IsvVariant | null> {
    const variant = (await this.variants.byIds([variantId])).get(variantId);
    if (!variant) return null;
    const measuredAt = await this.samples.lastAt();
    const measured = await this.pools.ofVariant(variantId, measuredAt ?? at);
    const asked = measured.filter(({ listing }) => channelCode === undefined || listing.channelCode === channelCode);
    const components = variant.kind === 'bundle' ? await this.componentsOf(variantId) : undefined;
    return { variantId, sku: variant.sku, ...(components ? { components } : {}), title: titleOf(variant), measuredAt: measuredAt?.toISOString() ?? null, channels: await Promise.all(asked.map((one) => this.channel(one))) };
  }

  private async componentsOf(bundleId: string): Promise<NonNullable<IsvVariant['components']>> {
    const recipe = (await this.pools.recipes.of([bundleId])).get(bundleId) ?? [];
    const facts = await this.variants.byIds(recipe.map((component) => component.variantId));
    return recipe.map((component) => ({ ...component, sku: facts.get(component.variantId)?.sku ?? '', title: titleOf(facts.get(component.variantId)) }));
  }

  private async channel({ listing, limits, exposedUnits, bufferMilli, whole, places }: MeasuredListing): Promise<Channel> {
    const [pushes, samples] = await Promise.all([this.pushes.ofVariant(listing.variantId, listing.channelCode, PUSHES), this.course.ofVariant(listing.variantId, listing.channelCode, SAMPLES)]);
    return {
      channelCode: listing.channelCode, listingId: listing.id, channelSku: listing.sku, acknowledgedUnits: listing.acknowledgedUnits, exposedUnits, bufferMilli, push: listing.push, failure: listing.failure, cause: mainCause(whole),
      whole, places: places.map((place) => (limits.has(place.locationId) ? { ...place, limitedBy: limits.get(place.locationId) ?? null } : place)),
      pushes: pushes.map((push) => ({ units: push.units, failure: push.failure, wishedAt: push.wishedAt.toISOString(), answeredAt: push.answeredAt.toISOString() })),
      samples: samples.map(sampleOf),
    };
  }
}

/** A row of a past day is the sum of its samples; here it is their average. */
function sampleOf(row: Awaited<ReturnType<IsvCourseQuery['ofVariant']>>[number]): Channel['samples'][number] {
  const each = (milli: number): number => Math.round(milli / row.sample_count) + 0;
  const parts = { lagMilli: each(row.lag_milli), failedPushMilli: each(row.failed_push_milli), bufferMilli: each(row.buffer_milli), miscountMilli: each(row.miscount_milli), shrinkMilli: each(row.shrink_milli) };
  return {
    at: row.at.toISOString(), locationId: row.location_id, isDay: row.is_day, eposMilli: each(row.epos_milli), amazonMilli: each(row.amazon_milli), physicalMilli: each(row.physical_milli), countedMilli: row.counted_milli, shrunkMilli: row.shrunk_milli,
    ...parts, totalMilli: parts.lagMilli + parts.failedPushMilli + parts.bufferMilli + parts.miscountMilli + parts.shrinkMilli, isvBasisPoints: row.isv_basis_points,
  };
}
