/** How often and for how much a promotion may be used; absent: without end. Amounts in minor units of its market. */
export interface PromotionLimits {
  uses?: number | undefined;
  usesPerCustomer?: number | undefined;
  usesPerCode?: number | undefined;
  /** Of all that it takes off. */
  budgetMinor?: number | undefined;
}

/** What has been used of a promotion, as the caller found it. */
export interface PromotionUsage {
  promotionId: string;
  uses: number;
  spentMinor: number;
  /** Absent: it is not known who buys, and nobody's limit is reached. */
  usesOfCustomer?: number;
  /** By code as it is compared (`normaliseCoupon`); a code that is not named was not used. */
  usesByCode?: Record<string, number>;
}
