import { Injectable } from '@nestjs/common';
import { AmazonClient } from '../amazon/amazon-client';
import { AmazonError } from '../amazon/amazon-error';
import { type LimitedOperation, RateBucketRepository } from '../amazon/rate-bucket.repository';
import { ExposureQuery } from '../push-stock/exposure.query';
import { type FeedListing, ListingFeedRepository, type RunningFeed } from './listing-feed.repository';

/** At five patches a second more than this take longer than a feed does. */
const BACKLOG = 1500;
/** Those in most danger are patched at once. */
const LEAVE_TO_PATCHES = 50;
const MOST_MESSAGES = 25_000;
const NUMBERS_AT_A_TIME = 2000;
/** Longer than gathering, uploading and creating can take: then its worker died in between. */
const GATHERING_MS = 180_000;

/**
 * A backlog goes to Amazon as one feed: thousands of numbers in four calls. What changes while a feed runs is patched
 * after its end, so a number of the feed never follows a newer one. Where there is no feed to be had, patches go on.
 */
@Injectable()
export class FeedStockUseCase {
  constructor(
    private readonly feeds: ListingFeedRepository,
    private readonly exposure: ExposureQuery,
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
  ) {}

  /** Opens and sends a feed where the backlog is worth one. Never throws: what cannot be sent waits for patches. */
  async sendBacklog(channelCode: string): Promise<void> {
    if (!(await this.feeds.isWorthOne(channelCode, BACKLOG))) return;
    for (const operation of ['createFeedDocument', 'createFeed'] as const) if (!(await this.may(operation))) return;
    const feed = await this.feeds.open(channelCode, { leave: LEAVE_TO_PATCHES, most: MOST_MESSAGES });
    if (!feed) return;
    let isCreating = false;
    try {
      const messages = await this.messagesOf(channelCode, await this.explained(feed));
      if (messages.length === 0) return await this.feeds.failed(feed.id, 'No number of its listings is explained.');
      const documentId = await this.amazon.uploadFeed(messages);
      isCreating = true;
      await this.feeds.sent(feed.id, await this.amazon.createFeed(documentId));
    } catch (error) {
      // An answer to createFeed that was lost may have made a feed: whoever follows looks for it. A clear no made none.
      if (isCreating && !(error instanceof AmazonError && (error.permanent || error.throttled))) return;
      await this.feeds.failed(feed.id, error instanceof Error ? error.message : String(error));
    }
  }

  /** Looks after the channel's feed, if one runs: what became of it, or of its worker. */
  async follow(channelCode: string): Promise<void> {
    const feed = await this.feeds.running(channelCode);
    if (feed?.status === 'gathering') return this.recover(feed);
    if (!feed?.externalId || !(await this.may('getFeed'))) return;
    const { processingStatus, resultFeedDocumentId } = await this.amazon.getFeed(feed.externalId);
    if (processingStatus === 'DONE' && resultFeedDocumentId) return this.finish(feed, resultFeedDocumentId);
    if (processingStatus === 'FATAL' || processingStatus === 'CANCELLED') await this.feeds.failed(feed.id, `Amazon ended the feed ${feed.externalId}: ${processingStatus}.`);
  }

  private async finish(feed: RunningFeed, documentId: string): Promise<void> {
    if (!(await this.may('getFeedDocument'))) return;
    const { issues } = await this.amazon.feedReport(documentId);
    await this.feeds.done(feed.id, new Map(issues.flatMap((issue) => (issue.severity === 'ERROR' && issue.messageId !== undefined ? [[issue.messageId, issue.message] as const] : []))));
  }

  /** Its worker died, or never heard whether the feed was made: the one that Amazon has and we do not know is it. */
  private async recover(feed: RunningFeed): Promise<void> {
    if (Date.now() - feed.startedAt.getTime() < GATHERING_MS || !(await this.may('getFeeds'))) return;
    for (const candidate of await this.amazon.feedsSince(feed.startedAt.toISOString())) {
      if (!(await this.feeds.isKnown(candidate.feedId))) return this.feeds.sent(feed.id, candidate.feedId);
    }
    await this.feeds.failed(feed.id, 'The feed was never made: its worker ended before.');
  }

  /** A listing whose stock nothing explains is told nothing: it leaves the feed, and its own push says why. */
  private async explained({ id, listings }: { id: string; listings: FeedListing[] }): Promise<{ id: string; listings: FeedListing[] }> {
    const unexplained = await this.exposure.unexplained(listings.map((listing) => listing.variantId));
    const told = listings.filter((listing) => !unexplained.has(listing.variantId));
    if (told.length < listings.length) await this.feeds.leaveOut(id, listings.filter((listing) => unexplained.has(listing.variantId)).map((listing) => listing.id));
    return { id, listings: told };
  }

  /** The numbers are read after the listings lie in the feed, so none is older than a patch before it. */
  private async messagesOf(channelCode: string, { id, listings }: { id: string; listings: FeedListing[] }): Promise<object[]> {
    const units = new Map<string, number>();
    for (let start = 0; start < listings.length; start += NUMBERS_AT_A_TIME) {
      const some = await this.exposure.run(channelCode, listings.slice(start, start + NUMBERS_AT_A_TIME).map((listing) => listing.variantId));
      for (const [variantId, exposure] of some) units.set(variantId, exposure.units);
    }
    const said = listings.map((listing) => ({ ...listing, units: units.get(listing.variantId) ?? 0 }));
    await this.feeds.say(id, said);
    return said.map((listing, index) => ({
      messageId: index + 1, sku: listing.sku, operationType: 'PATCH', productType: listing.productType,
      patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', ...listing.fulfilmentAttributes, quantity: listing.units }] }],
    }));
  }

  /** A call of now or none: nobody waits minutes for the right to a feed. */
  private async may(operation: LimitedOperation): Promise<boolean> {
    if ((await this.bucket.book(operation)) === 0) return true;
    await this.bucket.giveBack(operation);
    return false;
  }
}
