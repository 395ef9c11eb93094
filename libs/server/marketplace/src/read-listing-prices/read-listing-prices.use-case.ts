import { Inject, Injectable } from '@nestjs/common';
import { decimalToMinor, isCurrency, minorUnitDigits } from '@oneshelf/domain-kernel';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { AmazonClient } from '../amazon/amazon-client';
import { AmazonError } from '../amazon/amazon-error';
import { type ListingItem, PurchasableOffers } from '../amazon/amazon-models';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';

/** Twenty seconds of calls at Amazon's rate. */
const AT_A_TIME = 100;
const FRESH_MS = 6 * 3_600_000;

interface ClaimedListing {
  id: string;
  sku: string;
}

/** Notes what Amazon asks for each listing, so that it can be compared with our books (B-04). The longest unread come first. */
@Injectable()
export class ReadListingPricesUseCase {
  constructor(
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Answers how many were read; an outage ends the run, and what was not read keeps its last price. */
  async run(now: Date): Promise<{ read: number }> {
    let read = 0;
    for (const listing of await this.claim(now)) {
      await this.bucket.take('getListingsItem');
      try {
        await this.note(listing, askedFor(await this.amazon.getListing(listing.sku)));
        read += 1;
      } catch (error) {
        if (!(error instanceof AmazonError)) throw error;
        await this.database.updateTable('listing').set({ price_failure: error.message }).where('id', '=', listing.id).execute();
        if (!error.permanent) break;
      }
    }
    return { read };
  }

  /** Workers at once take other listings: who takes one marks it as read. */
  private async claim(now: Date): Promise<ClaimedListing[]> {
    const { rows } = await sql<ClaimedListing>`
      UPDATE listing SET price_read_at = ${now} WHERE id IN (
        SELECT id FROM listing WHERE price_read_at IS NULL OR price_read_at < ${new Date(now.getTime() - FRESH_MS)}
        ORDER BY price_read_at NULLS FIRST, id LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED)
      RETURNING id, external_sku AS sku`.execute(this.database);
    return rows;
  }

  private async note({ id }: ClaimedListing, price: ShownPrice | null): Promise<void> {
    await this.database.updateTable('listing').set({ shown_price_minor: price?.amountMinor ?? null, shown_price_currency: price?.currency ?? null, price_failure: null }).where('id', '=', id).execute();
  }
}

interface ShownPrice {
  amountMinor: number;
  currency: string;
}

/** The first offer's price, tax included; null where the listing names none. */
function askedFor({ attributes = {} }: ListingItem): ShownPrice | null {
  const offers = PurchasableOffers.safeParse(attributes['purchasable_offer']);
  const offer = offers.success ? offers.data[0] : undefined;
  const value = offer?.our_price[0]?.schedule[0]?.value_with_tax;
  if (!offer || value === undefined || !isCurrency(offer.currency)) return null;
  const amount = decimalToMinor(String(value), { digits: minorUnitDigits(offer.currency), mode: 'half_up' });
  return amount.ok ? { amountMinor: amount.value, currency: offer.currency } : null;
}
