import { Inject, Injectable } from '@nestjs/common';
import type { PlanCountRequest } from '@oneshelf/contracts';
import { isWithinSpan, readBinSpan } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { BinPlaces } from '../bins/bin-places.query';
import { type BundleHasNoStock, bundleRefusal } from '../bundles/bundle-has-no-stock';

const MOST_PRODUCTS = 5000;

export type ProductsRefusal =
  | BundleHasNoStock
  | { kind: 'unknown_codes'; codes: string[] }
  | { kind: 'not_a_span'; message: string }
  | { kind: 'nothing_to_count' }
  | { kind: 'too_many_products'; products: number; most: number };

/** The products that a count is planned for: all that the place carries, or what departments, bins (INV-132) and codes leave of them. */
@Injectable()
export class ProductsToCount {
  constructor(
    private readonly variants: VariantDirectory,
    private readonly bins: BinPlaces,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async of({ locationId, departments = [], codes = [], bins }: PlanCountRequest): Promise<Result<string[], ProductsRefusal>> {
    const wanted = new Set<string>();
    const inBins = bins ? await this.homesWithin(locationId, bins) : ok(null);
    if (!inBins.ok) return inBins;
    if (codes.length > 0) {
      const known = await this.variants.byCodes(codes);
      const unknown = codes.filter((code) => !known.has(code));
      if (unknown.length > 0) return refuse({ kind: 'unknown_codes', codes: unknown.slice(0, 50) });
      const bundle = bundleRefusal([...known.values()].map(({ id }) => id), new Map([...known.values()].map((variant) => [variant.id, variant])), 'count');
      if (bundle) return refuse(bundle);
      for (const variant of known.values()) wanted.add(variant.id);
    }
    if (departments.length > 0 || (codes.length === 0 && !bins)) {
      const carried = (await this.database.selectFrom('stock_level').select('variant_id').where('location_id', '=', locationId).execute()).map((row) => row.variant_id);
      const facts = await this.variants.byIds(carried);
      const isCounted = ({ kind, department }: VariantFacts): boolean => kind !== 'bundle' && (departments.length === 0 || departments.includes(department));
      for (const variant of facts.values()) if (isCounted(variant)) wanted.add(variant.id);
    }
    if (departments.length === 0 && codes.length === 0) for (const id of inBins.value ?? []) wanted.add(id);
    if (inBins.value) for (const id of wanted) if (!inBins.value.has(id)) wanted.delete(id);
    if (wanted.size === 0) return refuse({ kind: 'nothing_to_count' });
    return wanted.size > MOST_PRODUCTS ? refuse({ kind: 'too_many_products', products: wanted.size, most: MOST_PRODUCTS }) : ok([...wanted]);
  }

  private async homesWithin(locationId: string, { from, to }: { from: string; to: string }): Promise<Result<Set<string>, ProductsRefusal>> {
    const span = readBinSpan(from, to);
    if (!span) return refuse({ kind: 'not_a_span', message: `From ${from} to ${to} are no bins in their order. Write an aisle like A, or bins like A-01 and A-12. Nothing was planned.` });
    const homes = await this.bins.homes(locationId);
    return ok(new Set([...homes].filter(([, bin]) => isWithinSpan(bin.code, span)).map(([variantId]) => variantId)));
  }
}
