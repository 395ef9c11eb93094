import { Injectable } from '@nestjs/common';
import type { CorrectStockRequest } from '@oneshelf/contracts';
import { isWithin } from '@oneshelf/domain-inventory';
import { fitsUnit, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Commands, type IdempotencyRefusal, newId, recordAudit, type StaffActor } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type BundleHasNoStock, bundleRefusal } from '../bundles/bundle-has-no-stock';
import { limitOf } from '../hand-limit';
import { CorrectionRepository } from './correction.repository';
import { PostCorrection, type PostRefusal } from './post-correction';
import { type AskedMove, namedMoves, type TrackedRefusal } from './tracked-moves';

export type CorrectStockRefusal =
  | IdempotencyRefusal
  | PostRefusal
  | TrackedRefusal
  | BundleHasNoStock
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'not_allowed_here'; locationId: string }
  | { kind: 'unknown_variant'; variantIds: string[] }
  | { kind: 'not_whole'; message: string; variantIds: string[] };

type Outcome = { correctionId: string; status: 'waiting' | 'applied' };

/** A person corrects stock: within the role's limit at once, above it when a second person has said yes. */
@Injectable()
export class CorrectStockUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly corrections: CorrectionRepository,
    private readonly posting: PostCorrection,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  async run(actor: StaffActor, key: string, request: CorrectStockRequest): Promise<Result<Outcome, CorrectStockRefusal>> {
    const asking = request.moves.map(handMove);
    const locationIds = [...new Set(asking.map((move) => move.locationId))];
    for (const locationId of locationIds) {
      const location = await this.organisation.findLocation(locationId);
      if (!location || location.kind === 'marketplace') return refuse({ kind: 'unknown_location', locationId });
      if (!limitOf(actor, [locationId])) return refuse({ kind: 'not_allowed_here', locationId });
    }
    const asked = [...new Set(asking.map((move) => move.variantId))];
    const facts = await this.variants.byIds(asked);
    const unknown = asked.filter((id) => !facts.has(id));
    if (unknown.length > 0) return refuse({ kind: 'unknown_variant', variantIds: unknown.slice(0, 50) });
    const bundle = bundleRefusal(asked, facts, 'correct');
    if (bundle) return refuse(bundle);
    const parts = asking.filter((move) => !fitsUnit(move.quantityMilli, facts.get(move.variantId)?.unit));
    if (parts.length > 0) return refuse({ kind: 'not_whole', message: `${facts.get(parts[0]?.variantId ?? '')?.sku ?? ''} is counted in whole pieces. Nothing was changed. Say a whole number, or set the product's unit first.`, variantIds: [...new Set(parts.map((move) => move.variantId))].slice(0, 50) });
    const moved = {
      unitsMilli: asking.reduce((sum, move) => sum + move.quantityMilli, 0),
      valueMinor: Math.round(asking.reduce((sum, move) => sum + (move.quantityMilli * (facts.get(move.variantId)?.stockCostMinor ?? 0)) / 1000, 0)),
    };
    const limit = limitOf(actor, locationIds);
    const status = limit && isWithin(limit, moved) ? 'applied' : 'waiting';
    return this.commands.once<Outcome, CorrectStockRefusal>({ scope: `correct-stock:${actor.id}`, key, input: request }, async (tx) => {
      const named = await namedMoves(tx, asking, facts);
      if (!named.ok) return named;
      const moves = named.value;
      const correction = { id: newId(), status, kind: request.kind, reason: request.reason, note: request.note ?? '', moves, locationIds, ...moved, requestedById: actor.id } as const;
      await this.corrections.create(tx, { ...correction, requestedBy: actor.name });
      const posted = status === 'applied' ? await this.posting.apply(tx, correction, actor) : ok(null);
      if (!posted.ok) return posted;
      const action = status === 'applied' ? 'correct' : 'ask for a correction';
      await recordAudit(tx, { actor, action, subject: 'stock', subjectId: correction.id, locationId: locationIds.length === 1 ? locationIds[0] : null, after: { kind: request.kind, reason: request.reason, note: correction.note, moves: moves.slice(0, 200), moveCount: moves.length } });
      return ok({ correctionId: correction.id, status });
    });
  }
}

/** Found comes from shrink, gone goes there; a change of state stays in the house. */
function handMove(move: CorrectStockRequest['moves'][number]): AskedMove {
  const { variantId, locationId, serials, lots } = move;
  const which = { serials, lots };
  if ('from' in move) return { variantId, locationId, from: move.from, to: move.to, quantityMilli: move.quantityMilli, which };
  const bucket = move.bucket ?? 'sellable';
  return move.deltaMilli > 0 ? { variantId, locationId, from: 'shrink', to: bucket, quantityMilli: move.deltaMilli, which } : { variantId, locationId, from: bucket, to: 'shrink', quantityMilli: -move.deltaMilli, which };
}
