import { Injectable } from '@nestjs/common';
import type { ShipRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, Transactions } from '@oneshelf/platform';
import { CompletePart } from '../hand-over/complete-part';
import type { CompletePartRefusal } from '../hand-over/pieces-of-part';
import { MoneyCheck, type MoneyRefusal } from '../money-check';
import { OpenPart, type OpenPartRefusal } from '../open-part';

export type ShipRefusal = OpenPartRefusal | MoneyRefusal | CompletePartRefusal | { kind: 'not_a_delivery' } | { kind: 'not_allowed' };

/** A parcel leaves, with its carrier's number. Sending it again changes nothing. */
@Injectable()
export class ShipPartUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenPart,
    private readonly completing: CompletePart,
    private readonly money: MoneyCheck,
  ) {}

  /** mayAt: whether the actor may ship from this location. */
  run(input: ShipRequest & { id: string; locationId: string | null; actor: Actor; mayAt: (locationId: string) => boolean }): Promise<Result<void, ShipRefusal>> {
    return this.transactions.run<void, ShipRefusal>(async (tx) => {
      const opened = await this.opening.run(tx, { id: input.id, locationId: input.locationId, statuses: ['to_pick', 'picking', 'ready', 'shipped'] });
      if (!opened.ok) return opened;
      const { part } = opened.value;
      if (part.kind !== 'ship') return refuse({ kind: 'not_a_delivery' });
      if (!input.mayAt(part.locationId)) return refuse({ kind: 'not_allowed' });
      const tracking = { carrier: input.carrier, trackingNumber: input.trackingNumber };
      if (part.status === 'shipped') return ok(undefined);
      const paid = await this.money.run(tx, part.orderId);
      if (!paid.ok) return paid;
      return this.completing.run(tx, part, { to: 'shipped', actor: input.actor, actorName: input.actor.name, tracking, serials: input.serials ?? [] });
    });
  }
}
