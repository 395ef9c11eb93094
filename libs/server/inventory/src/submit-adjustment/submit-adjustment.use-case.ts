import { Injectable } from '@nestjs/common';
import type { AdjustStockRequest } from '@oneshelf/contracts';
import { isWithin } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Commands, hasRole, type IdempotencyRefusal, newId, type StaffActor } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type AdjustStockRefusal, AdjustStockUseCase } from '../adjust-stock/adjust-stock.use-case';
import { type BundleHasNoStock, bundleRefusal } from '../bundles/bundle-has-no-stock';
import { type AskedMove, namedMoves, type TrackedRefusal } from '../corrections/tracked-moves';
import { limitOf } from '../hand-limit';

export type SubmitAdjustmentRefusal =
  | { kind: 'above_limit'; unitsMilli: number; valueMinor: number }
  | AdjustStockRefusal
  | IdempotencyRefusal
  | TrackedRefusal
  | BundleHasNoStock
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'unknown_variant'; variantIds: string[] }
  | { kind: 'not_allowed_here'; locationId: string };

/** A signed-in person corrects stock: checks what they may do and that the things exist, then adjusts once per key. */
@Injectable()
export class SubmitAdjustmentUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly adjust: AdjustStockUseCase,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  async run(actor: StaffActor, key: string, request: AdjustStockRequest): Promise<Result<{ adjustmentId: string }, SubmitAdjustmentRefusal>> {
    const { locationId, lines, reason } = request;
    if (!(await this.organisation.findLocation(locationId))) return refuse({ kind: 'unknown_location', locationId });
    if (!hasRole(actor, ['operations', 'store_manager'], locationId)) return refuse({ kind: 'not_allowed_here', locationId });
    const asked = [...new Set(lines.map((line) => line.variantId))];
    const known = await this.variants.byIds(asked);
    const unknown = asked.filter((id) => !known.has(id));
    if (unknown.length > 0) return refuse({ kind: 'unknown_variant', variantIds: unknown });
    const bundle = bundleRefusal(asked, known, 'correct');
    if (bundle) return refuse(bundle);
    const unitsMilli = lines.reduce((sum, line) => sum + Math.abs(line.deltaMilli), 0);
    const valueMinor = Math.round(lines.reduce((sum, line) => sum + (Math.abs(line.deltaMilli) * (known.get(line.variantId)?.stockCostMinor ?? 0)) / 1000, 0));
    const limit = limitOf(actor, [locationId]);
    // What needs a second person goes through the corrections, where it can wait for one.
    if (!limit || !isWithin(limit, { unitsMilli, valueMinor })) return refuse({ kind: 'above_limit', unitsMilli, valueMinor });
    return this.commands.once<{ adjustmentId: string }, SubmitAdjustmentRefusal>({ scope: `adjust-stock:${actor.id}`, key, input: request }, async (tx) => {
      // Its lines name no pieces and no lots: what is told apart goes through the corrections, which ask for them.
      const named = await namedMoves(tx, lines.map((line) => unnamedMove(locationId, line)), known);
      if (!named.ok) return named;
      const adjustmentId = newId();
      const result = await this.adjust.run(tx, { adjustmentId, locationId, lines, reason, actor, occurredAt: new Date().toISOString() });
      return result.ok ? ok({ adjustmentId }) : result;
    });
  }
}

function unnamedMove(locationId: string, { variantId, bucket = 'sellable', deltaMilli }: AdjustStockRequest['lines'][number]): AskedMove {
  const [from, to] = deltaMilli > 0 ? (['shrink', bucket] as const) : ([bucket, 'shrink'] as const);
  return { variantId, locationId, from, to, quantityMilli: Math.abs(deltaMilli), which: {} };
}
