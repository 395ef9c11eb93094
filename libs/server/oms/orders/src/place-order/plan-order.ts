import { Injectable } from '@nestjs/common';
import { setAside, sumDemand, takeFromHold, type WantedLine } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { CannotRoute } from '@oneshelf/domain-routing';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { type PromisedOffer, PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { type Channel, OrganisationDirectory } from '@oneshelf/server-organisation';
import { heldFor } from '../hold-basket/hold-secret';
import { FindSources, type SourcingRequest } from '../sourcing/find-sources.query';

/** What an order takes, and where; what it waits for; what it does without. */
export interface OrderPlan {
  lines: { lineId: string; variantId: string; locationId: string; quantityMilli: number }[];
  promised: (WantedLine & Pick<PromisedOffer, 'kind' | 'expectedOn' | 'policyChannel'>)[];
  /** Never charged: the shop sells what is there of an order. */
  dropped: WantedLine[];
  /** The shopper's own hold: it ends with the order, whose units come of it first. */
  holdId: string | null;
}

export interface OwnHold {
  holdId: string;
  lines: { variantId: string; locationId: string; quantityMilli: number }[];
}

/** Decides where an order's units come from: of what is held for its shopper first (INV-41), the rest by routing, and what is not there by what may be promised (INV-44). */
@Injectable()
export class PlanOrder {
  constructor(
    private readonly sources: FindSources,
    private readonly holds: HoldStockUseCase,
    private readonly promising: PromiseStockUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The hold that the shopper names; null: none was named, or it has lapsed. Refuses one of another shopper or shop. Statements: 1, or none. */
  async ownHold(channelCode: string, named: { holdId: string; token: string } | undefined): Promise<Result<OwnHold | null, { kind: 'hold_of_another'; message: string }>> {
    const hold = named && (await this.holds.find(named.holdId));
    if (!hold) return ok(null);
    if (hold.heldFor !== heldFor(channelCode, named.token)) return refuse({ kind: 'hold_of_another', message: 'These units are kept for somebody else. Nothing was ordered; order without this hold, or ask for one.' });
    return ok(hold);
  }

  /** Statements: those of routing, or none where everything is held; up to three more where something is not there. */
  async run(request: SourcingRequest, hold: OwnHold | null): Promise<Result<OrderPlan, CannotRoute>> {
    const { taken, rest } = takeFromHold(request.lines, hold ? await this.within(request, hold.lines) : []);
    const plan: OrderPlan = { lines: taken, promised: [], dropped: [], holdId: hold?.holdId ?? null };
    if (rest.length === 0) return ok(plan);
    const routed = await this.sources.run({ ...request, lines: rest });
    if (routed.ok) return ok({ ...plan, lines: together(taken, routed.value) });
    const channel = await this.organisation.channel(request.channelCode);
    const { there, short } = setAside(rest, routed.refusal.missing);
    const { promised, dropped } = await this.withoutStock(request, channel, short);
    if (dropped.length > 0 && (channel.orderMode !== 'part' || taken.length + there.length + promised.length === 0)) return refuse({ kind: 'cannot_route', missing: sumDemand(dropped) });
    if (there.length === 0) return ok({ ...plan, promised, dropped });
    const again = await this.sources.run({ ...request, lines: there });
    return again.ok ? ok({ ...plan, lines: together(taken, again.value), promised, dropped }) : again;
  }

  /** What is not there is promised where it may be. Only what is sent is: a store's shelf is for who comes in. */
  private async withoutStock({ channelCode, kind }: SourcingRequest, channel: Channel, short: WantedLine[]): Promise<Pick<OrderPlan, 'promised' | 'dropped'>> {
    if (kind === 'pickup') return { promised: [], dropped: short };
    const offers = await this.promising.offers({ channelCode, missing: short, otherwise: channel.orderMode === 'split' ? 'backorder' : 'stop' });
    return {
      promised: short.flatMap((line) => {
        const offer = offers.get(line.variantId);
        return offer ? [{ ...line, kind: offer.kind, expectedOn: offer.expectedOn, policyChannel: offer.policyChannel }] : [];
      }),
      dropped: short.filter(({ variantId }) => !offers.has(variantId)),
    };
  }

  /** Of what is held, what lies where this order can be fetched or sent from. */
  private async within({ channelCode, kind, pickupLocationId }: SourcingRequest, held: OwnHold['lines']): Promise<OwnHold['lines']> {
    const locations = await this.organisation.locationsOfChannel(channelCode);
    const fits = new Set(locations.filter((location) => (kind === 'pickup' ? location.id === pickupLocationId && location.canPickup : location.canShip)).map(({ id }) => id));
    return held.filter(({ locationId }) => fits.has(locationId));
  }
}

/** One row for each line and place. */
function together(taken: OrderPlan['lines'], { parts }: { parts: { locationId: string; lines: WantedLine[] }[] }): OrderPlan['lines'] {
  const lines = taken.map((line) => ({ ...line }));
  for (const { locationId, lines: routed } of parts) {
    for (const line of routed) {
      const same = lines.find((one) => one.lineId === line.lineId && one.locationId === locationId);
      if (same) same.quantityMilli += line.quantityMilli;
      else lines.push({ ...line, locationId });
    }
  }
  return lines;
}
