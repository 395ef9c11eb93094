import type { QuantityUnit } from '@oneshelf/domain-kernel';
import type { Contents } from '@oneshelf/domain-pricing';

/** Facts of one invented product. What a product leaves out, its category says. */
export interface ProductFacts {
  title: string;
  /** GBP, tax included, in pence, for the first size. */
  price: number;
  grams: number;
  text: string;
  material?: string;
  brand?: string;
  colours?: string[];
  sizes?: string[];
  /** Pence that each further size costs more. */
  sizeStep?: number;
  /** What is in one, in the order of its sizes. */
  contents?: Contents[];
  /** What the price is of; absent: a piece. */
  unit?: QuantityUnit;
  /** Collections beside those of its category. */
  in?: string[];
}

export interface CategoryFacts {
  name: string;
  /** First three letters of the SKU. */
  prefix: string;
  /** Product type of Amazon's catalogue. */
  listingType: string;
  sizes?: string[];
  collections?: string[];
  products: ProductFacts[];
}

export interface DepartmentFacts {
  name: string;
  brand: string;
  taxClass: 'standard' | 'childrens-clothing' | 'books';
  /** Number of its first product. SKUs are made of it, so it never changes, and new products go to the end. */
  firstNumber: number;
  categories: CategoryFacts[];
}

export const adultSizes = ['XS', 'S', 'M', 'L', 'XL'];
export const shortSizes = ['S', 'M', 'L', 'XL'];
export const gloveSizes = ['S', 'M', 'L'];
export const kidsSizes = ['3-4', '5-6', '7-8', '9-10'];
