import * as z from 'zod';

/** GET /api/product-attributes: what is known of products by name. `brand`, `department` and `category` are the product's own; others come from files and options. */
export const ProductAttributeList = z.object({ names: z.array(z.string()) }).meta({ id: 'ProductAttributeList' });
export type ProductAttributeList = z.infer<typeof ProductAttributeList>;

/** GET /api/product-attributes/values. `q` is a part of a value. */
export const AttributeValueQuery = z.object({ name: z.string().min(1).max(80), q: z.string().trim().max(200).optional() });
export type AttributeValueQuery = z.infer<typeof AttributeValueQuery>;

/** Those that most variants have come first, at most 200 of `total`. */
export const AttributeValueList = z.object({ values: z.array(z.object({ value: z.string(), variants: z.int() })), total: z.int() }).meta({ id: 'AttributeValueList' });
export type AttributeValueList = z.infer<typeof AttributeValueList>;
