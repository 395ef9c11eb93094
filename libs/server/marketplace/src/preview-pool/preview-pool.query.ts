import { Inject, Injectable } from '@nestjs/common';
import type { ChannelPoolPreview, PreviewChannelPool } from '@oneshelf/contracts';
import type { ChannelExposure } from '@oneshelf/domain-marketplace';
import { type Database, DATABASE, Problem } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type Channel, type ChannelPoolSettings, OrganisationDirectory } from '@oneshelf/server-organisation';
import { ExposureQuery } from '../push-stock/exposure.query';

const A_HANDFUL = 12;
const MOST_COUNTED = 5000;

/** What a channel sees now and what it would see by other settings, by the very function that its numbers come from. */
@Injectable()
export class PreviewPoolQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly exposure: ExposureQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  /** @throws Problem for a channel or location that is not there, or a pool apart */
  async run(channelCode: string, wanted: PreviewChannelPool): Promise<ChannelPoolPreview> {
    const channel = await this.channelOf(channelCode, wanted);
    const before = await this.organisation.freshPool(channelCode);
    const { variantIds: asked, ...settings } = wanted;
    const after: ChannelPoolSettings = { ...settings, channelCode, version: before.version };
    const shown = asked && asked.length > 0 ? [...new Set(asked)] : await this.inDanger(channel);
    const [now, then, facts, listings] = await Promise.all([
      this.exposure.withPool(before, shown), this.exposure.withPool(after, shown), this.variants.byIds(shown), channel.kind === 'marketplace' ? this.count(before, after) : null,
    ]);
    const items = shown.flatMap((variantId) => {
      const [seen, wouldSee, fact] = [now.get(variantId), then.get(variantId), facts.get(variantId)];
      return seen && wouldSee && fact ? [{ variantId, sku: fact.sku, title: [fact.title, fact.variantTitle].filter(Boolean).join(', '), freeMilli: Math.max(seen.freeMilli, wouldSee.freeMilli), before: viewOf(seen), after: viewOf(wouldSee) }] : [];
    });
    return { items, listings };
  }

  private async channelOf(channelCode: string, { feeds }: PreviewChannelPool): Promise<Channel> {
    const { channels, locations } = await this.organisation.read();
    const channel = channels.get(channelCode);
    if (!channel) throw new Problem(404, 'unknown_channel', `There is no channel ${channelCode}.`);
    if (channel.kind === 'pos' || channel.fulfilledBy === 'marketplace') throw new Problem(409, 'pool_apart', `${channel.name} does not sell from the common shelf.`);
    const stranger = feeds.find((feed) => !locations.has(feed.locationId));
    if (stranger) throw new Problem(404, 'unknown_location', `There is no open location ${stranger.locationId}. Read the locations again.`);
    return channel;
  }

  /** Whose units last the shortest time, by what marketplaces of the same market list; a shop has no list of its own. */
  private async inDanger({ code, kind, marketCode }: Channel): Promise<string[]> {
    const channels = kind === 'marketplace' ? [code] : (await this.organisation.channels()).filter((other) => other.kind === 'marketplace' && other.fulfilledBy === 'merchant' && other.marketCode === marketCode).map((other) => other.code);
    if (channels.length === 0) return [];
    const rows = await this.database.selectFrom('listing').select('variant_id').where('channel_code', 'in', channels).orderBy('cover_hours').orderBy('wanted_units', 'desc').orderBy('id').limit(A_HANDFUL).execute();
    return [...new Set(rows.map((row) => row.variant_id))];
  }

  private async count(before: ChannelPoolSettings, after: ChannelPoolSettings): Promise<ChannelPoolPreview['listings']> {
    const rows = await this.database.selectFrom('listing').select('variant_id').where('channel_code', '=', before.channelCode).orderBy('id').limit(MOST_COUNTED).execute();
    const variantIds = rows.map((row) => row.variant_id);
    const [now, then] = await Promise.all([this.exposure.withPool(before, variantIds), this.exposure.withPool(after, variantIds)]);
    const changes = variantIds.map((id) => ({ from: now.get(id)?.exposedMilli ?? 0, to: then.get(id)?.exposedMilli ?? 0 }));
    return { counted: changes.length, more: changes.filter(({ from, to }) => to > from).length, fewer: changes.filter(({ from, to }) => to < from).length, toNone: changes.filter(({ from, to }) => from > 0 && to === 0).length };
  }
}

const viewOf = ({ exposedMilli, bufferMilli, decidedBy }: ChannelExposure) => ({ exposedMilli, bufferMilli, decidedBy });
