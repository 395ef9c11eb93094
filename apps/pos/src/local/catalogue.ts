import type { TillCatalogue } from '@oneshelf/contracts';
import { isMeasured, type QuantityUnit } from '@oneshelf/domain-kernel';
import { readGtin, readLookup } from '@oneshelf/domain-barcodes';
import { buildSearchIndex, type SearchIndex } from './search-index';

/** In one piece of a bundle. */
export interface ProductComponent { variantId: string; quantityMilli: number; title: string; unit: QuantityUnit }

export interface Product { variantId: string; sku: string; title: string; variantTitle: string; department: string; /** Which rail colour. */ departmentNumber: number; /** What it is measured in; absent: it is counted. */ unit?: Exclude<QuantityUnit, 'piece'>; /** What a piece usually weighs, where pieces are counted and each is priced by its weight. */ usualGrams?: number }

/** What its price is of, where that is no piece: such a product is put on the scale before it is sold. */
export const priceUnitOf = (product: Product | null | undefined): Product['unit'] => (product?.usualGrams === undefined ? product?.unit : 'kg');

/** The catalogue in memory, read from columns: nothing is made per product until it is looked at. */
export class Catalogue {
  readonly revision: string;
  readonly count: number;
  readonly departments: readonly string[];
  private readonly rowByCode = new Map<string, number>();
  private readonly rowByVariant = new Map<string, number>();
  private readonly recipes: ReadonlyMap<string, readonly ProductComponent[]>;
  private index: SearchIndex | null = null;

  constructor(private readonly columns: TillCatalogue) {
    this.revision = columns.revision;
    this.count = columns.variantIds.length;
    this.recipes = new Map(columns.recipes?.map(({ bundleId, components }) => [bundleId, components]));
    this.departments = [...new Set(columns.departments)];
    for (let row = 0; row < this.count; row += 1) {
      this.rowByVariant.set(columns.variantIds[row] ?? '', row);
      for (const code of (columns.barcodes[row] ?? '').split(' ')) if (code !== '') this.rowByCode.set(readGtin(code)?.gtin14 ?? code.toUpperCase(), row);
      this.rowByCode.set((columns.skus[row] ?? '').toUpperCase(), row);
    }
  }

  byVariantId(variantId: string): Product | null {
    return this.product(this.rowByVariant.get(variantId));
  }

  /** What it costs the retailer, net of tax; null where it is not known. Never shown: it warns of a sale below it. */
  costOf(variantId: string): { amountMinor: number; currency: string } | null {
    const [amount, currency] = (this.columns.costs?.[this.rowByVariant.get(variantId) ?? -1] ?? '').split(' ');
    return amount && currency ? { amountMinor: Number(amount), currency } : null;
  }

  /** What every bundle is made of: such a product has no stock of its own. */
  allRecipes(): ReadonlyMap<string, readonly ProductComponent[]> {
    return this.recipes;
  }

  /** What it is made of where it is a bundle, else nothing. */
  componentsOf(variantId: string): readonly ProductComponent[] {
    return this.recipes.get(variantId) ?? [];
  }

  /** Whether its pieces are told apart by serial numbers. */
  isBySerial(variantId: string): boolean {
    return this.columns.trackedBy?.[this.rowByVariant.get(variantId) ?? -1] === 'serial';
  }

  /** By barcode or SKU, whatever the symbol: a UPC-A and its EAN-13 are one code, and so is the same number in a Data Matrix or a link. */
  byCode(code: string): Product | null {
    const lookup = readLookup(code);
    const text = code.trim().toUpperCase();
    return this.product((lookup.by === 'gtin' ? this.rowByCode.get(lookup.gtin14) : undefined) ?? this.rowByCode.get(text));
  }

  search(text: string, limit: number): Product[] {
    const { titles, variantTitles, skus } = this.columns;
    this.index ??= buildSearchIndex(titles.map((title, row) => `${title} ${variantTitles[row] ?? ''} ${skus[row] ?? ''}`));
    return this.products(this.index.search(text, limit));
  }

  /** One product per title, with its variants beside it: a department is a wall of shelves, not of sizes. */
  shelf(department: string): Product[][] {
    const byTitle = new Map<string, Product[]>();
    this.columns.departments.forEach((name, row) => {
      const product = name === department ? this.product(row) : null;
      if (!product) return;
      const variants = byTitle.get(product.title);
      if (variants) variants.push(product);
      else byTitle.set(product.title, [product]);
    });
    return [...byTitle.values()];
  }

  /** What is offered first: what was sold last on this till, then one product of each department in turn. */
  favourites(soldVariantIds: readonly string[], limit: number): Product[] {
    const shelves = this.departments.map((department) => this.shelf(department));
    const longest = Math.max(0, ...shelves.map((shelf) => shelf.length));
    const chosen = new Map<string, Product>();
    for (const variantId of soldVariantIds.slice(0, limit)) {
      const product = this.byVariantId(variantId);
      if (product) chosen.set(product.variantId, product);
    }
    for (let place = 0; place < longest && chosen.size < limit; place += 1) {
      for (const shelf of shelves) {
        const product = shelf[place]?.[Math.floor((shelf[place]?.length ?? 0) / 2)];
        if (product && chosen.size < limit) chosen.set(product.variantId, product);
      }
    }
    return [...chosen.values()];
  }

  private products(rows: readonly number[]): Product[] {
    return rows.flatMap((row) => this.product(row) ?? []);
  }

  private product(row: number | undefined): Product | null {
    const variantId = row === undefined ? undefined : this.columns.variantIds[row];
    if (row === undefined || variantId === undefined) return null;
    const department = this.columns.departments[row] ?? '';
    const unit = this.columns.units?.[row] as QuantityUnit | undefined;
    const usualGrams = this.columns.usualGrams?.[row] ?? -1;
    return { variantId, sku: this.columns.skus[row] ?? '', title: this.columns.titles[row] ?? '', variantTitle: this.columns.variantTitles[row] ?? '', department, departmentNumber: this.departments.indexOf(department), ...(unit && isMeasured(unit) ? { unit } : {}), ...(usualGrams < 0 ? {} : { usualGrams }) };
  }
}
