export interface ExistingProduct {
  id: string;
  handle: string;
  title: string;
  optionNames: string[];
  contentHash: string;
}

export interface ExistingVariant {
  id: string;
  productId: string;
  sku: string;
  title: string;
  optionValues: string[];
  costMinor: number | null;
  weightGrams: number | null;
  imageUrl: string | null;
  contentsMilli: number | null;
  contentsUnit: string | null;
}

/** What the catalogue holds of the handles, SKUs and barcodes of one batch. */
export interface ExistingCatalogue {
  productsById: Map<string, ExistingProduct>;
  productsByHandle: Map<string, ExistingProduct>;
  variantsBySku: Map<string, ExistingVariant>;
  /** SKU of the variant that has the barcode. */
  skuByBarcode: Map<string, string>;
}
