import { Injectable } from '@nestjs/common';
import type { PutPurchaseOrder } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, hasRole } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type BundleHasNoStock, bundleRefusal } from '@oneshelf/server-inventory/goods';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

export type OrderPlaceRefusal =
  | BundleHasNoStock
  | { kind: 'unknown_location' | 'not_allowed_here'; message: string }
  | { kind: 'unknown_variant' | 'line_twice'; message: string; variantIds: string[] };

/** Whether a person may order these goods for this place, and what the place reckons in. */
@Injectable()
export class OrderPlaces {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  mayBuyFor(actor: Actor, locationId: string): boolean {
    return hasRole(actor, ['operations', 'store_manager'], locationId);
  }

  async check(actor: Actor, { locationId, lines }: PutPurchaseOrder): Promise<Result<{ marketCode: string; currency: string }, OrderPlaceRefusal>> {
    const location = await this.organisation.findLocation(locationId);
    if (!location || location.kind === 'marketplace') return refuse({ kind: 'unknown_location', message: 'There is no location of ours with this id. Nothing was saved.' });
    if (!this.mayBuyFor(actor, locationId)) return refuse({ kind: 'not_allowed_here', message: `Your role does not hold at ${location.name}. Nothing was saved.` });
    const asked = lines.map((line) => line.variantId);
    const twice = asked.filter((variantId, index) => asked.indexOf(variantId) !== index);
    if (twice.length > 0) return refuse({ kind: 'line_twice', variantIds: [...new Set(twice)], message: 'A product stands on one line of an order. Nothing was saved. Add its quantities up.' });
    const known = await this.variants.byIds(asked);
    const unknown = asked.filter((variantId) => !known.has(variantId));
    if (unknown.length > 0) return refuse({ kind: 'unknown_variant', variantIds: unknown, message: `${unknown.length} of these products are not in the catalogue. Nothing was saved.` });
    const bundle = bundleRefusal(asked, known, 'order');
    if (bundle) return refuse(bundle);
    const market = await this.organisation.market(location.marketCode);
    return ok({ marketCode: market.code, currency: market.currency });
  }

  /** What was put on an order as goods and is a bundle by now. */
  async bundlesOf(order: { lines: readonly { variantId: string }[] }, act: 'order' | 'receive'): Promise<BundleHasNoStock | null> {
    const asked = order.lines.map((line) => line.variantId);
    return bundleRefusal(asked, await this.variants.byIds(asked), act);
  }

  /** YYYY-MM-DD on the location's calendar. */
  async todayAt(locationId: string, now: Date): Promise<string> {
    const { timeZone } = await this.organisation.location(locationId);
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  }
}
