/**
 * Where we refuse rows of a shop's own export, although that shop takes them. By the code that the row is refused with,
 * never by the name of a file.
 */
export const stricterRules: Record<string, string> = {
  duplicate_sku: 'A SKU names one variant: a second row with it is rejected (Vendure takes both).',
  duplicate_options: 'Two variants of a product differ in an option (Vendure takes twins).',
  duplicate_barcode: 'A barcode names one variant.',
  negative_stock: 'Opening stock is not below zero (Vendure takes it).',
  product_rejected: 'A product is imported whole or not at all.',
};
