import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface ListingFact {
  id: string;
  channelCode: string;
  variantId: string;
  sku: string;
  /** What the marketplace took last; null when it never took anything. */
  acknowledgedUnits: number | null;
  pushedAt: string | null;
  failure: string | null;
  /** What became of the last number: refused, on its way, or accepted. */
  push: 'failed' | 'waiting' | 'acknowledged';
}

/** What a marketplace asks for a variant, as it was last read there, and what became of the last push to its listing. */
export interface ListedPrice {
  channelCode: string;
  variantId: string;
  shownMinor: number | null;
  currency: string | null;
  readAt: Date | null;
  push: 'failed' | 'waiting' | 'acknowledged';
}

/** Listings as reports need them. */
@Injectable()
export class ListingFacts {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Every listing of these channels. */
  async ofChannels(channelCodes: string[]): Promise<ListingFact[]> {
    if (channelCodes.length === 0) return [];
    return (await this.rows().where('channel_code', 'in', channelCodes).orderBy('id').execute()).map(toFact);
  }

  /** The listings of one product on these channels. */
  async ofVariant(variantId: string, channelCodes: string[]): Promise<ListingFact[]> {
    if (channelCodes.length === 0) return [];
    return (await this.rows().where('variant_id', '=', variantId).where('channel_code', 'in', channelCodes).orderBy('channel_code').execute()).map(toFact);
  }

  /** Listings whose last push was refused, and how many there are in all. */
  async failing(take: number): Promise<{ count: number; first: ListingFact[] }> {
    const [counted, rows] = await Promise.all([
      this.database.selectFrom('listing').select((count) => count.fn.countAll<number>().as('count')).where('failure', 'is not', null).executeTakeFirst(),
      this.rows().where('failure', 'is not', null).orderBy('pushed_at', 'desc').orderBy('id').limit(take).execute(),
    ]);
    return { count: counted?.count ?? 0, first: rows.map(toFact) };
  }

  async pricesOf(channelCodes: string[]): Promise<ListedPrice[]> {
    if (channelCodes.length === 0) return [];
    const rows = await this.database
      .selectFrom('listing')
      .select(['channel_code', 'variant_id', 'shown_price_minor', 'shown_price_currency', 'price_read_at', 'failure', 'wanted_version', 'pushed_version'])
      .where('channel_code', 'in', channelCodes)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      channelCode: row.channel_code, variantId: row.variant_id, shownMinor: row.shown_price_minor, currency: row.shown_price_currency, readAt: row.price_read_at,
      push: pushOf(row),
    }));
  }

  private rows() {
    return this.database.selectFrom('listing').select(['id', 'channel_code', 'variant_id', 'external_sku', 'acknowledged_units', 'pushed_at', 'failure', 'wanted_version', 'pushed_version']);
  }
}

type Versions = { failure: string | null; wanted_version: number; pushed_version: number };

const pushOf = (row: Versions): ListingFact['push'] => (row.failure !== null ? 'failed' : row.wanted_version > row.pushed_version ? 'waiting' : 'acknowledged');

const toFact = (row: Versions & { id: string; channel_code: string; variant_id: string; external_sku: string; acknowledged_units: number | null; pushed_at: Date | null }): ListingFact => ({
  id: row.id, channelCode: row.channel_code, variantId: row.variant_id, sku: row.external_sku, acknowledgedUnits: row.acknowledged_units,
  pushedAt: row.pushed_at?.toISOString() ?? null, failure: row.failure, push: pushOf(row),
});
