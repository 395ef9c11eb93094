import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@oneshelf/platform';
import type * as z from 'zod';
import { AmazonError } from './amazon-error';
import { type AmazonFeed, AmazonFeed as AmazonFeedModel, AmazonFeeds, type AmazonOrder, CreatedFeed, errorEntry, FeedDocument, FeedReport, GetOrderAnswer, InventorySummaries, type InventorySummary, ListingItem, ListingSubmission, SearchOrdersAnswer } from './amazon-models';
import { AmazonToken } from './amazon-token';

const TIMEOUT_MS = 10_000;
/** A document of many messages takes longer than a call. */
const DOCUMENT_TIMEOUT_MS = 60_000;
const LISTINGS_FEED = 'JSON_LISTINGS_FEED';

interface Call {
  method: 'GET' | 'PATCH' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
}

export interface ShipmentPackage {
  /** A positive number of our own; the same one again replaces the package, so confirming twice ships once. */
  packageReferenceId: string;
  carrierCode: string;
  carrierName?: string;
  trackingNumber: string;
  /** ISO instant. */
  shipDate: string;
  orderItems: { orderItemId: string; quantity: number }[];
}

/**
 * Amazon's Selling Partner API, the operations that we use. One try each, ended after ten seconds; a token that is not
 * taken any more is renewed once. Whoever calls holds the rate. Throws AmazonError.
 */
