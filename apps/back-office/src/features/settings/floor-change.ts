/** A lowest price that was typed; null takes it away. */
export interface FloorChange {
  variantId: string;
  sku: string;
  amountMinor: number | null;
  seenMinor: number | null;
}
