export interface PlaceStock {
  variantId: string;
  locationId: string;
  onHandMilli: number;
  sellableMilli: number;
  physicalMilli: number;
  /** Of a bundle: the component of which there is least to promise. */
  limitedBy?: string | null;
}

export interface CorrectedStock {
  variantId: string;
  locationId: string;
  countedMilli: number;
  shrunkMilli: number;
}