@Injectable()
export class AmazonClient {
  private readonly token: AmazonToken;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.token = new AmazonToken(config);
  }

  /** Sets the quantity that Amazon sells. `element` is the whole fulfillment_availability element: what is left out is lost there. */
  patchQuantity(sku: string, { productType, element }: { productType: string; element: Record<string, unknown> }): Promise<ListingSubmission> {
    const body = { productType, patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [element] }] };
    return this.ask({ method: 'PATCH', path: this.listingPath(sku), query: { marketplaceIds: this.config.AMAZON_MARKETPLACE_ID }, body }, ListingSubmission);
  }

  getListing(sku: string): Promise<ListingItem> {
    return this.ask({ method: 'GET', path: this.listingPath(sku), query: { marketplaceIds: this.config.AMAZON_MARKETPLACE_ID, includedData: 'fulfillmentAvailability,attributes' } }, ListingItem);
  }

  async getOrder(orderId: string): Promise<AmazonOrder> {
    const path = `/orders/2026-01-01/orders/${encodeURIComponent(orderId)}`;
    return (await this.ask({ method: 'GET', path, query: { includedData: 'BUYER,RECIPIENT,PROCEEDS,FULFILLMENT' } }, GetOrderAnswer)).order;
  }

  /** Every order that changed after the instant, oldest first, and until when Amazon has looked. */
  async searchOrders(lastUpdatedAfter: string): Promise<{ orders: AmazonOrder[]; seenUntil: string | null }> {
    const query = { lastUpdatedAfter, marketplaceIds: this.config.AMAZON_MARKETPLACE_ID, includedData: 'FULFILLMENT', maxResultsPerPage: '100' };
    const orders: AmazonOrder[] = [];
    let token: string | undefined;
    let seenUntil: string | null = null;
    do {
      const page = await this.ask({ method: 'GET', path: '/orders/2026-01-01/orders', query: token ? { ...query, paginationToken: token } : query }, SearchOrdersAnswer);
      orders.push(...page.orders);
      seenUntil ??= page.lastUpdatedBefore ?? null;
      token = page.pagination?.nextToken;
    } while (token);
    return { orders, seenUntil };
  }

  async confirmShipment(orderId: string, packageDetail: ShipmentPackage): Promise<void> {
    await this.send({ method: 'POST', path: `/orders/v0/orders/${encodeURIComponent(orderId)}/shipmentConfirmation`, body: { marketplaceId: this.config.AMAZON_MARKETPLACE_ID, packageDetail } });
  }

  /** What Amazon keeps in its own warehouses for us. */
  async getInventorySummaries(): Promise<InventorySummary[]> {
    const marketplaceId = this.config.AMAZON_MARKETPLACE_ID;
    const query = { details: 'true', granularityType: 'Marketplace', granularityId: marketplaceId, marketplaceIds: marketplaceId };
    const summaries: InventorySummary[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.ask({ method: 'GET', path: '/fba/inventory/v1/summaries', query: nextToken ? { ...query, nextToken } : query }, InventorySummaries);
      summaries.push(...page.payload.inventorySummaries);
      nextToken = page.pagination?.nextToken;
    } while (nextToken);
    return summaries;
  }

  /** Uploads the messages of a listings feed. Answers the document, from which createFeed makes a feed. */
  async uploadFeed(messages: object[]): Promise<string> {
    const contentType = 'application/json; charset=UTF-8';
    const { feedDocumentId, url } = await this.ask({ method: 'POST', path: '/feeds/2021-06-30/documents', body: { contentType } }, FeedDocument);
    const body = JSON.stringify({ header: { sellerId: this.config.AMAZON_SELLER_ID, version: '2.0', issueLocale: 'en_US' }, messages });
    const response = await document(url, { method: 'PUT', headers: { 'content-type': contentType }, body });
    if (!response.ok) throw new AmazonError(response.status, 'upload_refused', 'Amazon did not take the document of a feed.');
    return feedDocumentId;
  }

  async createFeed(inputFeedDocumentId: string): Promise<string> {
    const body = { feedType: LISTINGS_FEED, marketplaceIds: [this.config.AMAZON_MARKETPLACE_ID], inputFeedDocumentId };
    return (await this.ask({ method: 'POST', path: '/feeds/2021-06-30/feeds', body }, CreatedFeed)).feedId;
  }

  getFeed(feedId: string): Promise<AmazonFeed> {
    return this.ask({ method: 'GET', path: `/feeds/2021-06-30/feeds/${encodeURIComponent(feedId)}` }, AmazonFeedModel);
  }

  /** Listings feeds that were made since the instant. */
  async feedsSince(createdSince: string): Promise<AmazonFeed[]> {
    return (await this.ask({ method: 'GET', path: '/feeds/2021-06-30/feeds', query: { feedTypes: LISTINGS_FEED, createdSince } }, AmazonFeeds)).feeds;
  }

  /** What became of each message. */
  async feedReport(documentId: string): Promise<FeedReport> {
    const { url } = await this.ask({ method: 'GET', path: `/feeds/2021-06-30/documents/${encodeURIComponent(documentId)}` }, FeedDocument);
    const parsed = FeedReport.safeParse(await (await document(url, {})).json().catch(() => null));
    if (!parsed.success) throw new AmazonError(502, 'unreadable_answer', 'The processing report of a feed does not have the expected form.');
    return parsed.data;
  }

  private listingPath(sku: string): string {
    return `/listings/2021-08-01/items/${encodeURIComponent(this.config.AMAZON_SELLER_ID)}/${encodeURIComponent(sku)}`;
  }

  private async ask<Answer>(call: Call, schema: z.ZodType<Answer>): Promise<Answer> {
    const body: unknown = await (await this.send(call)).json();
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new AmazonError(502, 'unreadable_answer', `Amazon's answer to ${call.method} ${call.path} does not have the expected form.`);
    return parsed.data;
  }

  private async send(call: Call): Promise<Response> {
    const first = await this.once(call);
    const response = first.status === 403 || first.status === 401 ? await this.again(call) : first;
    if (response.ok) return response;
    const { code, message } = errorEntry(await response.json().catch(() => null), response.status);
    throw new AmazonError(response.status, code, `Amazon refused ${call.method} ${call.path}: ${message}`, retryAfterOf(response));
  }

  private again(call: Call): Promise<Response> {
    this.token.forget();
    return this.once(call);
  }

  private async once({ method, path, query = {}, body }: Call): Promise<Response> {
    const url = new URL(path, this.config.AMAZON_API_URL);
    url.search = new URLSearchParams(query).toString();
    const headers = { 'x-amz-access-token': await this.token.get(), accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    try {
      return await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      throw new AmazonError(0, 'unreachable', `Amazon did not answer ${method} ${path}: ${error instanceof Error ? error.name : 'no connection'}.`);
    }
  }
}

/** A document lies at an address that is signed: no token goes there. */
async function document(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(DOCUMENT_TIMEOUT_MS) });
  } catch (error) {
    throw new AmazonError(0, 'unreachable', `Amazon's document store did not answer: ${error instanceof Error ? error.name : 'no connection'}.`);
  }
}

/** Retry-After in seconds, else one token at the rate that Amazon names (x-amzn-RateLimit-Limit, calls a second). */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const rate = Number(response.headers.get('x-amzn-ratelimit-limit') ?? Number.NaN);
  return Number.isFinite(rate) && rate > 0 ? Math.ceil(1000 / rate) : null;
}
