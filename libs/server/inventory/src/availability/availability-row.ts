export interface AvailabilityRow {
  variantId: string;
  locationId: string;
  /** Everything that is physically there: sellable + held + committed + allotted + unavailable. */
  onHandMilli: number;
  committedMilli: number;
  /** Granted to registers. */
  allottedMilli: number;
  /** Kept for a while by checkouts. */
  heldMilli: number;
  /** What may be promised; below zero by what counters sold beyond it. */
  sellableMilli: number;
  /** Safety, quality control, damaged, refurbish and quarantine. */
  unavailableMilli: number;
  overrideMilli: number;
}
