import { Injectable } from '@nestjs/common';
import { explodeDemand, noRecipes, type Recipes, recipesAsSold, shareOverLots, useGrant } from '@oneshelf/domain-inventory';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { RegisterGrantRepository, type StoredGrant } from '../grant-to-register/register-grant.repository';
import { ReservationRepository } from '../reservation.repository';
import { type KnownLot, knowLots, lotKey } from '../lots/know-lots';
import { byPiece } from '../serials/by-piece';
import type { SerialElsewhere } from '../serials/serial-elsewhere';
import { SoldRecipeRepository } from '../sold-recipe.repository';
import type { StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface SellAtCounterInput {
  saleId: string;
  /** The till's own id of this operation; sent twice it applies once. */
  operationId: string;
  locationId: string;
  lines: CounterLine[];
  actor: Actor;
  deviceId: string | null;
  /** Whose own units are taken first; absent: nobody's. */
  registerId?: string;
  /** ISO instant, by the till's clock. */
  occurredAt: string;
  /** The store's day (YYYY-MM-DD) and channel: by them lots are chosen that nobody scanned. */
  lotChoice?: { day: string; channelCode: string };
  /** What its bundles were made of when it was sold, where the till said it (INV-145). */
  soldRecipes?: Recipes;
}

interface CounterLine {
  variantId: string;
  quantityMilli: number;
  /** Of which lots, as they were scanned; the rest goes first expired first out. */
  lots?: { code: string; expiresOn?: string | undefined; quantityMilli: number }[];
  /** The pieces of it that were read, as they are kept. */
  serials?: readonly string[];
}

export interface CounterSale {
  /** False when this operation had been applied before; then nothing was changed now. */
  applied: boolean;
  /** What was sold beyond what the system knew to be there, and whose promise that breaks: the newest one at the place. */
  overrides: { variantId: string; quantityMilli: number; brokenPromise: { orderId: string; orderLineId: string } | null }[];
  /** Pieces that the system believed to be somewhere else. */
  elsewhere: SerialElsewhere[];
}

/** A paid sale at a counter: the register's own units, then sellable → customer; of a bundle, of each component. It always posts; below zero the level carries an override. */
@Injectable()
export class SellAtCounterUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly grants: RegisterGrantRepository,
    private readonly reservations: ReservationRepository,
    private readonly recipes: BundleRecipes,
    private readonly sold: SoldRecipeRepository,
  ) {}

  /** Never refuses. Statements: 1; with a register 2, and 3 more where it holds units; with bundles 1 more; with lots 2, with serials 2 or 3 more. */
  async run(tx: Tx, asked: SellAtCounterInput): Promise<CounterSale> {
    if (asked.lines.length === 0) return { applied: true, overrides: [], elsewhere: [] };
    const recipes = recipesAsSold(asked.lines, asked.soldRecipes ?? noRecipes, await this.recipes.of(asked.lines.map(({ variantId }) => variantId), tx));
    const input = { ...asked, lines: explodeDemand(asked.lines, recipes).map(ownUnits) };
    const held = input.registerId === undefined ? [] : await this.grants.lock(tx, input.registerId, input.lines.map((line) => line.variantId));
    if (held.length > 0 && (await this.grants.isApplied(tx, input.operationId))) return { applied: false, overrides: [], elsewhere: [] };
    const scanned = input.lines.flatMap(({ variantId, lots = [] }) => lots.map(({ code, expiresOn }) => ({ variantId, code, expiresOn })));
    const { entries, grants } = split(input, held, await knowLots(tx, scanned));
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.operationId,
      causeKind: 'sale',
      causeId: input.saleId,
      actor: input.actor,
      deviceId: input.deviceId,
      occurredAt: input.occurredAt,
      entries,
      ...(input.lotChoice ? { lotChoice: input.lotChoice } : {}),
      mayOverride: true,
    });
    invariant(result.ok, 'A sale at a counter is never short');
    const { applied, overrides, elsewhere } = result.value;
    if (applied) {
      await this.grants.write(tx, grants);
      await this.sold.freeze(tx, input.saleId, recipes);
    }
    const named = await Promise.all(overrides.map(async ({ variantId, locationId, quantityMilli }) => ({ variantId, quantityMilli, brokenPromise: await this.reservations.newestAt(tx, { variantId, locationId }) })));
    return { applied, overrides: named, elsewhere };
  }
}

/** What was scanned of a bundle is the bundle's own label, not a lot or piece of a component. */
const ownUnits = ({ bundle, ...line }: CounterLine & { bundle?: unknown }): CounterLine => (bundle === undefined ? line : { variantId: line.variantId, quantityMilli: line.quantityMilli });

/** What comes of each line from the register's own units, and from the shelf. */
function split({ lines, locationId, registerId }: SellAtCounterInput, held: StoredGrant[], known: ReadonlyMap<string, KnownLot>): { entries: StockEntry[]; grants: StoredGrant[] } {
  const grants = new Map(held.filter((grant) => grant.locationId === locationId).map((grant) => [grant.variantId, grant]));
  const entries = lines.flatMap(({ variantId, quantityMilli, lots = [], serials = [] }): StockEntry[] => {
    const grant = grants.get(variantId);
    const used = grant ? useGrant(grant, quantityMilli) : { fromGrantMilli: 0 };
    if (grant && 'grant' in used) grants.set(variantId, { ...grant, ...used.grant });
    const fromShelf = quantityMilli - used.fromGrantMilli;
    const from = [{ from: 'allotted' as const, registerId: registerId ?? '' }, { from: 'sellable' as const }];
    const scanned = lots.map(({ code, quantityMilli: ofLot }) => ({ lotId: known.get(lotKey({ variantId, code }))?.id ?? '', quantityMilli: ofLot }));
    const fromGrant = Math.floor(used.fromGrantMilli / 1000);
    return shareOverLots([used.fromGrantMilli, fromShelf], scanned).flatMap(({ index, lotId, quantityMilli: part }): StockEntry[] =>
      byPiece([{ variantId, locationId, ...(from[index] ?? { from: 'sellable' as const }), to: 'customer', quantityMilli: part, ...(lotId === null ? {} : { lotId }) }],
        index === 0 ? serials.slice(0, fromGrant) : serials.slice(fromGrant)));
  });
  return { entries, grants: [...grants.values()] };
}
