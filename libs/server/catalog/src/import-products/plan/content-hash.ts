import { createHash } from 'node:crypto';
import type { ProductDraft } from '../import-model';

/**
 * What an import keeps of a product to know it again: a hash of its content and one of its prices per market
 * ("c:9f…;GB:41…"), so that the same file changes nothing, in whichever market it comes.
 */
export interface ContentHashes {
  content: string;
  pricesByMarket: Map<string, string>;
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** What a file says nothing of is not hashed: files of before keep the hashes that they have. */
export function contentHashOf(product: ProductDraft): string {
  const { title, description, brand, department, category, taxClass, status, imageUrl, optionNames, collections, attributes } = product;
  const variants = product.variants.map(({ sku, title: name, optionValues, barcode, costMinor, weightGrams, imageUrl: image, contents }) => [sku, name, optionValues, barcode, costMinor, weightGrams, image, ...(contents ? [contents] : [])]);
  return digest([title, description, brand, department, category, taxClass, status, imageUrl, optionNames, collections, variants, ...(attributes ? [attributes] : [])]);
}

/** Blank when the file has no price for it: then nothing is said about prices. */
export function priceHashOf(product: ProductDraft): string {
  const prices = product.variants.filter(({ priceMinor }) => priceMinor !== null).map(({ sku, priceMinor }) => [sku, priceMinor]);
  return prices.length === 0 ? '' : digest(prices);
}

export function parseHashes(text: string): ContentHashes {
  const parts = new Map(text.split(';').map((part): [string, string] => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]));
  const content = parts.get('c') ?? '';
  parts.delete('c');
  parts.delete('');
  return { content, pricesByMarket: parts };
}

export const formatHashes = ({ content, pricesByMarket }: ContentHashes): string => [['c', content], ...pricesByMarket].map(([key, hash]) => `${key}:${hash}`).join(';');
