import { Injectable } from '@nestjs/common';
import type { AssembleRequest } from '@oneshelf/contracts';
import { assemblyMoves } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Commands, hasRole, type IdempotencyRefusal, newId, recordAudit, type StaffActor, type Tx } from '@oneshelf/platform';
import { RecipeRepository, type RecipeComponent } from '@oneshelf/server-catalog/bundles';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { InsufficientStock } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { AssemblyWorth } from './assembly-worth';

export type AssembleRefusal =
  | InsufficientStock
  | IdempotencyRefusal
  | { kind: 'not_a_kit'; message: string }
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'not_allowed_here'; locationId: string };

type Input = AssembleRequest & { variantId: string };

/** Packs kits from their components at a place, or takes them apart: one operation, whole or not at all (INV-75). */
@Injectable()
export class AssembleKitUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly ledger: StockLedgerRepository,
    private readonly catalogue: RecipeRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly worth: AssemblyWorth,
  ) {}

  /** Refuses insufficient_stock with each component that is short, or the kit; nothing is changed then. */
  async run(actor: StaffActor, key: string, input: Input): Promise<Result<{ assemblyId: string }, AssembleRefusal>> {
    const { locationId } = input;
    const location = await this.organisation.findLocation(locationId);
    if (!location || location.kind === 'marketplace') return refuse({ kind: 'unknown_location', locationId });
    if (!hasRole(actor, ['operations', 'store_manager'], locationId)) return refuse({ kind: 'not_allowed_here', locationId });
    return this.commands.once<{ assemblyId: string }, AssembleRefusal>({ scope: `assemble-kit:${actor.id}`, key, input }, async (tx) => {
      // Locked, so that the recipe stays what it is until the goods have moved.
      const kit = (await this.catalogue.lock(tx, [input.variantId])).get(input.variantId);
      const recipe = await this.catalogue.recipes.components(tx, input.variantId);
      if (kit?.kind !== 'kit' || recipe.length === 0) return refuse({ kind: 'not_a_kit', message: 'This product is not a kit. Nothing was changed; say on its product page what it is packed from.' });
      return this.move(tx, { input, recipe, actor });
    });
  }

  private async move(tx: Tx, { input, recipe, actor }: { input: Input; recipe: readonly RecipeComponent[]; actor: StaffActor }): Promise<Result<{ assemblyId: string }, InsufficientStock>> {
    const { variantId, locationId, act, quantityMilli } = input;
    const assemblyId = newId();
    const entries = assemblyMoves({ variantId, recipe, act, quantityMilli }).map((move) => ({ ...move, locationId, reason: act }));
    const moved = await this.ledger.apply(tx, { operationId: assemblyId, causeKind: 'assembly', causeId: assemblyId, actor, occurredAt: new Date().toISOString(), entries });
    if (!moved.ok) return moved;
    if (act === 'pack') await this.worth.keep(tx, { assemblyId, variantId, locationId, componentIds: recipe.map((component) => component.variantId), entry: entries.length - 1 });
    await recordAudit(tx, { actor, action: act, subject: 'variant', subjectId: variantId, locationId, after: { assemblyId, quantityMilli, recipe } });
    return ok({ assemblyId });
  }
}
