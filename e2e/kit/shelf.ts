import { expect } from '@playwright/test';
import type { OrderDetail, OrderListPage, StockDetailAnswer, StorefrontAvailability, StuckWorkAnswer } from '@oneshelf/contracts';
import type { Outside } from './api';

/** What other channels see a moment later. The bench sale-to-marketplace measures that it is a second; a story must not fail on a busy machine. */
export const SOON = { timeout: 60_000, intervals: [25] };

interface Listing { sku: string; fulfilledBy: 'MERCHANT' | 'AMAZON'; quantity: number; patches: unknown[] }

/** One SKU as each channel sees it. */
export class Shelf {
  constructor(private readonly outside: Outside, readonly variant: { id: string; sku: string }) {}

  /** Pieces that the web shop can send, of all places of its market. */
  async web(): Promise<number> {
    const { items } = await this.outside.storefront<StorefrontAvailability>(`/availability?variantIds=${this.variant.id}`);
    return (items[0]?.deliveryMilli ?? 0) / 1000;
  }

  async amazon(): Promise<number | undefined> {
    return (await this.outside.amazon<Listing[]>('listings')).find(({ sku }) => sku === this.variant.sku)?.quantity;
  }

  async at(locationId: string): Promise<{ onHand: number; committed: number; available: number }> {
    const { locations } = await this.outside.get<StockDetailAnswer>(`/api/stock/${this.variant.id}`);
    const found = locations.find((location) => location.locationId === locationId);
    if (found === undefined) throw new Error(`${this.variant.sku} has never been at ${locationId}.`);
    return { onHand: found.onHandMilli / 1000, committed: found.committedMilli / 1000, available: found.availableMilli / 1000 };
  }

  /** Both other channels show this number of free pieces a moment later; Amazon less its tenth. */
  async isEverywhere(pieces: number): Promise<void> {
    await expect.poll(() => this.web(), SOON).toBe(pieces);
    await expect.poll(() => this.amazon(), SOON).toBe(Math.floor(pieces * 0.9));
  }
}

/** After the first start each of our own offers gets its quantity, five a second: that long every other patch waits in the same line. */
export async function allOffersFilled(outside: Outside): Promise<void> {
  const unfilled = async (): Promise<number> => (await outside.amazon<Listing[]>('listings')).filter(({ fulfilledBy, patches }) => fulfilledBy === 'MERCHANT' && patches.length === 0).length;
  await expect.poll(unfilled, { timeout: 600_000 }).toBe(0);
}

/** Number, total and status of a channel's orders, the latest first. */
export async function ordersOf(outside: Outside, channel: string): Promise<[number: string, totalMinor: number, status: string][]> {
  const { items } = await outside.get<OrderListPage>(`/api/orders?channel=${channel}`);
  return items.map(({ number, totalMinor, displayStatus }) => [number, totalMinor, displayStatus]);
}

export async function latestOrder(outside: Outside, channel: string): Promise<OrderDetail> {
  const { items } = await outside.get<OrderListPage>(`/api/orders?channel=${channel}`);
  const [latest] = items;
  if (latest === undefined) throw new Error(`${channel} has no order yet.`);
  return outside.get<OrderDetail>(`/api/orders/${latest.id}`);
}

export async function nothingIsStuck(outside: Outside): Promise<void> {
  expect((await outside.get<StuckWorkAnswer>('/api/stuck-work')).jobs).toEqual([]);
}
