import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@oneshelf/platform';
import type * as z from 'zod';
import { AmazonError } from './amazon-error';
import { type AmazonOrder, errorEntry, GetOrderAnswer, InventorySummaries, type InventorySummary, ListingItem, ListingSubmission, SearchOrdersAnswer } from './amazon-models';
import { AmazonToken } from './amazon-token';

const TIMEOUT_MS = 10_000;

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

/** Retry-After in seconds, else one token at the rate that Amazon names (x-amzn-RateLimit-Limit, calls a second). */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const rate = Number(response.headers.get('x-amzn-ratelimit-limit') ?? Number.NaN);
  return Number.isFinite(rate) && rate > 0 ? Math.ceil(1000 / rate) : null;
}
