import { PlaceOrderRequestSchema, type PlaceOrderRequest } from '@oneshelf/contracts';
import * as z from 'zod';

const PayIntentSchema = z.object({ key: z.uuid(), request: PlaceOrderRequestSchema });

/** One intent to pay: the key makes the server take it once however often it is sent, always with the same request. */
export type PayIntent = { key: string; request: PlaceOrderRequest };

const keyOf = (market: string) => `oneshelf.pay.${market}`;

/** The intent that was sent and has no answer yet, also after a reload; null when there is none. */
export function openIntent(market: string): PayIntent | null {
  try {
    const parsed = PayIntentSchema.safeParse(JSON.parse(window.sessionStorage.getItem(keyOf(market)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Kept before it is sent: an answer may never come. */
export function keepIntent(market: string, intent: PayIntent): void {
  try {
    window.sessionStorage.setItem(keyOf(market), JSON.stringify(intent));
  } catch {
    // A browser that keeps nothing still pays; only a reload in the middle would ask again.
  }
}

export function forgetIntent(market: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(market));
  } catch {
    // Nothing was kept.
  }
}
