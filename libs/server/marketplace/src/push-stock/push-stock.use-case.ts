import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { AmazonClient } from '../amazon/amazon-client';
import { AmazonError } from '../amazon/amazon-error';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { FeedStockUseCase } from '../feed-stock/feed-stock.use-case';
import { ExposureQuery } from './exposure.query';
import { type ClaimedListing, ListingPushRepository } from './listing-push.repository';

const OPERATION = 'patchListingsItem';
const DEFAULT_WAIT_MS = 200;
const FAILURES_BEFORE_REST = 3;
const WISHES_AT_A_TIME = 1000;
/** Enough for five calls a second when each takes most of one; fewer than the queue's jobs at a time, so that one is free to raise a wish. */
const DRAINS_AT_A_TIME = 4;
const UNEXPLAINED = 'The stock of this product is not what its movements make it. Nothing is sent until that is put right: see Stock, Watch.';

/**
 * Keeps the quantities of merchant-fulfilled marketplace listings right. Numbers are absolute, so many changes become
 * one push: a change only raises a wish, and whoever works takes the listing in most danger, reads the number of that
 * moment and sends it. One worker holds a listing at a time, so an older number never arrives after a newer one.
 */
@Injectable()
export class PushStockUseCase {
  private readonly draining = new Map<string, number>();
  private readonly askedAgain = new Set<string>();

  constructor(
    private readonly listings: ListingPushRepository,
    private readonly exposure: ExposureQuery,
    private readonly bucket: RateBucketRepository,
    private readonly amazon: AmazonClient,
    private readonly feeds: FeedStockUseCase,
  ) {}

  /** The stock of these variants changed. Throws what hindered a push, after the others were done. Urgent goes before what is not; `since` says when it changed. */
  async run(variantIds: string[], { urgent, since }: { urgent: boolean; since?: Date } = { urgent: true }): Promise<void> {
    for (const [channelCode, listed] of await this.listings.listed(await this.exposure.touched(variantIds), await this.channels())) {
      const exposures = await this.exposure.run(channelCode, listed);
      await this.listings.wish(channelCode, [...exposures].map(([variantId, { units }]) => ({ variantId, units })), { urgent, since });
      await this.drain(channelCode);
    }
  }

  /** A channel may see something else from now on: every listing of it is wished again, in the order of danger. */
  async runChannel(channelCode: string): Promise<void> {
    if (!(await this.channels()).includes(channelCode)) return;
    for await (const variantIds of this.listings.ofChannel(channelCode, WISHES_AT_A_TIME)) {
      const exposures = await this.exposure.run(channelCode, variantIds);
      await this.listings.wish(channelCode, [...exposures].map(([variantId, { units }]) => ({ variantId, units })), { urgent: false });
    }
    await this.drain(channelCode);
  }

  /** Pushes what waits on any channel: after a crash, after an outage, after the first import. */
  async sweep(): Promise<void> {
    for (const channelCode of await this.channels()) {
      // A feed that cannot be asked after keeps nobody from patching.
      const followed = this.feeds.follow(channelCode);
      await Promise.allSettled([followed]);
      await this.drain(channelCode);
      await followed;
    }
  }

  private channels(): Promise<string[]> {
    return this.exposure.merchantChannels();
  }

  /** With enough drains under way a wish only waits for its turn: each push chooses anew, so they find it. */
  private async drain(channelCode: string): Promise<void> {
    const underWay = this.draining.get(channelCode) ?? 0;
    if (underWay >= DRAINS_AT_A_TIME) {
      this.askedAgain.add(channelCode);
      return;
    }
    this.draining.set(channelCode, underWay + 1);
    try {
      await this.pushWaiting(channelCode);
    } finally {
      this.draining.set(channelCode, (this.draining.get(channelCode) ?? 1) - 1);
    }
  }

  /** Goes on after a failed push, but not through an outage: then the queue tries the job again later. */
  private async pushWaiting(channelCode: string): Promise<void> {
    // A backlog that patches would take long for goes as one feed; those in most danger are still patched, below.
    await this.feeds.sendBacklog(channelCode);
    const failures: unknown[] = [];
    while (failures.length < FAILURES_BEFORE_REST) {
      const claimed = await this.listings.claim(channelCode);
      // A wish that came after this look, when no drain was free for it, is worth another look.
      if (!claimed && this.askedAgain.delete(channelCode)) continue;
      if (!claimed) break;
      await this.push(channelCode, claimed).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  private async push(channelCode: string, listing: ClaimedListing): Promise<void> {
    // A listing that nobody needs to hear of costs no call.
    const units = await this.unitsOf(channelCode, listing);
    if (units === null) return this.listings.refused(listing.id, listing.version, UNEXPLAINED);
    if (units === listing.standingUnits) return this.acknowledge(listing, units, false);
    const waitMs = await this.bucket.book(OPERATION);
    if (waitMs > 0) {
      // While we wait another may get into more danger: the choice is made again when the token is good.
      await this.listings.putBack(listing);
      await sleep(waitMs);
      const chosen = await this.listings.claim(channelCode);
      return chosen ? this.send(channelCode, chosen) : this.bucket.giveBack(OPERATION);
    }
    return this.send(channelCode, listing);
  }

  private async send(channelCode: string, listing: ClaimedListing): Promise<void> {
    const units = await this.unitsOf(channelCode, listing);
    if (units === null) return this.listings.refused(listing.id, listing.version, UNEXPLAINED);
    const element = { fulfillment_channel_code: 'DEFAULT', ...listing.fulfilmentAttributes, quantity: units };
    try {
      const answer = await this.amazon.patchQuantity(listing.sku, { productType: listing.productType, element });
      if (answer.status === 'INVALID') return await this.listings.refused(listing.id, listing.version, answer.issues?.[0]?.message ?? 'Amazon found the listing invalid.');
      await this.acknowledge(listing, units, true);
    } catch (error) {
      if (error instanceof AmazonError && error.throttled) return this.waitForRate(listing, error);
      if (error instanceof AmazonError && error.permanent) return this.listings.refused(listing.id, listing.version, error.message);
      await this.listings.failed(listing.id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private async acknowledge(listing: ClaimedListing, units: number, sent: boolean): Promise<void> {
    if (await this.listings.acknowledge(listing.id, { version: listing.version, units, sent })) return;
    // This worker was away so long that another took over: what it sent may stand over the newer number. Send that again.
    await this.listings.sendAgain(listing.id);
  }

  private async waitForRate(listing: ClaimedListing, error: AmazonError): Promise<void> {
    const waitMs = error.retryAfterMs ?? DEFAULT_WAIT_MS;
    await this.bucket.drained(OPERATION, waitMs);
    await this.listings.putBack(listing);
    await sleep(waitMs);
  }

  /** What the channel may show now. Null: nobody knows, so it is told nothing. */
  private async unitsOf(channelCode: string, listing: ClaimedListing): Promise<number | null> {
    const [exposures, unexplained] = await Promise.all([this.exposure.run(channelCode, [listing.variantId]), this.exposure.unexplained([listing.variantId])]);
    const exposure = exposures.get(listing.variantId);
    invariant(exposure, 'every asked variant has an exposure');
    return unexplained.size > 0 ? null : exposure.units;
  }
}
