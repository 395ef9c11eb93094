import type { QuantityUnit } from '@oneshelf/domain-kernel';
import type { Contents } from '@oneshelf/domain-pricing';
import { seedChance, seedId } from '../seed-id';
import { accessories } from './catalogue/accessories';
import { baseLayers } from './catalogue/base-layers';
import { books } from './catalogue/books';
import { byMeasure } from './catalogue/by-measure';
import { camp } from './catalogue/camp';
import type { CategoryFacts, DepartmentFacts, ProductFacts } from './catalogue/department';
import { footwear } from './catalogue/footwear';
import { kids } from './catalogue/kids';
import { kitchen } from './catalogue/kitchen';
import { knitwear } from './catalogue/knitwear';
import { outerwear } from './catalogue/outerwear';
import { packs } from './catalogue/packs';
import { sets } from './catalogue/sets';
import { inStoreBarcode } from './ean13';

export interface DemoVariant {
  id: string;
  sku: string;
  title: string;
  optionValues: string[];
  barcode: string;
  /** Tax included. */
  gbpMinor: number;
  /** Tax included. */
  eurMinor: number;
  costGbpMinor: number;
  weightGrams: number;
  contents: Contents | null;
  unit: QuantityUnit;
}

export interface DemoProduct {
  id: string;
  handle: string;
  title: string;
  description: string;
  brand: string;
  department: string;
  category: string;
  taxClass: string;
  material: string | null;
  optionNames: string[];
  listingType: string;
  collections: string[];
  variants: DemoVariant[];
}

const departments: DepartmentFacts[] = [knitwear, outerwear, baseLayers, footwear, packs, camp, kitchen, accessories, kids, books, byMeasure];

function handleOf(title: string): string {
  const plain = title.toLowerCase().replaceAll('ü', 'ue').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('’', '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** A German shelf price near the British one: 74.95 for 65.00, 12.95 for 11.00. */
export function euroPrice(gbpMinor: number): number {
  const step = gbpMinor < 2000 ? 50 : 500;
  return Math.round((gbpMinor * 1.19) / step) * step - 5;
}

function variantsOf(facts: ProductFacts, number: number, category: CategoryFacts): DemoVariant[] {
  const sizes = facts.sizes ?? category.sizes ?? [''];
  const costShare = 0.32 + 0.14 * seedChance(`cost:${facts.title}`);
  const options = (facts.colours ?? ['']).flatMap((colour) => sizes.map((size, sizeIndex) => ({ colour, size, sizeIndex })));
  return options.map(({ colour, size, sizeIndex }, index) => {
    const skuNumber = number * 100 + index + 1;
    const sku = `${category.prefix}-${skuNumber}`;
    const optionValues = [colour, size].filter((value) => value !== '');
    const gbpMinor = facts.price + sizeIndex * (facts.sizeStep ?? 0);
    const growth = facts.sizeStep === undefined ? 0.92 + 0.04 * sizeIndex : 1 + 0.25 * sizeIndex;
    return {
      id: seedId(`variant:${sku}`),
      sku,
      title: optionValues.join(' / '),
      optionValues,
      barcode: inStoreBarcode(skuNumber),
      gbpMinor,
      eurMinor: euroPrice(gbpMinor),
      costGbpMinor: Math.round(gbpMinor * costShare),
      weightGrams: sizes.length === 1 ? facts.grams : Math.round(facts.grams * growth),
      contents: facts.contents?.[sizeIndex] ?? null,
      unit: facts.unit ?? 'piece',
    };
  });
}

function productsOf(department: DepartmentFacts): DemoProduct[] {
  let number = department.firstNumber;
  return department.categories.flatMap((category) =>
    category.products.map((facts) => {
      const handle = handleOf(facts.title);
      const hasSizes = (facts.sizes ?? category.sizes) !== undefined;
      const handles = [...(category.collections ?? []), ...(facts.in ?? [])];
      return {
        id: seedId(`product:${handle}`),
        handle,
        title: facts.title,
        description: facts.text,
        brand: facts.brand ?? department.brand,
        department: department.name,
        category: category.name,
        taxClass: department.taxClass,
        material: facts.material ?? null,
        optionNames: [...(facts.colours === undefined ? [] : ['Colour']), ...(hasSizes ? ['Size'] : [])],
        listingType: category.listingType,
        collections: [...new Set(handles)],
        variants: variantsOf(facts, number++, category),
      };
    }),
  );
}

/** All products of the demo chain, in the order of the departments. */
export const demoProducts: DemoProduct[] = departments.flatMap(productsOf);

/** Bundles and kits: no opening stock, no sales. */
export const demoSets: DemoProduct[] = productsOf(sets);
