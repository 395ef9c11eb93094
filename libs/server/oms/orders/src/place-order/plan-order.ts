import { Injectable } from '@nestjs/common';
import { takeFromHold } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { CannotRoute } from '@oneshelf/domain-routing';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { heldFor } from '../hold-basket/hold-secret';
import { FindSources, type SourcingRequest } from '../sourcing/find-sources.query';

/** What an order takes, and where. */
export interface OrderPlan {
  lines: { lineId: string; variantId: string; locationId: string; quantityMilli: number }[];
  /** The shopper's own hold: it ends with the order, whose units come of it first. */
  holdId: string | null;
}

export interface OwnHold {
  holdId: string;
  lines: { variantId: string; locationId: string; quantityMilli: number }[];
}

/** Decides where an order's units come from: of what is held for its shopper first (INV-41), the rest by routing. */
@Injectable()
export class PlanOrder {
  constructor(
    private readonly sources: FindSources,
    private readonly holds: HoldStockUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The hold that the shopper names; null: none was named, or it has lapsed. Refuses one of another shopper or shop. Statements: 1, or none. */
  async ownHold(channelCode: string, named: { holdId: string; token: string } | undefined): Promise<Result<OwnHold | null, { kind: 'hold_of_another'; message: string }>> {
    const hold = named && (await this.holds.find(named.holdId));
    if (!hold) return ok(null);
    if (hold.heldFor !== heldFor(channelCode, named.token)) return refuse({ kind: 'hold_of_another', message: 'These units are kept for somebody else. Nothing was ordered; order without this hold, or ask for one.' });
    return ok(hold);
  }

  /** Statements: those of routing, or none where everything is held. */
  async run(request: SourcingRequest, hold: OwnHold | null): Promise<Result<OrderPlan, CannotRoute>> {
    const { taken, rest } = takeFromHold(request.lines, hold ? await this.within(request, hold.lines) : []);
    const holdId = hold?.holdId ?? null;
    if (rest.length === 0) return ok({ lines: taken, holdId });
    const routed = await this.sources.run({ ...request, lines: rest });
    if (!routed.ok) return routed;
    const lines = [...taken];
    for (const part of routed.value.parts) {
      for (const line of part.lines) {
        const same = lines.find(({ lineId, locationId }) => lineId === line.lineId && locationId === part.locationId);
        if (same) same.quantityMilli += line.quantityMilli;
        else lines.push({ ...line, locationId: part.locationId });
      }
    }
    return ok({ lines, holdId });
  }

  /** Of what is held, what lies where this order can be fetched or sent from. */
  private async within({ channelCode, kind, pickupLocationId }: SourcingRequest, held: OwnHold['lines']): Promise<OwnHold['lines']> {
    const locations = await this.organisation.locationsOfChannel(channelCode);
    const fits = new Set(locations.filter((location) => (kind === 'pickup' ? location.id === pickupLocationId && location.canPickup : location.canShip)).map(({ id }) => id));
    return held.filter(({ locationId }) => fits.has(locationId));
  }
}
