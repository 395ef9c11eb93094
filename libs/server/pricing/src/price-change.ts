/** A price that an edit of a draft sets; null takes it away. */
export interface PriceChange {
  variantId: string;
  /** The quantity from which the price is, in thousandths; absent: any. */
  fromMilli?: number;
  amountMinor: number | null;
}
