import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface RecipeComponent {
  variantId: string;
  /** In one piece of the bundle. */
  quantityMilli: number;
}

interface Known {
  revision: string;
  /** Of what is sold as one and kept as its components. */
  bundles: ReadonlyMap<string, RecipeComponent[]>;
  /** Bundles by component. */
  containing: ReadonlyMap<string, string[]>;
}

const MAX_AGE_MS = 1000;
const NOTHING: Known = { revision: '', bundles: new Map(), containing: new Map() };

/** What bundles are made of, at most a second old: who sells asks it each time, and a product that is no bundle costs no statement. */
@Injectable()
export class BundleRecipes {
  private known: Known = NOTHING;
  private readAt = 0;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Of these, the bundles. A kit is none: it is kept as itself. Who is in a transaction reads on it. */
  async of(variantIds: readonly string[], on?: Database | Tx): Promise<ReadonlyMap<string, RecipeComponent[]>> {
    const { bundles } = await this.current(on);
    if (bundles.size === 0) return bundles;
    return new Map(variantIds.flatMap((id) => {
      const recipe = bundles.get(id);
      return recipe ? [[id, recipe] as const] : [];
    }));
  }

  /** Every bundle that can be sold. */
  async all(): Promise<ReadonlyMap<string, RecipeComponent[]>> {
    return (await this.current()).bundles;
  }

  /** The bundles that one of these is in. */
  async containing(variantIds: readonly string[]): Promise<string[]> {
    const { containing } = await this.current();
    if (containing.size === 0) return [];
    return [...new Set(variantIds.flatMap((id) => containing.get(id) ?? []))];
  }

  /** What a bundle or a kit is made of at this moment, in order: for who changes it or packs it. */
  async components(tx: Database | Tx, bundleId: string): Promise<RecipeComponent[]> {
    const rows = await tx.selectFrom('bundle_component').select(['variant_id', 'quantity_milli']).where('bundle_id', '=', bundleId).orderBy('position').orderBy('variant_id').execute();
    return rows.map((row) => ({ variantId: row.variant_id, quantityMilli: row.quantity_milli }));
  }

  /** Bundles and kits that it is in, by id. */
  async usesOf(tx: Database | Tx, variantId: string): Promise<{ bundleId: string; quantityMilli: number }[]> {
    const rows = await tx.selectFrom('bundle_component').select(['bundle_id', 'quantity_milli']).where('variant_id', '=', variantId).orderBy('bundle_id').execute();
    return rows.map((row) => ({ bundleId: row.bundle_id, quantityMilli: row.quantity_milli }));
  }

  /** A recipe was changed in this process: it counts at once. Other processes see it within the second. */
  forget(): void {
    this.readAt = 0;
  }

  /** Nobody waits for another's read: who is in a transaction has a connection already, and must not wait for one. */
  private async current(on: Database | Tx = this.database): Promise<Known> {
    const now = Date.now();
    if (now - this.readAt <= MAX_AGE_MS) return this.known;
    const known = await this.read(on, this.known);
    [this.known, this.readAt] = [known, now];
    return known;
  }

  /** All recipes are read only when one of them changed. */
  private async read(on: Database | Tx, last: Known): Promise<Known> {
    const { rows } = await sql<{ revision: string }>`
      SELECT count(*) || '/' || coalesce(extract(epoch FROM max(c.changed_at)), 0) || '/' || count(*) FILTER (WHERE v.kind = 'bundle') AS revision FROM bundle_component c JOIN variant v ON v.id = c.bundle_id`.execute(on);
    const revision = rows[0]?.revision ?? '';
    if (revision === last.revision) return last;
    const found = await sql<{ bundle_id: string; variant_id: string; quantity: number }>`
      SELECT c.bundle_id, c.variant_id, c.quantity_milli AS quantity FROM bundle_component c JOIN variant v ON v.id = c.bundle_id WHERE v.kind = 'bundle' ORDER BY c.bundle_id, c.position, c.variant_id`.execute(on);
    const [bundles, containing] = [new Map<string, RecipeComponent[]>(), new Map<string, string[]>()];
    for (const row of found.rows) {
      bundles.set(row.bundle_id, [...(bundles.get(row.bundle_id) ?? []), { variantId: row.variant_id, quantityMilli: row.quantity }]);
      containing.set(row.variant_id, [...(containing.get(row.variant_id) ?? []), row.bundle_id]);
    }
    return { revision, bundles, containing };
  }
}
